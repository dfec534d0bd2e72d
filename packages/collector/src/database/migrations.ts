import {sql, type Kysely} from 'kysely';
import {NEXT_TALLY, renewTally, tallyOfParts} from './old-tally.js';
import type {Tables} from './tables.js';

/** SQLite keeps a table in the order of its key when it has no row number: then nothing tells what came first. */
type Kind = 'sqlite' | 'postgres';

const NO_BALLOT = "kind <> 'ballot'";

/** Beside another condition on the kind it tells SQLite that the index of what is not a ballot may be used. */
export const noBallot = sql.raw<boolean>(NO_BALLOT);

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
  tallyOfParts('tally'),
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
  `alter table card add column if not exists about text not null default ''`,
  `create index if not exists card_about on card (about)`,
  `alter table refused_origin add column if not exists seen integer not null default 0`,
];

/** Values of a key in a card's JSON. */
const READ: Readonly<Record<Kind, (key: string) => string>> = {
  sqlite: key => `body ->> '$.${key}'`,
  postgres: key => `body::json ->> '${key}'`,
};

/**
 * What brings rows of an earlier version up to date: those that are here, and those of a backup. Each does nothing where
 * there is nothing to do.
 */
export function updates(kind: Kind): readonly string[] {
  return [
    `update card set about = case kind when 'moderation' then ${READ[kind]('of')} else ${READ[kind]('quote')} end
      where kind in ('moderation', 'highlight') and about = ''`,
    // Of two with one subject the first stays the one who enters with it, also where the other was let in.
    `insert into membership (facilitator, alliance)
      select first.id, membership.alliance from facilitator as other
      join (select subject, min(id) as id from facilitator where subject <> '' group by subject) as first
        on first.subject = other.subject and first.id <> other.id
      join membership on membership.facilitator = other.id
      where true on conflict do nothing`,
    `update facilitator set subject = '' where subject <> '' and exists (
      select 1 from facilitator as other where other.subject = facilitator.subject and other.id < facilitator.id)`,
    `create unique index if not exists ${ONE_SUBJECT} on facilitator (subject) where subject <> ''`,
  ];
}

/** The index that keeps a subject to one person. */
export const ONE_SUBJECT = 'facilitator_subject';

/** Two processes that make the same table at the same moment on PostgreSQL: one of them is told so, and looks again. */
const TRIES = 20;

/** Makes what is not there yet. May be killed at any statement and run again. */
export async function migrate(database: Kysely<Tables>, kind: Kind): Promise<void> {
  await renewTally(database, kind, fitting(tallyOfParts(NEXT_TALLY), kind));
  for (const statement of statementsFor(kind)) await attempt(database, statement);
}

/** Everything that `migrate` does, for this kind of database. */
export function statementsFor(kind: Kind): readonly string[] {
  return [...STATEMENTS.map(statement => fitting(statement, kind)), ...updates(kind)];
}

function fitting(statement: string, kind: Kind): string {
  // SQLite has no such words for a column: there it says that the column is there, and that is heard.
  if (kind === 'sqlite' && statement.startsWith('alter table')) return statement.replace(' if not exists', '');
  if (!/^(create|alter) table/.test(statement)) return statement;
  // Texts in the order of their bytes, as on SQLite and in the language itself; the other order is slower as well.
  return kind === 'sqlite' ? `${statement} without rowid` : statement.replaceAll(' text ', ' text collate "C" ');
}

async function attempt(database: Kysely<Tables>, statement: string): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await sql.raw(statement).execute(database);
      return;
    } catch (error) {
      if (isThere(error)) return;
      if (left === 0 || !isRace(error)) throw error;
    }
  }
}

/** What SQLite says of a column that was added before. */
function isThere(error: unknown): boolean {
  return error instanceof Error && error.message.includes('duplicate column name');
}

/** `unique_violation` in a system table, `duplicate_table`, `duplicate_object`, `tuple concurrently updated`. */
function isRace(error: unknown): boolean {
  const code = (error as {readonly code?: unknown}).code;
  return typeof code === 'string' && ['23505', '42P07', '42710', 'XX000'].includes(code);
}
