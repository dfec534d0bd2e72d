import {Console} from 'node:console';
import {randomBytes} from 'node:crypto';
import {rooms} from './app.js';
import {openDatabase} from './database/open.js';
import {bundleIn, type Bundle} from './embed/bundle.js';
import {setUpCode} from './facilitator/set-up.js';
import {usualHeaders} from './http/headers.js';
import {listening} from './http/node.js';
import {listen, type Server} from './http/server.js';
import {asking} from './http/web.js';
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
  /** Where facilitators enter, as people reach it: `https://waarden.example.nl/beheer`. */
  readonly door: string;
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
function listenAt(settings: Settings): Promise<Server> {
  return listen(settings.host, settings.port, usualHeaders(settings)).catch((cause: unknown) => {
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
  const site = pages(parts, asking(made.answering), bundle);
  server.answer(
    listening({
      answering: made.answering,
      site,
      usual: usualHeaders(settings),
      failed: error => log.error('failed', error),
    }),
  );
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
  const {publicOrigin, basePath} = settings;
  return {
    url: `${server.url}${basePath}`,
    door: `${publicOrigin}${basePath}/beheer`,
    setUpCode: code,
    close: () => (closing ??= close()),
  };
}

/** A port that was free is part of the origin where nobody named one. */
function withPort(settings: Settings, port: number): Settings {
  return {...settings, publicOrigin: settings.publicOrigin.replace(/:0$/, `:${port}`)};
}

function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}
