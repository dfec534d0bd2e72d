import {sql} from 'kysely';
import * as z from 'zod';
import type {Tables} from '../database/tables.js';
import type {Connection} from '../database/transact.js';
import {VOICE} from '../voices/statements.js';

interface Table {
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, 'text' | 'integer'>>;
}

/**
 * What a dump has of every table. Sessions and secrets are not in it: nobody is in after a restore, and no code of a first
 * start lies about. Tallies neither: they are counted again. Nor what a card is about: it is read from the card again.
 */
export const DUMPED: Readonly<Record<Exclude<keyof Tables, 'session' | 'secret' | 'tally'>, Table>> = {
  alliance: {key: ['id'], columns: {id: 'text', slug: 'text', origins: 'text', revision: 'integer'}},
  refused_origin: {key: ['alliance', 'origin'], columns: {alliance: 'text', origin: 'text', n: 'integer'}},
  card: {key: ['alliance', 'id'], columns: {alliance: 'text', id: 'text', kind: 'text', body: 'text'}},
  voice: {key: ['alliance', 'id'], columns: VOICE},
  settled_voice: {key: ['alliance', 'id'], columns: VOICE},
  result: {key: ['alliance', 'round'], columns: {alliance: 'text', round: 'text', body: 'text'}},
  code_key: {key: ['alliance', 'round'], columns: {alliance: 'text', round: 'text', key: 'text'}},
  code: {
    key: ['alliance', 'round', 'hash'],
    columns: {alliance: 'text', round: 'text', hash: 'text', spent: 'integer'},
  },
  facilitator: {
    key: ['id'],
    columns: {id: 'text', name: 'text', passphrase: 'text', invitation: 'text', subject: 'text'},
  },
  membership: {key: ['facilitator', 'alliance'], columns: {facilitator: 'text', alliance: 'text'}},
  audit: {
    key: ['id'],
    columns: {id: 'text', alliance: 'text', minute: 'integer', facilitator: 'text', act: 'text', subject: 'text'},
  },
};

export type Dumped = keyof typeof DUMPED;

const TableName = z.enum(Object.keys(DUMPED) as [Dumped, ...Dumped[]]);

/** One line of a dump. The first says what it is, the last how many rows there are: a dump that was cut has no last. */
export const Line = z.union([
  z.strictObject({dump: z.literal(1), erasures: z.int().min(0)}),
  z.strictObject({table: TableName, row: z.record(z.string(), z.union([z.string(), z.int()]))}),
  z.strictObject({rows: z.int().min(0)}),
]);
export type Line = z.infer<typeof Line>;

/** Rows that are read in one go. */
const AT_ONCE = 2_000;

/**
 * Every line of a dump, of a connection that sees one moment.
 *
 * @param erasures Number of erasures on the list before it began: those that the database knows of.
 */
export async function* dump(connection: Connection, erasures: number): AsyncGenerator<Line> {
  yield {dump: 1, erasures};
  let rows = 0;
  for (const table of TableName.options)
    for await (const row of rowsOf(connection, table)) {
      rows++;
      yield {table, row};
    }
  yield {rows};
}

type Row = Readonly<Record<string, string | number>>;

async function* rowsOf(connection: Connection, table: Dumped): AsyncGenerator<Row> {
  const {key, columns} = DUMPED[table];
  const names = Object.keys(columns);
  const keys = sql.join(key.map(name => sql.ref(name)));
  for (let after: readonly (string | number)[] | undefined; ;) {
    const beyond = after === undefined ? sql`` : sql`where (${keys}) > (${sql.join(after)})`;
    const select = sql<Row>`select ${sql.join(names.map(name => sql.ref(name)))} from ${sql.table(table)}
      ${beyond} order by ${keys} limit ${sql.lit(AT_ONCE)}`;
    const {rows} = await select.execute(connection);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = key.map(name => last[name] ?? '');
  }
}
