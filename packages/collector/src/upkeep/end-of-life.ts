import {canonical, uuid} from '@samenwaarde/core';
import type {RubricVote, VoteRound} from '@samenwaarde/core/schema';
import {transact, type Connection} from '../database/transact.js';
import {againAfterRace} from '../database/trouble.js';
import {note} from '../facilitator/audit.js';
import type {Person} from '../http/route.js';
import {holdAlliance} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {keptWithoutTexts, type KeptVotes} from '../public/vote-figures.js';
import {cleanUp, markUnclean, OF_ALLIANCE} from '../voices/clean-up.js';
import {addErasures} from './erasure.js';

/** What goes: what people wrote, or everything that the collector has of the alliance. */
export type What = 'texts' | 'everything';

/** Which alliance ends, and how far. */
export interface Ending {
  /** Id of the alliance. */
  readonly alliance: string;
  readonly what: What;
  /** Folder with the list of what was erased. */
  readonly backups: string | undefined;
  /** Who did it; `undefined` for a command. */
  readonly person?: Person | undefined;
}

/**
 * Ends an alliance: writes it on the list of what was erased, takes it out of the tables and out of their files.
 *
 * @throws Problem 404 when a person ends the texts of one that came to its end meanwhile.
 */
export async function endAlliance(
  {database, random, clock}: Pick<Parts, 'database' | 'random' | 'clock'>,
  {alliance, what, backups, person}: Ending,
): Promise<void> {
  const list = async () => {
    if (backups !== undefined) await addErasures({folder: backups, database}, [{alliance, what}]);
  };
  // Before it is gone: a list that names too much can be put right, a backup that brings it back cannot. And after it:
  // a backup that was made meanwhile has all of it, and takes the list for what is gone already.
  await list();
  const end = async (connection: Connection) => {
    await endOfLife(connection, alliance, what);
    await markUnclean(connection, uuid(random));
    if (what === 'everything' || person === undefined) return;
    // Somebody else may just have ended all of it: nothing is written about it then.
    await holdAlliance(connection, alliance, 0);
    await note({clock, random}, connection, {alliance, person, act: 'texts-deleted'});
  };
  // Others hold some of it for a moment, in another order: of two that wait for each other one is told to try again.
  await againAfterRace(() => transact(database, end));
  await list();
  await cleanUp({database});
}

/**
 * Takes away what an alliance has, in the transaction of the connection; `cleanUp` afterwards takes it out of the files of
 * the database too. Of an alliance that is not there nothing.
 */
export async function endOfLife(connection: Connection, alliance: string, what: What): Promise<void> {
  await (what === 'texts' ? endTexts(connection, alliance) : endEverything(connection, alliance));
}

/** Figures stay: ballots, what was recognised and chosen, and the names that the group gave. */
async function endTexts(connection: Connection, alliance: string): Promise<void> {
  // Who answers something at this moment is before all of this, or after it: no vote is overwritten by an older one.
  const asked = connection.updateTable('card').set({about: ''}).where('alliance', '=', alliance);
  await asked.where('kind', 'in', ['question', 'vote-round']).execute();
  for (const table of ['voice', 'settled_voice'] as const) {
    const all = connection.deleteFrom(table).where('alliance', '=', alliance);
    await all.where('kind', 'in', ['quote', 'reason']).execute();
    await endTextsOfVotes(connection, alliance, table);
  }
  await endTextsOfFigures(connection, alliance);
  await endAboutTexts(connection, alliance);
  await connection
    .updateTable('alliance')
    .set(({eb}) => ({revision: eb('revision', '+', 1)}))
    .where('id', '=', alliance)
    .execute();
}

/** What was counted of texts, decided about them and marked in them. */
async function endAboutTexts(connection: Connection, alliance: string): Promise<void> {
  const questions = connection
    .selectFrom('card')
    .select('id')
    .where('alliance', '=', alliance)
    .where('kind', '=', 'question');
  await connection.deleteFrom('tally').where('alliance', '=', alliance).where('round', 'in', questions).execute();
  await connection
    .deleteFrom('card')
    .where('alliance', '=', alliance)
    .where('kind', 'in', ['highlight', 'moderation'])
    .execute();
}

/** Own names go from the figures too, which are read from the votes. */
async function endTextsOfVotes(
  connection: Connection,
  alliance: string,
  table: 'voice' | 'settled_voice',
): Promise<void> {
  const rows = await connection
    .selectFrom(table)
    .select(['id', 'body'])
    .where('alliance', '=', alliance)
    .where('kind', '=', 'rubric-vote')
    .where('body', '<>', '')
    .execute();
  for (const {id, body} of rows) {
    const vote = JSON.parse(body) as RubricVote;
    const names = Object.fromEntries(Object.entries(vote.names).filter(([, name]) => 'proposal' in name));
    const bare = canonical({...vote, names, objections: {}, missing: undefined});
    await connection
      .updateTable(table)
      .set({body: bare})
      .where('alliance', '=', alliance)
      .where('id', '=', id)
      .execute();
  }
}

/** Own names stand in figures themselves only where an alliance started from a publication. */
async function endTextsOfFigures(connection: Connection, alliance: string): Promise<void> {
  const rows = await connection
    .selectFrom('result')
    .innerJoin('card', join =>
      join.onRef('card.alliance', '=', 'result.alliance').onRef('card.id', '=', 'result.round'),
    )
    .select(['result.round', 'result.body as figures', 'card.body as card'])
    .where('result.alliance', '=', alliance)
    .where('card.kind', '=', 'vote-round')
    .execute();
  for (const {round, figures, card} of rows) {
    const kept = keptWithoutTexts(JSON.parse(figures) as KeptVotes, JSON.parse(card) as VoteRound);
    await connection
      .updateTable('result')
      .set({body: canonical(kept)})
      .where('alliance', '=', alliance)
      .where('round', '=', round)
      .execute();
  }
}

async function endEverything(connection: Connection, alliance: string): Promise<void> {
  // In the order in which everybody takes them. Whoever has put a card holds the alliance, and is before this; whoever
  // comes later finds no alliance to put it in.
  await connection.deleteFrom('card').where('alliance', '=', alliance).execute();
  await connection.deleteFrom('alliance').where('id', '=', alliance).execute();
  for (const table of OF_ALLIANCE) await connection.deleteFrom(table).where('alliance', '=', alliance).execute();
}
