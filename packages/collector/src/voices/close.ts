import {canonical, show, terms, uuid} from '@samenwaarde/core';
import type {ProfileVersion, Question, Round, RubricVote, VoteRound} from '@samenwaarde/core/schema';
import {sql} from 'kysely';
import {noBallot} from '../database/migrations.js';
import {transact, type Connection} from '../database/transact.js';
import {note} from '../facilitator/audit.js';
import type {Person} from '../http/route.js';
import type {Card} from '../method/freeze.js';
import {judged, lockedCard, revise, writeCard} from '../method/cards.js';
import type {Parts} from '../parts.js';
import {countsKept} from '../public/vote-figures.js';
import {tallyOf} from './tallies.js';
import {cleanUp, markUnclean} from './clean-up.js';

/** What can close: its card as it will be. */
export interface Closing {
  readonly alliance: string;
  readonly card: Question | VoteRound | Round;
  readonly person?: Person;
  /** Throws when the card as it stands is not what its sender saw. */
  readonly demand?: (before: Card | undefined) => void;
}

/**
 * Closes a question or round: everything in one transaction, so that it is open or closed, never half. Whoever gives
 * something at this moment is either before it, and counted, or after it, and told that it is closed.
 *
 * - What it shows is written down.
 * - What was given is written again in the order of its random ids, and the marks of used codes go: from then on nothing
 *   joins a code to a ballot. The collector cleans up the file after it; if it is stopped in between, at its next start.
 *
 * @throws Problem when the card may not be put (any more): somebody else put a newer one. What `demand` throws.
 */
export async function closeSubject(parts: Parts, closing: Closing): Promise<void> {
  if (await transact(parts.database, connection => closeWithin(parts, connection, closing))) await cleanUp(parts);
}

/** All of closing but the cleaning after it. @returns Whether it was open. */
export async function closeWithin(
  parts: Parts,
  connection: Connection,
  {alliance, card, person, demand}: Closing,
): Promise<boolean> {
  const before = await lockedCard(parts.database, connection, {alliance, id: card.id});
  demand?.(before);
  if ((await judged(connection, alliance, {before, after: card})) === 'unchanged') return false;
  await keepResult(connection, alliance, card);
  await settle(connection, alliance, card.id);
  await writeCard(connection, alliance, {before, card});
  await revise(connection, alliance);
  const act = `${card.kind}-closed`;
  if (person !== undefined) await note(parts, connection, {alliance, person, act, subject: card.id});
  await markUnclean(connection, uuid(parts.random));
  return true;
}

/** Writes down the figures that hold from now on. A question has none. */
async function keepResult(connection: Connection, alliance: string, card: Closing['card']): Promise<void> {
  if (card.kind === 'question') return;
  const figures =
    card.kind === 'round' ? await shownOf(connection, alliance, card) : await countsOf(connection, alliance, card);
  if (figures === undefined) return;
  await connection
    .insertInto('result')
    .values({alliance, round: card.id, body: canonical(figures)})
    .execute();
}

/** Nothing when the profile that it tests is not there. */
async function shownOf(connection: Connection, alliance: string, round: Round): Promise<object | undefined> {
  const profile = await connection
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where('id', '=', round.profileVersion)
    .executeTakeFirst();
  if (profile === undefined) return undefined;
  return show(
    await tallyOf(connection, alliance, round.id),
    terms(round, JSON.parse(profile.body) as ProfileVersion, 'ballots'),
  );
}

async function countsOf(connection: Connection, alliance: string, round: VoteRound): Promise<object> {
  const votes = await connection
    .selectFrom('voice')
    .select('body')
    .where('alliance', '=', alliance)
    .where('subject', '=', round.id)
    .where(noBallot)
    .where('body', '<>', '')
    .execute();
  return countsKept(votes.map(({body}) => JSON.parse(body) as RubricVote));
}

/** From the open table to the settled one, in an order that tells nothing. */
async function settle(connection: Connection, alliance: string, subject: string): Promise<void> {
  const columns = sql.raw('alliance, subject, id, kind, body, receipt, edition');
  const its = sql`alliance = ${alliance} and subject = ${subject}`;
  await sql`insert into settled_voice (${columns}) select ${columns} from voice where ${its} order by id`.execute(
    connection,
  );
  await sql`delete from voice where ${its}`.execute(connection);
  for (const table of ['tally', 'code', 'code_key'] as const)
    await connection.deleteFrom(table).where('alliance', '=', alliance).where('round', '=', subject).execute();
}
