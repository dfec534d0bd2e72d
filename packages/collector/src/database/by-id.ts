import type {CardTable} from './tables.js';
import type {Connection} from './transact.js';

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
  const rows: Row[] = [];
  for (let start = 0; start < unique.length; start += AT_ONCE)
    rows.push(
      ...(await connection
        .selectFrom(table)
        .select(['id', 'kind', 'body'])
        .where('alliance', '=', alliance)
        .where('id', 'in', unique.slice(start, start + AT_ONCE))
        .execute()),
    );
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
  {alliance, kinds, after = ''}: Which,
): AsyncGenerator<Row> {
  let all = connection.selectFrom(table).select(['id', 'kind', 'body']).where('alliance', '=', alliance);
  if (kinds !== undefined) all = all.where('kind', 'in', kinds);
  for (let last = after; ;) {
    const next = all.where('body', '<>', '').where('id', '>', last).orderBy('id').limit(PAGE);
    const rows = await next.execute();
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? '';
  }
}
