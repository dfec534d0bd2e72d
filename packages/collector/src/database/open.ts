import {closeSync, openSync} from 'node:fs';
import {Kysely, PostgresDialect, sql, SqliteDialect} from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import {SettingsError} from '../settings.js';
import {migrate} from './migrations.js';
import type {Tables} from './tables.js';

/** Where an alliance's data is kept. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  readonly query: Kysely<Tables>;
  /**
   * Asks a statement that is asked all day, which then is planned once. Only PostgreSQL has it: SQLite has one connection,
   * where somebody else may be in a transaction.
   */
  readonly often: ((statement: string, parameters: readonly unknown[]) => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** Connections that one collector keeps to PostgreSQL. */
const CONNECTIONS = 10;

/** Connections for what is asked all day: as many as there are flushes at once. */
const OFTEN = 2;

const BY_KEYS = `set plan_cache_mode = force_generic_plan;
  set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off`;

/** Memory in kB that SQLite may keep pages in, and pages of its log after which it writes them to their places. */
const CACHE = 65_536;
const PAGES = 4_000;

/** Milliseconds that a write waits for another process that holds the SQLite file, such as a backup. */
const PATIENCE = 10_000;

/** A database without a file, as SQLite calls it. */
const IN_MEMORY = ':memory:';

/**
 * Opens the database and makes the tables that it lacks.
 *
 * @param address `postgres://…`, or the path of a SQLite file.
 * @throws SettingsError when nothing can be kept there.
 */
export async function openDatabase(address: string): Promise<Database> {
  const isServer = /^postgres(ql)?:/.test(address);
  let database: Database | undefined;
  try {
    database = isServer ? postgres(address) : sqlite(address);
    await migrate(database.query, database.kind);
  } catch (error) {
    await database?.close();
    const why = error instanceof Error ? error.message : '';
    throw new SettingsError(`${isServer ? 'DATABASE_URL' : 'DATA'} names a database that cannot be used: ${why}`, {
      cause: error,
    });
  }
  return database;
}

/** Every commit is on the disk before anybody hears of it, and what is deleted is overwritten. */
function sqlite(path: string): Database {
  if (path !== IN_MEMORY) makeOwn(path);
  const file = new Libsql(path);
  for (const pragma of [
    `busy_timeout = ${PATIENCE}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    // Ballots have random ids and fall all over the file: with all of it at hand, and written back to less often, three
    // times as many fit in a second.
    `cache_size = -${CACHE}`,
    `wal_autocheckpoint = ${PAGES}`,
    'foreign_keys = ON',
  ]) {
    file.pragma(pragma);
  }
  const query = new Kysely<Tables>({dialect: new SqliteDialect({database: file})});
  return {kind: 'sqlite', query, often: undefined, close: () => query.destroy()};
}

/** Nobody else on the machine reads it: it has what was not released. What SQLite puts beside a file is as private. */
function makeOwn(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function postgres(address: string): Database {
  const pool = new pg.Pool({connectionString: address, max: CONNECTIONS});
  // A connection that breaks while nobody uses it: the next one who needs one gets another.
  pool.on('error', () => undefined);
  const query = new Kysely<Tables>({dialect: new PostgresDialect({pool})});
  const {often, end} = planned(address);
  return {kind: 'postgres', query, often, close: () => Promise.all([query.destroy(), end()]).then(() => undefined)};
}

async function setUp(client: pg.ClientBase): Promise<void> {
  await client.query(BY_KEYS);
}

/** The pool waits for it, though its types do not say so. */
const onConnect = setUp as (client: pg.ClientBase) => void;

/**
 * Connections where statements stay planned. A plan is made while the tables are small, and has to be right when they are
 * not: it goes by the keys.
 */
function planned(address: string): {readonly often: NonNullable<Database['often']>; readonly end: () => Promise<void>} {
  const pool = new pg.Pool({connectionString: address, max: OFTEN, onConnect});
  pool.on('error', () => undefined);
  const names = new Map<string, string>();
  let ended: Promise<void> | undefined;
  return {
    often: async (text, values) => {
      const name = names.get(text) ?? `often-${names.size}`;
      names.set(text, name);
      await pool.query({name, text, values: [...values]});
    },
    end: () => (ended ??= pool.end()),
  };
}

/**
 * Empties the log that SQLite writes ahead: what was withdrawn is gone from the tables at once, but the log still has it.
 * While another process reads, such as a backup, it does nothing, and nobody waits for it.
 */
export async function emptyLog({kind, query}: Pick<Database, 'kind' | 'query'>): Promise<void> {
  if (kind !== 'sqlite') return;
  await query.connection().execute(async connection => {
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    } finally {
      await sql.raw(`pragma busy_timeout = ${PATIENCE}`).execute(connection);
    }
  });
}
