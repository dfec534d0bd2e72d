import {canonical, uuid, type ShownNames, type ShownVotes} from '@samenwaarde/core';
import type {RubricVote} from '@samenwaarde/core/schema';
import {transact, type Connection} from '../database/transact.js';
import {note} from '../facilitator/audit.js';
import type {Person} from '../http/route.js';
import type {Parts} from '../parts.js';
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

/** Ends an alliance: writes it on the list of what was erased, takes it out of the tables and out of their files. */
export async function endAlliance(
  {database, random, clock}: Pick<Parts, 'database' | 'random' | 'clock'>,
  {alliance, what, backups, person}: Ending,
): Promise<void> {
  const list = async () => {
    if (backups !== undefined) await addErasures(backups, [{alliance, what}]);
  };
  // Before it is gone: a list that names too much can be put right, a backup that brings it back cannot. And after it:
  // a backup that was made meanwhile has all of it, and takes the list for what is gone already.
  await list();
  await transact(database, async connection => {
    await endOfLife(connection, alliance, what);
    await markUnclean(connection, uuid(random));
    if (what === 'texts' && person !== undefined)
      await note({clock, random}, connection, {alliance, person, act: 'texts-deleted'});
  });
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
  for (const table of ['voice', 'settled_voice'] as const) {
    await connection
      .deleteFrom(table)
      .where('alliance', '=', alliance)
      .where('kind', 'in', ['quote', 'reason'])
      .execute();
    await endTextsOfVotes(connection, alliance, table);
  }
  await endNamesInResults(connection, alliance);
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
  await connection
    .updateTable('alliance')
    .set(({eb}) => ({revision: eb('revision', '+', 1)}))
    .where('id', '=', alliance)
    .execute();
}

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

/** What closed votes show has the names that people made up; how many chose a name stays. */
async function endNamesInResults(connection: Connection, alliance: string): Promise<void> {
  const rows = await connection
    .selectFrom('result')
    .select(['round', 'body'])
    .where('alliance', '=', alliance)
    .where('body', 'like', '%"own"%')
    .execute();
  for (const {round, body} of rows) {
    const result = JSON.parse(body) as ShownVotes;
    const rubrics = result.rubrics.map(rubric => ({...rubric, names: withoutOwn(rubric.names)}));
    await connection
      .updateTable('result')
      .set({body: canonical({...result, rubrics})})
      .where('alliance', '=', alliance)
      .where('round', '=', round)
      .execute();
  }
}

function withoutOwn(shown: ShownNames): ShownNames {
  if (shown.type === 'shown') return {...shown, names: shown.names.filter(({name}) => 'proposal' in name)};
  return shown.type === 'alike' && 'own' in shown.name ? {type: 'shown', n: shown.n, names: []} : shown;
}

async function endEverything(connection: Connection, alliance: string): Promise<void> {
  for (const table of OF_ALLIANCE) await connection.deleteFrom(table).where('alliance', '=', alliance).execute();
  await connection.deleteFrom('alliance').where('id', '=', alliance).execute();
}
