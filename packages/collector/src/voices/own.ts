import type {Question, Voice} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';
import {decisionOn} from './about.js';
import type {Kept} from './entry.js';

/** What happened to a contribution, as its sender may know. */
export type Delivery =
  {readonly type: 'held' | 'released' | 'sent'} | {readonly type: 'refused'; readonly reason: string};

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
export async function findOwn(
  connection: Connection,
  by: By,
  receiptHash: string,
): Promise<{readonly record: Voice; readonly delivery: Delivery; readonly edition: number} | undefined> {
  const kept = await findKept(connection, by);
  if (kept === undefined || kept.body === '' || kept.receipt !== receiptHash) return undefined;
  const record = JSON.parse(kept.body) as Voice;
  return {record, delivery: await deliveryOf(connection, by.alliance, record), edition: kept.edition};
}

/** What a facilitator decided on a text, or else what its question says; a vote is counted, and that is all. */
export async function deliveryOf(connection: Connection, alliance: string, record: Voice): Promise<Delivery> {
  if (record.kind === 'ballot' || record.kind === 'rubric-vote') return {type: 'sent'};
  const decision = await decisionOn(connection, alliance, record.id);
  if (decision?.outcome === 'refused') return {type: 'refused', reason: decision.reason ?? 'other'};
  if (decision !== undefined) return {type: decision.outcome === 'released' ? 'released' : 'held'};
  return {type: record.kind === 'quote' ? await usual(connection, alliance, record.question) : 'held'};
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
