import {ofKind} from '@samenwaarde/core';
import type {AnyRecord} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';

/**
 * Ids of the values that people read in a vote which is open: those in the rubrics that it asks about. They keep their
 * name and their words until the close.
 */
export function valuesVotedOn(records: readonly AnyRecord[]): ReadonlySet<string> {
  const open = ofKind(records, 'vote-round').filter(({status}) => status === 'open');
  const asked = new Set(open.flatMap(({rubrics}) => rubrics));
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
