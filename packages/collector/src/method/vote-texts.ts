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

/**
 * Why a rubric fits only partly, or not, or what somebody misses. It is read by facilitators and never published, so
 * there is nothing to decide about it: it does not even say which vote it is in.
 */
export const Remark = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('objection'), id: Id, round: Id, rubric: Id, text: z.string()}),
  z.object({kind: z.literal('missing'), id: Id, round: Id, text: z.string()}),
]);
export type Remark = z.infer<typeof Remark>;

/** Every own name in the votes of an alliance, by id. */
export async function ownNamesOf(query: Kysely<Tables>, alliance: string): Promise<OwnName[]> {
  const votes = await votesOf(query, alliance);
  return votes.flatMap(({vote}) => namesIn(vote)).sort(byId);
}

/** Every remark in the votes of an alliance, by id. */
export async function remarksOf(query: Kysely<Tables>, alliance: string): Promise<Remark[]> {
  const votes = await votesOf(query, alliance);
  return votes.flatMap(remarksIn).sort(byId);
}

function namesIn(vote: RubricVote): OwnName[] {
  const {id: of, round} = vote;
  return [...ownNames(vote)].map(([rubric, text]) => {
    return {kind: 'own-name', id: idOf(of, `name ${rubric}`), of, round, rubric, text};
  });
}

function remarksIn({vote, receipt}: KeptVote): Remark[] {
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

/** A vote with what is kept of its receipt: nobody who sees the vote knows it, and it is the same at every look. */
interface KeptVote {
  readonly vote: RubricVote;
  readonly receipt: string;
}

async function votesOf(query: Kysely<Tables>, alliance: string): Promise<KeptVote[]> {
  const votes: KeptVote[] = [];
  for (const table of ['voice', 'settled_voice'] as const) {
    const rows = await query
      .selectFrom(table)
      .select(['body', 'receipt'])
      .where('alliance', '=', alliance)
      .where('kind', '=', 'rubric-vote')
      .where('body', '<>', '')
      .execute();
    for (const {body, receipt} of rows) votes.push({vote: JSON.parse(body) as RubricVote, receipt});
  }
  return votes;
}

function byId(a: {readonly id: string}, b: {readonly id: string}): number {
  return a.id < b.id ? -1 : 1;
}
