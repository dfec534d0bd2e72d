import {createWriteStream} from 'node:fs';
import {mkdir, readdir, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGzip} from 'node:zlib';
import {uuid, type Random} from '@samenwaarde/core';
import {atOneMoment} from '../database/moment.js';
import type {Database} from '../database/open.js';
import {dump, type Line} from './dump.js';
import {addErasures, erasures, forgetErasures, numberOf, onDisk, withdrawn, type Listing} from './erasure.js';
import {erasuresKnown} from './restore.js';

/** What a backup needs besides a database. */
export interface Tools {
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The name of a backup, also of one that is not whole yet: it tells when it was made, wherever it is copied to. */
const NAME = /^samenwaarde-(\d{4}-\d\d-\d\dT\d\d)(\d\d)-[0-9a-f]{8}\.jsonl\.gz(\.part)?$/;

/**
 * Writes everything that is kept to a file in the folder, as it is at one moment, while collectors go on. Beside it
 * stands the list of what was erased, without which it cannot be put back.
 *
 * @returns Path of the file, which is whole: it gets its name once it is on the disk.
 */
export async function backUp(database: Database, folder: string, {random, clock}: Tools): Promise<string> {
  await mkdir(folder, {recursive: true, mode: 0o700});
  // First the list: what was withdrawn before the dump began is withdrawn in it.
  await addErasures({folder, database}, await withdrawn(database.query));
  const list = await erasures(folder);
  const listed = list === undefined ? 0 : numberOf(list);
  const day = new Date(clock()).toISOString().slice(0, 16).replace(':', '');
  const path = join(folder, `samenwaarde-${day}-${uuid(random).slice(0, 8)}.jsonl.gz`);
  try {
    await atOneMoment(database, async connection => {
      const lines = Readable.from(written(dump(connection, listed)));
      await pipeline(lines, createGzip(), createWriteStream(`${path}.part`, {mode: 0o600}));
    });
    await onDisk(`${path}.part`);
    await rename(`${path}.part`, path);
  } catch (error) {
    // What there is of it only takes place, on a disk that may be full.
    await rm(`${path}.part`, {force: true});
    throw error;
  }
  return path;
}

/**
 * Removes backups that were made so many days ago, and what an interrupted one left. What they know to be erased goes
 * from the list too: every backup that is kept was made after them, and knows it as well. Gives their number.
 */
export async function removeOld({folder, database}: Listing, days: number, clock: () => number): Promise<number> {
  const names = await readdir(folder);
  const old = names.filter(name => clock() - madeAt(name) >= days * 86_400_000);
  let known = 0;
  for (const name of old) known = Math.max(known, await erasuresKnown(join(folder, name)));
  if (known > 0) await forgetErasures({folder, database}, known);
  // A collector and a command may remove the same one.
  await Promise.all(old.map(name => rm(join(folder, name), {force: true})));
  return old.length;
}

/** Milliseconds since 1970; a file that is no backup is never old. */
function madeAt(name: string): number {
  const [, hour, minute] = NAME.exec(name) ?? [];
  return hour === undefined ? Infinity : Date.parse(`${hour}:${minute}Z`);
}

async function* written(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
