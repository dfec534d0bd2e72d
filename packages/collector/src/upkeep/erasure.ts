import {appendFile, open, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import type {Connection} from '../database/transact.js';
import type {Database} from '../database/open.js';

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

/**
 * Everything that was erased, the first first; `undefined` when the list is not there. In the place of a line that a crash
 * cut off stands `undefined`: what it was about was not done yet, or was written down again at the next start.
 *
 * @throws Error when there is something else on it.
 */
export async function erasures(folder: string): Promise<readonly (Erasure | undefined)[] | undefined> {
  const text = await readFile(join(folder, NAME), 'utf8').catch((error: unknown) => {
    if ((error as {code?: string}).code === 'ENOENT') return undefined;
    throw error;
  });
  return text
    ?.split('\n')
    .filter(line => line !== '')
    .map(line => (isCut(line) ? undefined : Erasure.parse(JSON.parse(line))));
}

function isCut(line: string): boolean {
  return !line.endsWith('}');
}

/** Lines that are written in one go: of a text of more than half a megabyte Node makes several. */
const TOGETHER = 1_000;

/** Adds to the list, and makes it when it is not there. It is on the disk when this returns. */
export async function addErasures(folder: string, erased: readonly Erasure[]): Promise<void> {
  const path = join(folder, NAME);
  await appendFile(path, '', {mode: 0o600});
  for (let start = 0; start < erased.length; start += TOGETHER) {
    // One write in append mode: collectors that share the folder do not cut through each other's lines. It begins with a
    // line's end, because a crash may have left a line without one; empty lines mean nothing.
    const lines = erased.slice(start, start + TOGETHER).map(each => `${JSON.stringify(each)}\n`);
    await appendFile(path, `\n${lines.join('')}`);
  }
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

/** Writes down what is withdrawn since it was last asked. The first time: everything that is withdrawn. */
export function erasureKeeper(folder: string, database: Database): () => Promise<void> {
  let known = new Set<string>();
  return async () => {
    const now = new Map((await withdrawn(database.query)).map(erasure => [JSON.stringify(erasure), erasure]));
    const fresh = [...now].flatMap(([line, erasure]) => (known.has(line) ? [] : [erasure]));
    await addErasures(folder, fresh);
    known = new Set(now.keys());
  };
}
