import {ownNames, textKey} from '@samenwaarde/core';
import type {Moderation, Question, RubricVote, Voice} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';
import {decisionsOn} from './about.js';
import type {Kept} from './entry.js';

/** What happened to a contribution, as its sender may know. */
export type Delivery =
  {readonly type: 'held' | 'released' | 'sent'} | {readonly type: 'refused'; readonly reason: string};

/** A contribution as whoever holds its receipt may see it. */
export interface Own {
  readonly record: Voice;
  readonly delivery: Delivery;
  readonly edition: number;
  /** Of a vote with own names what happened to each, by rubric. */
  readonly names?: Readonly<Record<string, Delivery>>;
}

/** Tells one contribution from the others of its alliance. */
type By = {readonly alliance: string} & ({readonly id: string} | {readonly receiptHash: string});

/** A voice as it is kept, of an open subject or a closed one. */
export async function findKept(connection: Connection, by: By): Promise<Kept | undefined> {
  for (const table of ['voice', 'settled_voice'] as const) {
    const row = await connection
      .selectFrom(table)
      .selectAll()
      .where('alliance', '=', by.alliance)
      .where('id' in by ? 'id' : 'receipt', '=', 'id' in by ? by.id : by.receiptHash)
      .executeTakeFirst();
    if (row !== undefined) return {...row, settled: table === 'settled_voice'};
  }
  return undefined;
}

/** A contribution, for whoever holds its receipt; `undefined` when there is none, or it was withdrawn. */
export async function findOwn(connection: Connection, by: By, receiptHash: string): Promise<Own | undefined> {
  const kept = await findKept(connection, by);
  if (kept === undefined || kept.body === '' || kept.receipt !== receiptHash) return undefined;
  const record = JSON.parse(kept.body) as Voice;
  const own = {record, delivery: await deliveryOf(connection, by.alliance, record), edition: kept.edition};
  if (record.kind !== 'rubric-vote' || ownNames(record).size === 0) return own;
  return {...own, names: await namesOf(connection, by.alliance, record)};
}

/** What a facilitator decided on a text, or else what its question says; a vote is counted, and that is all. */
export async function deliveryOf(connection: Connection, alliance: string, record: Voice): Promise<Delivery> {
  if (record.kind === 'ballot' || record.kind === 'rubric-vote') return {type: 'sent'};
  const decision = (await decisionsOn(connection, alliance, record.id)).get(record.id);
  if (decision !== undefined || record.kind !== 'quote') return decided(decision);
  return {type: await usual(connection, alliance, record.question)};
}

async function namesOf(connection: Connection, alliance: string, vote: RubricVote): Promise<Record<string, Delivery>> {
  const decisions = await decisionsOn(connection, alliance, vote.id);
  const rubrics = [...ownNames(vote).keys()];
  return Object.fromEntries(rubrics.map(rubric => [rubric, decided(decisions.get(textKey(vote.id, rubric)))]));
}

/** What nobody has read is held. */
function decided(decision: Moderation | undefined): Delivery {
  if (decision?.outcome === 'refused') return {type: 'refused', reason: decision.reason ?? 'other'};
  return {type: decision?.outcome ?? 'held'};
}

/** What happens to quotes that nobody decided on. */
async function usual(connection: Connection, alliance: string, question: string): Promise<Question['moderation']> {
  const row = await connection
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where('id', '=', question)
    .executeTakeFirst();
  return row === undefined ? 'held' : (JSON.parse(row.body) as Question).moderation;
}
