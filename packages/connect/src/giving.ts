import {LONGEST_NAME, LONGEST_TEXT, receipt} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import {draftBefore, isEmpty} from './drafts.js';
import {fingerprint} from './fingerprint.js';
import type {Change, Kept, Letter, Own} from './kept.js';
import {random} from './random.js';
import {ofKind, type Known} from './records.js';
import type {Delivery, Refusal} from './shown.js';
import type {Device, Ready} from './snapshot.js';
import {withoutGaps} from './without-gaps.js';

/**
 * What has to change on the device when a person gives something: pure but for fresh random receipts. What a request of
 * one widget gives is in its room.
 */

/** A contribution of the present person, as this person gave it last. */
export interface OwnContribution {
  readonly record: Voice;
  /** None of what was refused before anybody had it: there is nothing to find back with it. */
  readonly receipt?: string;
  readonly delivery: Delivery;
}

/** What the present person gave to one question or round, newest first. */
export function ownOn({known, device}: Ready, subject: string): OwnContribution[] {
  return [...device.own]
    .filter(([, own]) => own.subject === subject && !own.withdrawn)
    .sort(([, a], [, b]) => b.place - a.place)
    .flatMap(([id, own]) => {
      const record = own.refused?.record ?? own.record ?? known.records.get(id);
      if (!record || !isVoice(record)) return [];
      const letter = device.outbox.get(id);
      const receipt = isNowhere(own, letter, known.records.has(id)) ? undefined : own.receipt;
      return [withoutGaps({record, receipt, delivery: deliveryOf(own, letter, isHeldUp(device))})];
    });
}

/** What somebody was filling in on what closed meanwhile; nothing when that is nothing. */
export function leftOf<Draft>({device}: Ready, subject: string, read: (draft: unknown) => Draft): {draft?: Draft} {
  const {draft} = device.drafts.get(subject) ?? {};
  return isEmpty(draft) ? {} : {draft: read(draft)};
}

/** The ids of what the present person gave, with the quotes of the file that they brought. */
export function ownIds({own, imports}: Pick<Kept, 'own' | 'imports'>): ReadonlySet<string> {
  return new Set([...own.keys(), ...[...imports.values()].flatMap(({quotes}) => quotes)]);
}

/** The ballot or vote of the present person on a round: one per person, also when it was taken away for a while. */
export function onlyOn(ready: Ready, round: string, kind: Voice['kind']): string | undefined {
  const given = ownOn(ready, round).find(({record}) => record.kind === kind);
  const away = [...ready.device.own].find(([, own]) => own.subject === round && own.withdrawn === kind);
  return given?.record.id ?? away?.[0];
}

/** Days that every browser keeps what a page wrote and nobody came back to: Safari's seven. */
const DAYS = 7;

/** Whether something could not be sent: then it all waits. The sender may have to come back later, even minutes. */
export function isHeldUp({outbox}: Device): boolean {
  return [...outbox.values()].some(({refused, tried}) => !refused && tried === 'failed');
}

/** Where a contribution is. What was given to a collector and waits for nothing any more, the collector has. */
function deliveryOf({refused, record, delivery}: Own, letter: Letter | undefined, heldUp: boolean): Delivery {
  const reason = refused?.reason ?? letter?.refused;
  if (reason) return {type: 'refused', reason};
  if (letter) return heldUp ? {type: 'waiting', days: DAYS} : {type: 'sending'};
  return record ? (delivery ?? {type: 'sent'}) : {type: 'kept'};
}

/** Nobody has any form of it but its giver, nor will: it was refused at once. */
function isNowhere({refused, record}: Own, letter: Letter | undefined, isHere: boolean): boolean {
  if (refused && !record) return !isHere;
  return letter?.refused !== undefined && !letter.tried;
}

function isVoice(record: {readonly kind: string}): record is Voice {
  return ['quote', 'rubric-vote', 'ballot', 'reason'].includes(record.kind);
}

/** What somebody gives to a question or round, which may be closed. */
interface Given {
  readonly subject: string;
  readonly records: readonly Voice[];
  readonly closed: boolean;
  /** The code card that it comes with. */
  readonly card?: string | undefined;
}

/**
 * Voices that somebody gives: each with a receipt of its own, new or, in the place of an own one, the same. What is not
 * taken is kept for this person only, with the reason.
 */
export function contributed(ready: Ready, {subject, records, closed, card}: Given): Change[] {
  const {known, device} = ready;
  // A change that comes after close is not made, and what was typed stays in the draft.
  if (closed && records.some(({id}) => known.records.has(id) || device.own.get(id)?.record)) return [];
  const last = lastPlace(device);
  const changes = records.flatMap((record, place): Change[] => {
    const refusal: Refusal | undefined = closed ? 'closed' : isTooLong(record) ? 'too-long' : undefined;
    const before = device.own.get(record.id);
    const own = {
      subject,
      receipt: before?.receipt ?? receipt(random),
      place: before?.place ?? last + place + 1,
      ...withoutGaps({card: card ?? before?.card}),
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

/** The fingerprints of the receipts of what is new here, without which a code does not find its contribution back. */
export async function fingerprints(ids: readonly string[], kept: () => Kept): Promise<Change[]> {
  const {own, receipts, records} = kept();
  const fresh = ids.flatMap(id => {
    const receipt = records.has(id) && !receipts.has(id) ? own.get(id)?.receipt : undefined;
    return receipt ? [{id, receipt}] : [];
  });
  const prints = await Promise.all(fresh.map(({receipt}) => fingerprint(receipt).catch(() => '')));
  return fresh.flatMap(({id}, place) =>
    // Meanwhile it may have been taken away.
    kept().records.has(id) ? [{store: 'receipts', key: id, value: prints[place] ?? ''} as const] : [],
  );
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
