import type {Database} from '../database/open.js';
import {list} from '../database/rows.js';
import {run, transact, type Connection} from '../database/transact.js';
import {forget} from './about.js';
import {Changes, type Found} from './changes.js';
import type {Entry, Kept, Outcome} from './entry.js';
import {writeNew} from './quick.js';
import {statements, type Statements} from './statements.js';

/** Writes entries in one transaction, and says what became of each. */
export type Flush = (entries: readonly Entry[], shard: number) => Promise<readonly Outcome[]>;

/** A flush for this database. */
export function flushing(database: Database): Flush {
  const ready = statements(database.kind);
  const carefully = (entries: readonly Entry[], shard: number) =>
    transact(database, async connection => {
      const changes = new Changes(await find(connection, ready, entries));
      const outcomes = entries.map(entry => changes.take(entry));
      await changes.save(connection, ready, shard);
      await forget(connection, changes.altered);
      return outcomes;
    });
  if (database.kind === 'sqlite') return carefully;
  return async (entries, shard) => {
    const written = await writeNew(database, entries, shard);
    const others = entries.filter(entry => !written.has(entry));
    const outcomes = others.length === 0 ? [] : await carefully(others, shard);
    const became = new Map(others.map((entry, place) => [entry, outcomes[place]]));
    return entries.map(entry => became.get(entry) ?? 'added');
  };
}

/** Cards first: whoever closes one waits for the flushes that hold it, and no flush begins under it meanwhile. */
async function find(connection: Connection, ready: Statements, entries: readonly Entry[]): Promise<Found> {
  const lists = (...columns: Iterable<string>[]) => columns.map(values => list(ready.kind, values));
  const alliances = new Set(entries.map(({alliance}) => alliance));
  const subjects = new Set(entries.map(({subject}) => subject));
  const ids = entries.map(({id}) => id);
  const hashes = new Set(entries.flatMap(({code}) => code ?? []));
  const named = lists(alliances, ids);
  const cards = await run<Found['cards'][number]>(connection, ready.cards, lists(alliances, [...subjects, ...ids]));
  const codes =
    hashes.size === 0
      ? []
      : await run<Found['codes'][number]>(connection, ready.codes, lists(alliances, subjects, hashes));
  const open = await run<Omit<Kept, 'settled'>>(connection, ready.open, named);
  const settled = await run<Omit<Kept, 'settled'>>(connection, ready.settled, named);
  const kept = [...open.map(row => ({...row, settled: false})), ...settled.map(row => ({...row, settled: true}))];
  return {cards, codes, kept};
}
