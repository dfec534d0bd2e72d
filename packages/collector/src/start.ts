import {Console} from 'node:console';
import {randomBytes} from 'node:crypto';
import {rooms, type Rooms} from './app.js';
import {openDatabase} from './database/open.js';
import {bundleIn, type Bundle} from './embed/bundle.js';
import {setUpCode} from './facilitator/set-up.js';
import {hungUp} from './http/caller.js';
import {usualHeaders} from './http/headers.js';
import {Problem, problemResponse} from './http/problem.js';
import {listen, type Handler, type Server} from './http/server.js';
import {logTo, type Log} from './log.js';
import {pages} from './pages.js';
import type {Parts} from './parts.js';
import {SettingsError, type Settings} from './settings.js';
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
 * @throws Error when it cannot listen, cannot reach its database, or a setting names what is not there. Nothing of it
 *   goes on then.
 */
export async function start(
  settings: Settings,
  log: Log = logTo(line => out.log(line.trimEnd()), Date.now),
): Promise<Collector> {
  const bundle = scriptIn(settings);
  const database = await openDatabase(settings.database);
  const opened: {close(): Promise<void>}[] = [database];
  try {
    const server = await listenAt(settings);
    opened.push(server);
    const parts = {database, settings: withPort(settings, server.port), clock: Date.now, random, log};
    return await open(parts, server, bundle);
  } catch (error) {
    for (const each of opened.reverse()) await each.close();
    throw error;
  }
}

/** @throws SettingsError when there is no script where the setting says. */
function scriptIn({script}: Settings): Bundle | undefined {
  const bundle = script === undefined ? undefined : bundleIn(script);
  if (script !== undefined && bundle === undefined)
    throw new SettingsError('SCRIPT must be the folder of the built script, with its manifest.json.');
  return bundle;
}

/** @throws SettingsError when nobody can listen there. */
function listenAt({host, port}: Settings): Promise<Server> {
  return listen(host, port).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`PORT and HOST name an address that cannot be used: ${why}`, {cause});
  });
}

async function open(parts: Parts, server: Server, bundle: Bundle | undefined): Promise<Collector> {
  const {database, settings, log} = parts;
  const code = await setUpCode(database.query, random);
  await cleanUp(parts);
  const upkeep = await housekeeping(parts);
  const made = rooms(parts);
  server.answer(whole(parts, made, bundle), usualHeaders(settings));
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

/** The API, and the pages where it has nothing. */
function whole(parts: Parts, {app}: Rooms, bundle: Bundle | undefined): Handler {
  const site = pages(parts, async (request, exchange) => app.fetch(request, exchange), bundle);
  app.notFound(context => site.fetch(context.req.raw, context.env));
  return (request, exchange) => (hungUp(exchange) ? nobodyThere() : app.fetch(request, exchange));
}

/** Or a script that breaks every connection after it sent something would be held back by no limit. */
function nobodyThere(): Response {
  return problemResponse(new Problem(400, 'hung-up', {detail: 'The connection broke before this could be done.'}));
}

/** A port that was free is part of the origin where nobody named one. */
function withPort(settings: Settings, port: number): Settings {
  return {...settings, publicOrigin: settings.publicOrigin.replace(/:0$/, `:${port}`)};
}

function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}
