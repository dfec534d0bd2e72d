import {createHash} from 'node:crypto';
import {ownNames, uuid} from '@samenwaarde/core';
import {Id, type RubricVote} from '@samenwaarde/core/schema';
import type {Kysely} from 'kysely';
import * as z from 'zod/mini';
import type {Tables} from '../database/tables.js';

/**
 * A name that somebody thought of for a rubric: one text of a vote, without the rest of it. A decision on it names `of`
 * and `rubric`; `id` is for lists alone, and tells nothing of the vote.
 */
export const OwnName = z.object({
  kind: z.literal('own-name'),
  id: Id,
  of: Id,
  round: Id,
  rubric: Id,
  text: z.string(),
});
export type OwnName = z.infer<typeof OwnName>;

/** Every own name in the votes of an alliance, by id: in the order of votes the names of one vote would stand together. */
export async function ownNamesOf(query: Kysely<Tables>, alliance: string): Promise<OwnName[]> {
  const names: OwnName[] = [];
  for (const table of ['voice', 'settled_voice'] as const) {
    const rows = await query
      .selectFrom(table)
      .select('body')
      .where('alliance', '=', alliance)
      .where('kind', '=', 'rubric-vote')
      .where('body', 'like', '%"own":%')
      .execute();
    names.push(...rows.flatMap(({body}) => namesIn(JSON.parse(body) as RubricVote)));
  }
  return names.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function namesIn(vote: RubricVote): OwnName[] {
  const {id: of, round} = vote;
  return [...ownNames(vote)].map(([rubric, text]) => ({
    kind: 'own-name',
    id: idOf(of, rubric),
    ...{of, round, rubric, text},
  }));
}

/** The same at every look, and in no order that has to do with the vote. */
function idOf(vote: string, rubric: string): string {
  const digest = createHash('sha256').update(`${vote} ${rubric}`).digest();
  return uuid(length => digest.subarray(0, length));
}
