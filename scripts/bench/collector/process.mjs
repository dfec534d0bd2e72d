// What the benches of the collector run in processes of their own.
import {execFileSync, fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {freePort} from '../../../packages/collector/testing/free-port.mjs';
import {startPostgres} from '../../../packages/collector/testing/postgres.mjs';

export const rounded = number => Number(number.toPrecision(3));

/** A process that runs one of the files beside this one, and its messages. */
export function helper(name, about) {
  const child = fork(fileURLToPath(new URL(`${name}.mjs`, import.meta.url)), [JSON.stringify(about)]);
  const said = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended without a word`))),
    ]);
    return message;
  };
  return {said, stop: () => child.kill()};
}

/** A collector on this database, started as its keeper would. */
export async function collectorOn(address) {
  const port = await freePort();
  const database = address.startsWith('postgres') ? {DATABASE_URL: address} : {DATA: address};
  const unlimited = {CONTRIBUTIONS_PER_MINUTE: '9999999', STREAMS_PER_ADDRESS: '9999999'};
  const environment = {...process.env, ...database, PORT: String(port), ...unlimited};
  const child = spawn(process.execPath, ['packages/collector/dist/main.js'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  await new Promise((resolve, reject) => {
    child.stderr.on('data', text => {
      said += text;
      if (said.includes('listens on')) resolve();
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return {
    port,
    /** Memory in use, in MB. */
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], {encoding: 'utf8'})) / 1_024,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The rows of a bench, with a PostgreSQL of its own and a folder for SQLite files. */
export async function onBoth(measure) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-collector-'));
  const server = await startPostgres();
  try {
    return await measure(server, folder);
  } finally {
    await server.stop();
    await rm(folder, {recursive: true, force: true});
  }
}
