import {sql, type Kysely} from 'kysely';
import type {Tables} from './tables.js';

/** SQLite keeps a table in the order of its key when it has no row number: then nothing tells what came first. */
type Kind = 'sqlite' | 'postgres';

/** Says to SQLite that the index of what is not a ballot may be used. */
export const NO_BALLOT = "kind <> 'ballot'";

/**
 * Every statement that makes the tables, oldest first. Each can be run again, at any moment and by two processes at
 * once, and does nothing then. Never change one that was released: add one.
 */
const STATEMENTS: readonly string[] = [
  `create table if not exists alliance (
    id text not null primary key, slug text not null unique, origins text not null, revision integer not null)`,
  `create table if not exists card (
    alliance text not null, id text not null, kind text not null, body text not null, primary key (alliance, id))`,
  ...['voice', 'settled_voice'].flatMap(table => [
    `create table if not exists ${table} (
      alliance text not null, subject text not null, id text not null, kind text not null, body text not null,
      receipt text not null, edition integer not null, primary key (alliance, id))`,
    `create index if not exists ${table}_receipt on ${table} (receipt)`,
    `create index if not exists ${table}_withdrawn on ${table} (id) where body = ''`,
  ]),
  // Ballots that come in are found by their ids alone: an entry for each in one more index would cost as much as a ballot.
  `create index if not exists voice_subject on voice (subject, kind) where ${NO_BALLOT}`,
  `create index if not exists settled_voice_subject on settled_voice (subject, kind)`,
  `create table if not exists tally (
    alliance text not null, round text not null, part text not null, body text not null,
    primary key (alliance, round, part))`,
  `create table if not exists result (
    alliance text not null, round text not null, body text not null, primary key (alliance, round))`,
  `create table if not exists code_key (
    alliance text not null, round text not null, key text not null, primary key (alliance, round))`,
  `create table if not exists code (
    alliance text not null, round text not null, hash text not null, spent integer not null,
    primary key (alliance, round, hash))`,
  `create table if not exists facilitator (
    id text not null primary key, name text not null unique, passphrase text not null, invitation text not null,
    subject text not null)`,
  `create table if not exists membership (
    facilitator text not null, alliance text not null, primary key (facilitator, alliance))`,
  `create table if not exists session (
    id text not null primary key, facilitator text not null, expires integer not null)`,
  `create table if not exists audit (
    id text not null primary key, alliance text not null, minute integer not null, facilitator text not null,
    act text not null, subject text not null)`,
  `create table if not exists refused_origin (
    alliance text not null, origin text not null, n integer not null, primary key (alliance, origin))`,
  `create table if not exists secret (name text not null primary key, value text not null)`,
];

/** Two processes that make the same table at the same moment on PostgreSQL: one of them is told so, and looks again. */
const TRIES = 20;

/** Makes what is not there yet. May be killed at any statement and run again. */
export async function migrate(database: Kysely<Tables>, kind: Kind): Promise<void> {
  for (const statement of STATEMENTS) await attempt(database, fitting(statement, kind));
}

function fitting(statement: string, kind: Kind): string {
  if (!statement.startsWith('create table')) return statement;
  // Texts in the order of their bytes, as on SQLite and in the language itself; the other order is slower as well.
  return kind === 'sqlite' ? `${statement} without rowid` : statement.replaceAll(' text ', ' text collate "C" ');
}

async function attempt(database: Kysely<Tables>, statement: string): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await sql.raw(statement).execute(database);
      return;
    } catch (error) {
      if (left === 0 || !isRace(error)) throw error;
    }
  }
}

/** `unique_violation` in a system table, `duplicate_table`, `duplicate_object`, `tuple concurrently updated`. */
function isRace(error: unknown): boolean {
  const code = (error as {readonly code?: unknown}).code;
  return typeof code === 'string' && ['23505', '42P07', '42710', 'XX000'].includes(code);
}
