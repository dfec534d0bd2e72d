import type {CardTable} from './tables.js';
import type {Connection} from './transact.js';
import {inTurns} from './turns.js';

/** A table of which every row is a record of an alliance. */
export type TableOfRecords = 'card' | 'voice' | 'settled_voice';

/** Most ids of one question to the database. */
const AT_ONCE = 500;

/** Rows that are read in one go. */
const PAGE = 1_000;

/** A record, as it is kept. */
export type Row = Pick<CardTable, 'id' | 'kind' | 'body'>;

/** The rows of an alliance with these ids, however many they are. What was withdrawn has an empty body. */
export async function rowsById(
  connection: Connection,
  table: TableOfRecords,
  {alliance, ids}: {readonly alliance: string; readonly ids: Iterable<string>},
): Promise<Row[]> {
  const unique = [...new Set(ids)];
  const all = connection.selectFrom(table).select(['id', 'kind', 'body']).where('alliance', '=', alliance);
  const rows: Row[] = [];
  for await (const some of inTurns(unique, AT_ONCE)) rows.push(...(await all.where('id', 'in', some).execute()));
  return rows;
}

/** Which rows of an alliance. */
export interface Which {
  readonly alliance: string;
  /** Only of these kinds. */
  readonly kinds?: readonly string[];
  /** Only with a higher id than this. */
  readonly after?: string | undefined;
}

/** Rows in the order of their ids, without what was withdrawn: read page by page, as far as somebody goes on. */
export async function* rowsInOrder(
  connection: Connection,
  table: TableOfRecords,
  {alliance, kinds, after}: Which,
): AsyncGenerator<Row> {
  let all = connection.selectFrom(table).select(['id', 'kind', 'body']).where('alliance', '=', alliance);
  if (kinds !== undefined) all = all.where('kind', 'in', kinds);
  const kept = all.where('body', '<>', '');
  yield* inPages((last, most) => kept.where('id', '>', last).orderBy('id').limit(most).execute(), after);
}

/**
 * All rows that a question to the database gives, page by page.
 *
 * @param ask Gives so many rows with a higher id than this, in the order of their ids.
 */
export async function* inPages<Row extends {readonly id: string}>(
  ask: (after: string, most: number) => Promise<readonly Row[]>,
  after = '',
): AsyncGenerator<Row> {
  for (let last = after; ;) {
    const rows = await ask(last, PAGE);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? '';
  }
}
