import {appendFile, open, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import type {Database} from '../database/open.js';
import {transact, type Connection} from '../database/transact.js';

/**
 * Something that may not come back from a backup: a contribution that was withdrawn, or what an alliance had at its end
 * of life. Ids alone, never a text.
 */
const Erasure = z.union([
  z.strictObject({contribution: z.string(), alliance: z.string()}),
  z.strictObject({alliance: z.string(), what: z.enum(['texts', 'everything'])}),
]);
export type Erasure = z.infer<typeof Erasure>;

const NAME = 'erased.jsonl';

/** The list of what was erased. */
export interface ErasureList {
  /** Number of those that are not on it any more: they were the first. */
  readonly forgotten: number;
  /**
   * The others, the first first. In the place of a line that a crash cut off stands `undefined`: what it was about was not
   * done yet, or was written down again at the next start.
   */
  readonly erased: readonly (Erasure | undefined)[];
}

/** The line with which a list begins that does not have its first ones any more. */
const Head = z.strictObject({forgotten: z.int().min(1)});

/** The list in this folder; `undefined` when it is not there. @throws Error when there is something else on it. */
export async function erasures(folder: string): Promise<ErasureList | undefined> {
  const list = await linesIn(folder);
  if (list === undefined) return undefined;
  const {forgotten, lines} = list;
  return {forgotten, erased: lines.map(line => (isCut(line) ? undefined : Erasure.parse(JSON.parse(line))))};
}

/** Number of all that was ever erased, as far as the list knows. */
export function numberOf({forgotten, erased}: ErasureList): number {
  return forgotten + erased.length;
}

async function linesIn(folder: string): Promise<{forgotten: number; lines: readonly string[]} | undefined> {
  const text = await readFile(join(folder, NAME), 'utf8').catch((error: unknown) => {
    if ((error as {code?: string}).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const lines = text.split('\n').filter(line => line !== '');
  const [first = ''] = lines;
  if (!first.startsWith('{"forgotten"')) return {forgotten: 0, lines};
  return {...Head.parse(JSON.parse(first)), lines: lines.slice(1)};
}

function isCut(line: string): boolean {
  return !line.endsWith('}');
}

/** Where the list is, and the database that it is about: whoever writes it takes turns by that. */
export interface Listing {
  readonly folder: string;
  readonly database: Database;
}

/** Makes the list when it is not there. */
export async function makeList(folder: string): Promise<void> {
  await appendFile(join(folder, NAME), '', {mode: 0o600});
  await onDisk(join(folder, NAME));
}

/** Adds to the list, and makes it when it is not there. It is on the disk when this returns. */
export async function addErasures({folder, database}: Listing, erased: readonly Erasure[]): Promise<void> {
  if (erased.length === 0) return makeList(folder);
  const path = join(folder, NAME);
  // It begins with a line's end, because a crash may have left a line without one; empty lines mean nothing.
  const lines = erased.map(each => `${JSON.stringify(each)}\n`).join('');
  await inTurn(database, async () => {
    await appendFile(path, `\n${lines}`, {mode: 0o600});
    await onDisk(path);
  });
}

/**
 * Takes the first ones off the list.
 *
 * @param known How many of all that was ever erased every backup knows of that may still be put back.
 */
export async function forgetErasures({folder, database}: Listing, known: number): Promise<void> {
  await inTurn(database, async () => {
    const list = await linesIn(folder);
    const number = known - (list?.forgotten ?? 0);
    // A number that is higher than there are is of another list.
    if (list === undefined || number <= 0 || number > list.lines.length) return;
    const path = join(folder, `${NAME}.part`);
    const lines = [JSON.stringify({forgotten: known}), ...list.lines.slice(number), ''];
    await writeFile(path, lines.join('\n'), {mode: 0o600});
    await onDisk(path);
    await rename(path, join(folder, NAME));
  });
}

/** Name of the secret that whoever writes the list holds. */
const TURN = 'erasures';

/** One writer at a time among all who have this database: what is added to a list that is replaced would be lost. */
async function inTurn(database: Database, write: () => Promise<void>): Promise<void> {
  await transact(database, async connection => {
    await connection
      .insertInto('secret')
      .values({name: TURN, value: ''})
      .onConflict(conflict => conflict.column('name').doUpdateSet({value: ''}))
      .execute();
    await write();
  });
}

/** Returns once a file is on the disk. */
export async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}

/** Contributions that are withdrawn now. */
export async function withdrawn(connection: Connection): Promise<readonly Erasure[]> {
  const from = (table: 'voice' | 'settled_voice') =>
    connection.selectFrom(table).select(['id', 'alliance']).where('body', '=', '').execute();
  const rows = [...(await from('voice')), ...(await from('settled_voice'))];
  return rows.map(({id, alliance}) => ({contribution: id, alliance}));
}

/**
 * Writes down what is withdrawn since it was last asked. The first time: everything that is withdrawn, also what is on
 * the list. What was given again and withdrawn again must stand behind the backups in between, and nobody knows any more
 * which that is.
 */
export function erasureKeeper(listing: Listing): () => Promise<void> {
  let known = new Set<string>();
  return async () => {
    const now = new Map((await withdrawn(listing.database.query)).map(erasure => [JSON.stringify(erasure), erasure]));
    const fresh = [...now].flatMap(([line, erasure]) => (known.has(line) ? [] : [erasure]));
    await addErasures(listing, fresh);
    known = new Set(now.keys());
  };
}
