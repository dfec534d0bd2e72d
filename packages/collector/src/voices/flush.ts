import {uuid, type Random} from '@samenwaarde/core';
import type {Database} from '../database/open.js';
import {list} from '../database/rows.js';
import {run, transact, type Connection} from '../database/transact.js';
import {forget} from './about.js';
import {Changes, type Found} from './changes.js';
import type {Entry, Kept, Outcome} from './entry.js';
import {writeNew} from './quick.js';
import {OwnParts, type Draft} from './own-parts.js';
import {statements, type Statements} from './statements.js';

/** Writes entries in one transaction, and says what became of each. */
export type Flush = (entries: readonly Entry[]) => Promise<readonly Outcome[]>;

/** A flush for this database, that keeps parts of the tallies: the next of it may begin when this one ended. */
export function flushing(database: Database, random: Random): Flush {
  const ready = statements(database.kind);
  const parts = new OwnParts(() => uuid(random));
  const carefully = (entries: readonly Entry[]) => change({database, ready, parts}, entries);
  const {often} = database;
  if (often === undefined) return carefully;
  return async entries => {
    const written = await writeNew(often, parts, entries);
    const others = entries.filter(entry => !written.has(entry));
    const outcomes = others.length === 0 ? [] : await carefully(others);
    const became = new Map(others.map((entry, place) => [entry, outcomes[place]]));
    return entries.map(entry => became.get(entry) ?? 'added');
  };
}

interface Tools {
  readonly database: Database;
  readonly ready: Statements;
  readonly parts: OwnParts;
}

/** Whatever the entries are: looks what is there, decides, and writes. */
async function change({database, ready, parts}: Tools, entries: readonly Entry[]): Promise<readonly Outcome[]> {
  let drafts: readonly Draft[] = [];
  try {
    const outcomes = await transact(database, async connection => {
      const changes = new Changes(await find(connection, ready, entries));
      const became = entries.map(entry => changes.take(entry));
      drafts = await changes.save(connection, ready, parts);
      await forget(connection, changes.altered);
      return became;
    });
    parts.keep(drafts);
    return outcomes;
  } catch (error) {
    // The commit may have gone through while its answer was lost.
    parts.forget(drafts);
    throw error;
  }
}

/** Cards first: whoever closes one waits for the flushes that hold it, and no flush begins under it meanwhile. */
async function find(connection: Connection, ready: Statements, entries: readonly Entry[]): Promise<Found> {
  const lists = (...columns: Iterable<string>[]) => columns.map(values => list(ready.kind, values));
  const alliances = new Set(entries.map(({alliance}) => alliance));
  const subjects = new Set(entries.map(({subject}) => subject));
  const ids = entries.map(({id}) => id);
  const hashes = new Set(entries.flatMap(({code}) => code ?? []));
  const named = lists(alliances, ids);
  const asked = lists(alliances, [...alliances, ...subjects, ...ids]);
  const cards = await run<Found['cards'][number]>(connection, ready.cards, asked);
  const codes =
    hashes.size === 0
      ? []
      : await run<Found['codes'][number]>(connection, ready.codes, lists(alliances, subjects, hashes));
  const open = await run<Omit<Kept, 'settled'>>(connection, ready.open, named);
  const settled = await run<Omit<Kept, 'settled'>>(connection, ready.settled, named);
  const kept = [...open.map(row => ({...row, settled: false})), ...settled.map(row => ({...row, settled: true}))];
  return {cards, codes, kept};
}
