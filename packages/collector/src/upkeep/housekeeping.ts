import {mkdir} from 'node:fs/promises';
import type {Parts} from '../parts.js';
import {removeOld} from './backup.js';
import {erasureKeeper} from './erasure.js';

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
 * Keeps the list of what was erased up to date, and removes old backups, as long as the collector runs. Without a folder
 * for backups there is nothing to do.
 *
 * @throws Error when the folder cannot be written.
 */
export async function housekeeping({database, settings, clock, log}: Parts): Promise<Housekeeping> {
  const {backups, keepBackupsDays} = settings;
  if (backups === undefined) return {close: () => Promise.resolve()};
  await mkdir(backups, {recursive: true});
  const keep = erasureKeeper(backups, database);
  await keep();
  let beat = 0;
  let last: Promise<void> = Promise.resolve();
  const tidy = async () => {
    await keep();
    if (beat++ % REMOVAL === 0) await removeOld(backups, keepBackupsDays, clock);
  };
  const look = () => {
    last = last.then(tidy).catch((error: unknown) => log.error('upkeep-failed', error));
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
