import {serve} from '@hono/node-server';
import {randomBytes} from 'node:crypto';
import type {AddressInfo} from 'node:net';
import {rooms, type Rooms} from './app.js';
import {openDatabase} from './database/open.js';
import {setUpCode} from './facilitator/set-up.js';
import {bundleIn} from './embed/bundle.js';
import {securing} from './http/headers.js';
import {logTo, type Log} from './log.js';
import {pages} from './pages.js';
import type {Parts} from './parts.js';
import type {Settings} from './settings.js';
import {rounds} from './upkeep/rounds.js';
import {cleanUp} from './voices/clean-up.js';

/** A collector that runs. */
export interface Collector {
  /** Where it listens: `http://127.0.0.1:8090`. */
  readonly url: string;
  /** The one-time code to make the first account with; `undefined` once there is one. */
  readonly setUpCode: string | undefined;
  /** Takes nothing new, finishes what is under way, and lets go of the database. Again does nothing. */
  close(): Promise<void>;
}

/** Milliseconds that requests get to finish at a stop. */
const FINISH = 10_000;

/**
 * Starts a collector.
 *
 * @throws Error when it cannot listen, or cannot reach its database.
 */
export async function start(
  settings: Settings,
  log: Log = logTo(line => process.stdout.write(line), Date.now),
): Promise<Collector> {
  const database = await openDatabase(settings.database);
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const parts: Parts = {database, settings, clock: Date.now, random, log};
  try {
    const code = await setUpCode(database.query, random);
    await cleanUp(parts);
    const upkeep = await rounds(parts);
    const made = rooms(parts);
    const {url, stop} = await listen(parts, made);
    log.info('started', {database: database.kind});
    let closing: Promise<void> | undefined;
    const close = async () => {
      made.live.close();
      await stop();
      await made.writer.idle();
      await upkeep.close();
      await database.close();
      log.info('stopped');
    };
    return {url, setUpCode: code, close: () => (closing ??= close())};
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(parts: Parts, {app}: Rooms): Promise<{readonly url: string; readonly stop: () => Promise<void>}> {
  const {settings} = parts;
  const secure = securing(settings);
  const bundle = settings.script === undefined ? undefined : bundleIn(settings.script);
  const whole = pages(parts, async (request, environment) => app.fetch(request, environment as object), bundle);
  const server = serve({
    fetch: async (request, environment) => secure(await whole.fetch(request, environment)),
    hostname: settings.host,
    port: settings.port,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const {address, port, family} = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}${settings.basePath}`;
  const stop = () =>
    new Promise<void>(resolve => {
      const impatient = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), FINISH);
      server.close(() => {
        clearTimeout(impatient);
        resolve();
      });
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
  return {url, stop};
}
