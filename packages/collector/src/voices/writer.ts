import type {Database} from '../database/open.js';
import {isAway, isRace} from '../database/trouble.js';
import type {Entry, Outcome} from './entry.js';
import type {Flush} from './flush.js';

/** Takes entries, and writes those that arrive together together. */
export interface Writer {
  /** What became of the entry, once that is on the disk. */
  readonly give: (entry: Entry) => Promise<Outcome>;
  /** Settles when nothing is waiting or under way. */
  readonly idle: () => Promise<void>;
}

/** Flushes under way at once: while one waits for the disk, the next is made. SQLite has one writer. */
const AT_ONCE = {postgres: 2, sqlite: 1} as const;

/** Most entries of one flush. */
const MOST = 500;

interface Waiting {
  readonly entry: Entry;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * A writer that commits in groups, without a timer: what arrives while all flushes are busy leaves together with the
 * next one that is free.
 *
 * @param make Makes a flush. Each of them is busy with one group at a time.
 */
export function writer({kind}: Pick<Database, 'kind'>, make: () => Flush): Writer {
  const free = Array.from({length: AT_ONCE[kind]}, make);
  const waiting: Waiting[] = [];
  const resting: (() => void)[] = [];
  const next = () => {
    while (waiting.length > 0) {
      const flush = free.pop();
      if (flush === undefined) return;
      void send(flush, waiting.splice(0, MOST)).then(() => {
        free.push(flush);
        next();
      });
    }
    if (free.length === AT_ONCE[kind]) for (const rest of resting.splice(0)) rest();
  };
  return {
    give: entry =>
      new Promise((settle, fail) => {
        waiting.push({entry, settle, fail});
        // What arrives in this turn of the event loop goes along.
        if (waiting.length === 1) setImmediate(next);
      }),
    idle: () =>
      new Promise(settle => {
        resting.push(settle);
        setImmediate(next);
      }),
  };
}

/** All together; when that fails, one by one, so that one that cannot be written takes no other with it. */
async function send(flush: Flush, batch: readonly Waiting[]): Promise<void> {
  const entries = batch.map(({entry}) => entry);
  try {
    answer(batch, await flush(entries));
  } catch (error) {
    const [alone] = batch;
    if (isAway(error)) for (const {fail} of batch) fail(error);
    else if (batch.length > 1) for (const one of batch) await send(flush, [one]);
    else if (alone !== undefined) await once(flush, alone, error);
  }
}

/** Two that gave the same id at the same moment to two collectors: whoever came second finds it there now. */
async function once(flush: Flush, one: Waiting, error: unknown): Promise<void> {
  try {
    if (!isRace(error)) throw error;
    answer([one], await flush([one.entry]));
  } catch (final) {
    one.fail(final);
  }
}

function answer(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
  batch.forEach(({settle, fail}, place) => {
    const outcome = outcomes[place];
    if (outcome === undefined) fail(new Error('A flush left an entry without an outcome.'));
    else settle(outcome);
  });
}
