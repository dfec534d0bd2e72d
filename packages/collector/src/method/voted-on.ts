import {ofKind} from '@samenwaarde/core';
import type {AnyRecord} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';

/** Ids of the rubrics that a vote asks about which is open. */
export function rubricsVotedOn(records: readonly AnyRecord[]): ReadonlySet<string> {
  return new Set(ofKind(records, 'vote-round').flatMap(({status, rubrics}) => (status === 'open' ? rubrics : [])));
}

/** Ids of the values that people read in such a vote. They keep their name and their words until the close. */
export function valuesVotedOn(records: readonly AnyRecord[]): ReadonlySet<string> {
  const asked = rubricsVotedOn(records);
  return new Set(ofKind(records, 'rubric').flatMap(({id, values}) => (asked.has(id) ? values : [])));
}

/** Whether people read this value in a vote that is open. */
export async function isVotedOn(query: Connection, alliance: string, value: string): Promise<boolean> {
  const cards = await query
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where('kind', 'in', ['vote-round', 'rubric'])
    .execute();
  return valuesVotedOn(cards.map(({body}) => JSON.parse(body) as AnyRecord)).has(value);
}
