import {LONGEST_NAME, LONGEST_TEXT, receipt} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import {draftBefore} from './drafts.js';
import type {Change} from './kept.js';
import {random} from './random.js';
import {ofKind, type Known} from './records.js';
import type {Delivery, Refusal} from './shown.js';
import type {Device, Ready} from './snapshot.js';

/**
 * What has to change on the device when a person gives something: pure but for fresh random receipts. What a request of
 * one widget gives is in its room.
 */

/** A contribution of the present person, as this person gave it last. */
export interface OwnContribution {
  readonly record: Voice;
  readonly receipt: string;
  readonly delivery: Delivery;
}

/** What the present person gave to one question or round, newest first. */
export function ownOn({known, device}: Ready, subject: string): OwnContribution[] {
  return [...device.own]
    .filter(([, own]) => own.subject === subject)
    .sort(([, a], [, b]) => b.place - a.place)
    .flatMap(([id, {receipt, refused}]) => {
      const record = refused?.record ?? known.records.get(id);
      if (!record || !isVoice(record)) return [];
      return [{record, receipt, delivery: refused ? {type: 'refused', reason: refused.reason} : {type: 'kept'}}];
    });
}

function isVoice(record: {readonly kind: string}): record is Voice {
  return ['quote', 'rubric-vote', 'ballot', 'reason'].includes(record.kind);
}

/** What somebody gives to a question or round, which may be closed. */
interface Given {
  readonly subject: string;
  readonly records: readonly Voice[];
  readonly closed: boolean;
}

/**
 * Voices that somebody gives: each with a receipt of its own, new or, in the place of an own one, the same. What is not
 * taken is kept for this person only, with the reason.
 */
export function contributed(ready: Ready, {subject, records, closed}: Given): Change[] {
  const {known, device} = ready;
  // A change that comes after close is not made, and what was typed stays in the draft.
  if (closed && records.some(({id}) => known.records.has(id))) return [];
  const last = lastPlace(device);
  const changes = records.flatMap((record, place): Change[] => {
    const refusal: Refusal | undefined = closed ? 'closed' : isTooLong(record) ? 'too-long' : undefined;
    const before = device.own.get(record.id);
    const own = {
      subject,
      receipt: before?.receipt ?? receipt(random),
      place: before?.place ?? last + place + 1,
      ...(refusal && {refused: {reason: refusal, record}}),
    };
    const mine: Change = {store: 'own', key: record.id, value: own};
    return refusal ? [mine] : [{store: 'records', key: record.id, value: record}, mine];
  });
  return [...changes, draftBefore(device, subject)];
}

/** The place of what the present person gave last. */
export function lastPlace({own}: Device): number {
  return Math.max(0, ...[...own.values()].map(({place}) => place));
}

/** Everything about a contribution goes: also what was decided about its words and marked in them. */
export function removed(known: Known, id: string): Change[] {
  const about = [
    ...ofKind(known, 'moderation').filter(card => card.of === id),
    ...ofKind(known, 'highlight').filter(mark => mark.quote === id),
  ];
  return [
    {store: 'records', key: id},
    {store: 'receipts', key: id},
    {store: 'own', key: id},
    ...about.map((record): Change => ({store: 'records', key: record.id})),
  ];
}

function isTooLong(record: Voice): boolean {
  if (record.kind === 'ballot') return false;
  if (record.kind !== 'rubric-vote') return record.text.length > LONGEST_TEXT;
  const names = Object.values(record.names).flatMap(name => ('own' in name ? [name.own] : []));
  const texts = [...Object.values(record.objections), record.missing ?? ''];
  return names.some(name => name.length > LONGEST_NAME) || texts.some(text => text.length > LONGEST_TEXT);
}

/** Texts without space around them; what is empty then is left out. */
export function trimmed(texts: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(texts)
    .map(([key, text]): [string, string] => [key, text.trim()])
    .filter(([, text]) => text !== '');
}
