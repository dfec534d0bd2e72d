import {mkdir} from 'node:fs/promises';
import {emptyLog} from '../database/open.js';
import type {Parts} from '../parts.js';
import {SettingsError} from '../settings.js';
import {removeOld} from './backup.js';
import {erasureKeeper, makeList} from './erasure.js';

/** What a collector does by itself, time and again. */
export interface Housekeeping {
  /** Does all of it once more, and stops. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at what was withdrawn. */
const BEAT = 10_000;
/** Looks between two removals of old backups: an hour. */
const REMOVAL = 360;

/**
 * Keeps the list of what was erased up to date, removes old backups, and takes out of the file of SQLite what was
 * withdrawn, as long as the collector runs.
 *
 * @throws SettingsError when the folder for backups cannot be written.
 */
export async function housekeeping(parts: Parts): Promise<Housekeeping> {
  const tasks = [...(await ofBackups(parts)), () => emptyLog(parts.database)];
  let last: Promise<void> = Promise.resolve();
  const tidy = async () => {
    // A folder that cannot be written is no reason to leave in the file what was withdrawn.
    for (const task of tasks) await task().catch((error: unknown) => parts.log.error('upkeep-failed', error));
  };
  const look = () => {
    last = last.then(tidy);
    return last;
  };
  const timer = setInterval(() => void look(), BEAT);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
      return look();
    },
  };
}

/** Nothing without a folder for backups. */
async function ofBackups({database, settings, clock}: Parts): Promise<(() => Promise<void>)[]> {
  const {backups, keepBackupsDays} = settings;
  if (backups === undefined) return [];
  await demandWritable(backups);
  const listing = {folder: backups, database};
  const keep = erasureKeeper(listing);
  await keep();
  let beat = 0;
  const remove = async () => {
    if (beat++ % REMOVAL === 0) await removeOld(listing, keepBackupsDays, clock);
  };
  return [keep, remove];
}

/** Makes the folder, with the list of what was erased. @throws SettingsError */
async function demandWritable(backups: string): Promise<void> {
  try {
    await mkdir(backups, {recursive: true, mode: 0o700});
    await makeList(backups);
  } catch (error) {
    throw new SettingsError('BACKUPS must be a folder that the collector can write in.', {cause: error});
  }
}
