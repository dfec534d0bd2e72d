import {createReadStream, existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {createInterface} from 'node:readline';
import {pipeline} from 'node:stream';
import {createGunzip} from 'node:zlib';
import {uuid, type Random} from '@samenwaarde/core';
import {ONE_SUBJECT, updates} from '../database/migrations.js';
import type {Database} from '../database/open.js';
import {insertRows} from '../database/rows.js';
import {run, transact, type Connection} from '../database/transact.js';
import {cleanUp, markUnclean} from '../voices/clean-up.js';
import {addCounts, countOpen} from '../voices/tallies.js';
import {DUMPED, Line, type Dumped} from './dump.js';
import {applyErasures} from './erase-again.js';
import {erasures, numberOf, type ErasureList} from './erasure.js';

/** A restore that does not begin, or that is undone; the message says why. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

/** Rows of one statement. */
const AT_ONCE = 1_000;

/** Higher than any number that readers saw since the backup: what they remember does not look like the latest. */
const REVISIONS_ON = 1_000_000;

/**
 * Puts a backup back into a database that is empty: all of it or nothing. What was erased since it was made, by the list
 * beside it, is erased again.
 *
 * @throws RestoreError without that list, into a database that has something, or of a file that is not there or not whole.
 */
export async function restore(database: Database, path: string, random: Random): Promise<void> {
  if (!existsSync(path)) throw new RestoreError(`There is no file ${path}.`);
  const list = await erasures(dirname(path));
  if (list === undefined)
    throw new RestoreError('Beside the backup there is no list of what was erased (erased.jsonl). Put it there first.');
  await transact(database, async connection => {
    await demandEmpty(connection);
    // A backup of an earlier version may have what this one does not let in before it is brought up to date.
    await run(connection, `drop index if exists ${ONE_SUBJECT}`);
    const known = await fillFrom(path, database.kind, connection);
    const erased = erasedSince(list, known);
    for (const update of updates(database.kind)) await run(connection, update);
    await applyErasures(connection, erased);
    await addCounts(connection, database.kind, await countOpen(connection));
    await connection
      .updateTable('alliance')
      .set(({eb}) => ({revision: eb('revision', '+', REVISIONS_ON)}))
      .execute();
    await markUnclean(connection, uuid(random));
  });
  await cleanUp({database});
}

/** What was erased since a backup was made that knows of so many. @throws RestoreError when the list cannot tell. */
function erasedSince(list: ErasureList, known: number): ErasureList['erased'] {
  if (known > numberOf(list))
    throw new RestoreError('The list of what was erased is shorter than when the backup was made: it is another one.');
  if (known < list.forgotten)
    throw new RestoreError(
      'The list of what was erased does not go back to this backup: it is older than any that is kept.',
    );
  return list.erased.slice(known - list.forgotten);
}

async function demandEmpty(connection: Connection): Promise<void> {
  for (const table of ['alliance', 'facilitator'] as const)
    if ((await connection.selectFrom(table).select('id').limit(1).executeTakeFirst()) !== undefined)
      throw new RestoreError('The database is not empty. Restore into a new one.');
  // A collector that was started on it once left its code there.
  await connection.deleteFrom('secret').execute();
}

/** Writes all rows, and gives the number of erasures that the backup knows of. */
async function fillFrom(path: string, kind: Database['kind'], connection: Connection): Promise<number> {
  const waiting = new Map<Dumped, object[]>();
  let [known, rows, told] = [-1, 0, -1];
  const flush = async (table: Dumped) => {
    await insertRows(connection, {kind, table, columns: DUMPED[table].columns}, waiting.get(table) ?? []);
    waiting.delete(table);
  };
  for await (const line of linesOf(path)) {
    if ('dump' in line) known = line.erasures;
    else if ('rows' in line) told = line.rows;
    else {
      rows++;
      const some = waiting.get(line.table) ?? [];
      waiting.set(line.table, some);
      if (some.push(line.row) >= AT_ONCE) await flush(line.table);
    }
  }
  for (const table of [...waiting.keys()]) await flush(table);
  if (known < 0 || told !== rows) throw new RestoreError('This backup is not whole.');
  return known;
}

/** Number of erasures that a backup knows of; 0 when it cannot be read. */
export async function erasuresKnown(path: string): Promise<number> {
  try {
    for await (const line of linesOf(path)) return 'dump' in line ? line.erasures : 0;
  } catch (error) {
    if (!(error instanceof RestoreError)) throw error;
  }
  return 0;
}

/** @throws RestoreError for a file that is not there, is no backup, or is cut off. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  const text = createGunzip();
  try {
    // What is wrong with the file ends the text, and so is told below.
    pipeline(createReadStream(path), text, () => undefined);
    for await (const line of createInterface({input: text, crlfDelay: Infinity})) yield Line.parse(JSON.parse(line));
  } catch {
    throw new RestoreError('This file cannot be read as a backup.');
  } finally {
    // Who reads no further leaves no file open.
    text.destroy();
  }
}
