import {Kysely, PostgresDialect, sql, SqliteDialect} from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import {migrate} from './migrations.js';
import type {Tables} from './tables.js';

/** Where an alliance's data is kept. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  readonly query: Kysely<Tables>;
  close(): Promise<void>;
}

/** Connections that one collector keeps to PostgreSQL. */
const CONNECTIONS = 10;

/** Milliseconds that a write waits for another process that holds the SQLite file, such as a backup. */
const PATIENCE = 10_000;

/**
 * Opens the database and makes the tables that it lacks.
 *
 * @param address `postgres://…`, or the path of a SQLite file.
 */
export async function openDatabase(address: string): Promise<Database> {
  const database = /^postgres(ql)?:/.test(address) ? postgres(address) : sqlite(address);
  try {
    await migrate(database.query, database.kind);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Every commit is on the disk before anybody hears of it, and what is deleted is overwritten. */
function sqlite(path: string): Database {
  const file = new Libsql(path);
  for (const pragma of [
    `busy_timeout = ${PATIENCE}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'foreign_keys = ON',
  ]) {
    file.pragma(pragma);
  }
  const query = new Kysely<Tables>({dialect: new SqliteDialect({database: file})});
  return {kind: 'sqlite', query, close: () => query.destroy()};
}

function postgres(address: string): Database {
  const pool = new pg.Pool({connectionString: address, max: CONNECTIONS});
  // A connection that breaks while nobody uses it: the next one who needs one gets another.
  pool.on('error', () => undefined);
  const query = new Kysely<Tables>({dialect: new PostgresDialect({pool})});
  return {kind: 'postgres', query, close: () => query.destroy()};
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
