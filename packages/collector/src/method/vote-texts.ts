import {createHash} from 'node:crypto';
import {ownNames, uuid} from '@samenwaarde/core';
import {Id, type RubricVote} from '@samenwaarde/core/schema';
import * as z from 'zod/mini';
import {inPages} from '../database/by-id.js';
import type {Connection} from '../database/transact.js';

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

/**
 * Why a rubric fits only partly, or not, or what somebody misses. It is read by facilitators and never published, so
 * there is nothing to decide about it: it does not even say which vote it is in.
 */
export const Remark = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('objection'), id: Id, round: Id, rubric: Id, text: z.string()}),
  z.object({kind: z.literal('missing'), id: Id, round: Id, text: z.string()}),
]);
export type Remark = z.infer<typeof Remark>;

/** A vote with what is kept of its receipt: nobody who sees the vote knows it, and it is the same at every look. */
export interface KeptVote {
  readonly vote: RubricVote;
  readonly receipt: string;
}

/** The votes on rubrics in an alliance, one by one. */
export async function* votesOf(connection: Connection, alliance: string): AsyncGenerator<KeptVote> {
  for (const table of ['voice', 'settled_voice'] as const) {
    const all = connection.selectFrom(table).select(['id', 'body', 'receipt']).where('alliance', '=', alliance);
    const votes = all.where('kind', '=', 'rubric-vote').where('body', '<>', '');
    const ask = (after: string, most: number) => votes.where('id', '>', after).orderBy('id').limit(most).execute();
    for await (const {body, receipt} of inPages(ask)) yield {vote: JSON.parse(body) as RubricVote, receipt};
  }
}

/** The own names in a vote, each by itself. */
export function namesIn(vote: RubricVote): OwnName[] {
  const {id: of, round} = vote;
  return [...ownNames(vote)].map(([rubric, text]) => {
    return {kind: 'own-name', id: idOf(of, `name ${rubric}`), of, round, rubric, text};
  });
}

/** The remarks in a vote, each by itself. */
export function remarksIn({vote, receipt}: KeptVote): Remark[] {
  const {round, objections, missing} = vote;
  const secret = `${vote.id} ${receipt}`;
  const objected = Object.entries(objections).map(([rubric, text]): Remark => {
    return {kind: 'objection', id: idOf(secret, `objection ${rubric}`), round, rubric, text};
  });
  if (missing === undefined) return objected;
  return [...objected, {kind: 'missing', id: idOf(secret, 'missing'), round, text: missing}];
}

/** The same at every look. In the order of votes all that is in one vote would stand together; in this order not. */
function idOf(vote: string, part: string): string {
  const digest = createHash('sha256').update(`${vote} ${part}`).digest();
  return uuid(length => digest.subarray(0, length));
}
