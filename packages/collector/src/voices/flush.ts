import type {Database} from '../database/open.js';
import {run, transact, type Connection} from '../database/transact.js';
import {forget} from './about.js';
import {Changes, type Coded, type Found} from './changes.js';
import type {Entry, Kept, Outcome} from './entry.js';
import {statements, type Statements} from './statements.js';

/** Writes entries in one transaction, and says what became of each. */
export type Flush = (entries: readonly Entry[], shard: number) => Promise<readonly Outcome[]>;

/** A flush for this database. */
export function flushing(database: Database): Flush {
  const ready = statements(database.kind);
  return (entries, shard) =>
    transact(database, async connection => {
      const changes = new Changes(await find(connection, ready, entries));
      const outcomes = entries.map(entry => changes.take(entry));
      await changes.write(connection, ready, shard);
      await forget(connection, changes.altered);
      return outcomes;
    });
}

/** Cards first: whoever closes one waits for the flushes that hold it, and no flush begins under it meanwhile. */
async function find(connection: Connection, ready: Statements, entries: readonly Entry[]): Promise<Found> {
  const ask = async <Row>(statement: string, rows: readonly object[]) =>
    rows.length === 0 ? [] : run<Row>(connection, statement, [JSON.stringify(rows)]);
  const subjects = new Map(entries.map(({alliance, subject}) => [`${alliance} ${subject}`, {alliance, id: subject}]));
  const ids = new Map(entries.map(({alliance, id}) => [`${alliance} ${id}`, {alliance, id}]));
  const coded = entries.flatMap(({alliance, subject, code}) =>
    code === undefined ? [] : [{alliance, round: subject, hash: code}],
  );
  const cards = await ask<Found['cards'][number]>(ready.cards, [...subjects.values()]);
  const codes = await ask<Found['codes'][number]>(ready.codes, unique(coded));
  const open = await ask<Omit<Kept, 'settled'>>(ready.open, [...ids.values()]);
  const settled = await ask<Omit<Kept, 'settled'>>(ready.settled, [...ids.values()]);
  const kept = [...open.map(row => ({...row, settled: false})), ...settled.map(row => ({...row, settled: true}))];
  return {cards, codes, kept};
}

function unique(codes: readonly Coded[]): Coded[] {
  return [...new Map(codes.map(code => [`${code.alliance} ${code.round} ${code.hash}`, code])).values()];
}
