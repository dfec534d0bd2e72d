import {Console} from 'node:console';
import {randomBytes} from 'node:crypto';
import {rooms, type Rooms} from './app.js';
import {openDatabase} from './database/open.js';
import {bundleIn} from './embed/bundle.js';
import {setUpCode} from './facilitator/set-up.js';
import {securing} from './http/headers.js';
import {listen, type Handler, type Server} from './http/server.js';
import {logTo, type Log} from './log.js';
import {pages} from './pages.js';
import type {Parts} from './parts.js';
import type {Settings} from './settings.js';
import {housekeeping} from './upkeep/housekeeping.js';
import {cleanUp} from './voices/clean-up.js';

/** A collector that runs. */
export interface Collector {
  /** Where it listens: `http://127.0.0.1:8090`. */
  readonly url: string;
  /** The one-time code to make the first account with; `undefined` once there is one. */
  readonly setUpCode: string | undefined;
  /** Takes nothing new, finishes what is under way, and lets go of the database. Again does nothing. */
  readonly close: () => Promise<void>;
}

/** The log goes to standard output, and nothing else does. */
const out = new Console(process.stdout);

/**
 * Starts a collector.
 *
 * @throws Error when it cannot listen, or cannot reach its database.
 */
export async function start(
  settings: Settings,
  log: Log = logTo(line => out.log(line.trimEnd()), Date.now),
): Promise<Collector> {
  const database = await openDatabase(settings.database);
  try {
    const server = await listen(settings.host, settings.port);
    return await open({database, settings: withPort(settings, server.port), clock: Date.now, random, log}, server);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function open(parts: Parts, server: Server): Promise<Collector> {
  const {database, settings, log} = parts;
  const code = await setUpCode(database.query, random);
  await cleanUp(parts);
  const upkeep = await housekeeping(parts);
  const made = rooms(parts);
  server.answer(whole(parts, made));
  log.info('started', {database: database.kind});
  let closing: Promise<void> | undefined;
  const close = async () => {
    made.live.close();
    await server.close();
    await made.writer.idle();
    await upkeep.close();
    await database.close();
    log.info('stopped');
  };
  return {url: `${server.url}${settings.basePath}`, setUpCode: code, close: () => (closing ??= close())};
}

/** The API, and the pages where it has nothing; every answer with its headers. */
function whole(parts: Parts, {app}: Rooms): Handler {
  const {script} = parts.settings;
  const bundle = script === undefined ? undefined : bundleIn(script);
  const site = pages(parts, async (request, environment) => app.fetch(request, environment), bundle);
  app.notFound(context => site.fetch(context.req.raw, context.env));
  const secure = securing(parts.settings);
  return async (request, environment) => secure(await app.fetch(request, environment));
}

/** A port that was free is part of the origin where nobody named one. */
function withPort(settings: Settings, port: number): Settings {
  return {...settings, publicOrigin: settings.publicOrigin.replace(/:0$/, `:${port}`)};
}

function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}
