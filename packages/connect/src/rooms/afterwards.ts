import {parseReceipt} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import {fingerprint} from '../fingerprint.js';
import {draftBefore} from '../drafts.js';
import {lastPlace, ownOn, removed} from '../giving.js';
import type {Change} from '../kept.js';
import type {Known} from '../records.js';
import type {Changes} from '../requests.js';
import type {Ready, Snapshot} from '../snapshot.js';
import {withoutGaps} from '../without-gaps.js';

/** What somebody can do with a contribution that was given before. */
export const changes: Changes = {
  'samen-change': (ready, {subject, contribution}) => reopened(ready, subject, contribution),
  'samen-withdraw': (ready, {subject, contribution}) => withdrawn(ready, subject, contribution),
};

/**
 * The own contribution is gone, with what was decided about its words and marked in them. A ballot takes its reasons
 * along. What was counted in a closed round stays: one less would show what it was.
 */
function withdrawn(ready: Ready, subject: string, contribution: string): Change[] {
  const mine = ownOn(ready, subject);
  const given = mine.find(({record}) => record.id === contribution);
  if (!given) return [];
  const {kind} = given.record;
  const isCounted = kind === 'ballot' || kind === 'rubric-vote';
  if (isCounted && given.delivery.type !== 'refused' && isClosed(ready.known, subject)) return [];
  const gone = kind === 'ballot' ? mine.map(({record}) => record.id) : [contribution];
  const draft = ready.device.drafts.get(subject);
  return [
    ...gone.flatMap(id => removed(ready.known, id)),
    ...(draft?.changing && gone.includes(draft.changing) ? [draftBefore(ready.device, subject)] : []),
  ];
}

/** An own contribution as a draft, to change it. What was being typed is kept for afterwards. */
function reopened(ready: Ready, subject: string, contribution: string): Change[] {
  const given = ownOn(ready, subject);
  const record = given.map(own => own.record).find(({id}) => id === contribution);
  if (!record || isClosed(ready.known, subject)) return [];
  const before = ready.device.drafts.get(subject);
  const typed = before?.changing ? before.before : before?.draft;
  const value = {
    ...withoutGaps({before: typed}),
    draft: draftOf(
      record,
      given.map(own => own.record),
    ),
    changing: contribution,
  };
  return [{store: 'drafts', key: subject, value}];
}

/** A contribution on this device, or at the collector, that somebody has the receipt of: it is their own again. */
export async function foundBack(now: () => Snapshot, subject: string, code: string): Promise<readonly Change[]> {
  const receipt = parseReceipt(code);
  if (!receipt) return [];
  const before = now();
  const collector = before.type === 'ready' ? before.known.collector : undefined;
  if (collector) return collector.foundBack(now, {subject, receipt});
  const print = await fingerprint(receipt);
  const ready = now();
  if (ready.type !== 'ready') return [];
  const {known, device} = ready;
  const [id] = [...device.receipts].find(([, each]) => each === print) ?? [];
  const record = id && known.records.get(id);
  if (!record || (record.kind === 'quote' ? record.question : 'round' in record && record.round) !== subject) return [];
  return [{store: 'own', key: id, value: {subject, receipt, place: lastPlace(device) + 1}}];
}

function isClosed(known: Known, subject: string): boolean {
  const asked = known.records.get(subject);
  return asked !== undefined && 'status' in asked && asked.status === 'closed';
}

function draftOf(record: Voice, given: readonly Voice[]): unknown {
  if (record.kind === 'quote') return record.text;
  if (record.kind === 'rubric-vote') {
    const {recognition, dots, names, objections, missing} = record;
    return withoutGaps({recognition, dots, names, objections, missing});
  }
  const reasons = given.filter(each => each.kind === 'reason').map(({value, text}) => [value, text] as const);
  const marks = given.find(each => each.kind === 'ballot')?.marks ?? {};
  return {marks, reasons: Object.fromEntries(reasons)};
}
