import {join} from 'node:path';
import {after, describe} from 'node:test';
import {startPostgres, type Postgres} from '../../testing/postgres.mjs';
import {newFolder} from '../folder.test-helper.js';
import {openDatabase, type Database} from './open.js';
import {run} from './transact.js';

/** A kind of database under a test: every database that it gives is empty, and its own. */
export interface Ground {
  readonly kind: Database['kind'];
  /** An empty database. */
  open(): Promise<Database>;
  /** The address of an empty database, to open more than once. */
  address(): Promise<string>;
  /** Opens a database at an address; closed at the end at the latest. */
  at(address: string): Promise<Database>;
}

/** The same tests on SQLite and on PostgreSQL. */
export function onBothDatabases(name: string, tests: (ground: Ground) => void): void {
  for (const kind of ['sqlite', 'postgres'] as const) onOne(kind, name, tests);
}

/** Tests on SQLite alone, for what is the same on every database. */
export function onSqlite(name: string, tests: (ground: Ground) => void): void {
  onOne('sqlite', name, tests);
}

function onOne(kind: Database['kind'], name: string, tests: (ground: Ground) => void): void {
  describe(`${name} (${kind})`, () => {
    const opened = new Set<Database>();
    after(() => Promise.all([...opened].map(database => database.close())));
    const address = kind === 'sqlite' ? newFile : newOnServer;
    const at = async (place: string) => {
      const database = await openDatabase(place);
      opened.add(database);
      return database;
    };
    tests({kind, open: async () => at(await address()), address, at});
  });
}

let count = 0;
let server: Promise<Postgres> | undefined;
after(async () => (await server)?.stop());

function newFile(): Promise<string> {
  return Promise.resolve(join(newFolder(), 'collector.sqlite'));
}

/** One PostgreSQL serves all tests of a file: to start it takes longer than most of them. */
async function newOnServer(): Promise<string> {
  server ??= startPostgres();
  return (await server).database(`test${++count}`);
}

/** Milliseconds after which nobody waits any more. */
const PATIENCE = 20_000;

/** Settles once so many on this PostgreSQL wait for what somebody else holds. @throws Error when they never do. */
export async function waiting({query}: Database, many: number): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) if ((await heldUp(query)) >= many) return;
  throw new Error(`There are no ${many} who wait.`);
}

/** Settles as soon as somebody waits for somebody else in this PostgreSQL, or the work is done without. */
export async function untilWaiting({query}: Database, work: Promise<unknown>): Promise<void> {
  const done: {is: boolean} = {is: false};
  const end = () => (done.is = true);
  work.then(end, end);
  while (!done.is && (await heldUp(query)) === 0);
}

async function heldUp(query: Database['query']): Promise<number> {
  return (await run(query, 'select 1 from pg_locks where not granted')).length;
}
