import type {Database} from './open.js';
import {run, type Connection} from './transact.js';

type Kind = Database['kind'];
type Type = 'text' | 'integer';

/**
 * Many rows as one parameter, so that a statement is the same text however many there are: goes where a table goes. The
 * parameter is the JSON of a list of objects with these columns.
 *
 * @param columns Name and type of every column.
 */
export function rowsFrom(kind: Kind, columns: Readonly<Record<string, Type>>): string {
  if (kind === 'postgres') {
    const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    return `json_to_recordset($1::json) as given(${typed.join(', ')})`;
  }
  const read = Object.keys(columns).map(name => `value ->> '$.${name}' as ${name}`);
  return `(select ${read.join(', ')} from json_each(?)) as given`;
}

/** Where new rows go: a table, and the name and type of every column that they have. */
export interface Into {
  readonly kind: Kind;
  readonly table: string;
  readonly columns: Readonly<Record<string, Type>>;
}

/** Rows of one statement: on PostgreSQL a text of a few megabytes; on SQLite more gain nothing. */
const TOGETHER = {postgres: 2_000, sqlite: 16} as const;

/** Writes new rows, in the order in which they are given. */
export async function insertRows(connection: Connection, into: Into, rows: readonly object[]): Promise<void> {
  const insert = into.kind === 'postgres' ? insertJson : insertValues;
  for (let start = 0; start < rows.length; start += TOGETHER[into.kind])
    await insert(connection, into, rows.slice(start, start + TOGETHER[into.kind]));
}

async function insertJson(connection: Connection, {table, columns}: Into, rows: readonly object[]): Promise<void> {
  const names = Object.keys(columns).join(', ');
  const insert = `insert into ${table} (${names}) select ${names} from ${rowsFrom('postgres', columns)}`;
  await run(connection, insert, [JSON.stringify(rows)]);
}

/** To read JSON costs SQLite more than the rest of a row. */
async function insertValues(connection: Connection, {table, columns}: Into, rows: readonly object[]): Promise<void> {
  const names = Object.keys(columns);
  const one = `(${names.map(() => '?').join(', ')})`;
  const values = rows.flatMap(row => names.map(name => (row as Readonly<Record<string, unknown>>)[name]));
  const insert = `insert into ${table} (${names.join(', ')}) values ${rows.map(() => one).join(', ')}`;
  await run(connection, insert, values);
}

/**
 * A condition that a column has one of many values, which the index of the column can be searched for whatever the
 * database believes about the size of its tables. The parameter is made by `list`.
 *
 * @param place Number of the parameter in its statement, from 1.
 */
export function isAmong(kind: Kind, column: string, place: number): string {
  return kind === 'postgres' ? `${column} = any($${place}::text[])` : `${column} in (select value from json_each(?))`;
}

/** The parameter of `isAmong`. */
export function list(kind: Kind, values: Iterable<string>): unknown {
  const once = [...new Set(values)];
  return kind === 'postgres' ? once : JSON.stringify(once);
}

/** Nobody may change the rows until the transaction ends; SQLite has one writer at a time anyway. */
export function locking(kind: Kind, strength: 'share' | 'update', table: string): string {
  return kind === 'postgres' ? `for ${strength} of ${table}` : '';
}
