import type {Writable} from 'node:stream';
import * as z from 'zod';
import {Id} from '@samenwaarde/core/schema';
import {conditional} from '../http/etag.js';
import {Answer, json} from '../http/answer.js';
import {networkOf} from '../http/caller.js';
import {salted} from '../http/limits.js';
import {addressReader} from '../http/pace.js';
import {Problem} from '../http/problem.js';
import {route, type Call, type Route} from '../http/route.js';
import {silent} from '../log.js';
import {allianceOf, Slug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {Beat} from './beat.js';
import {stateId, stateReader} from './state.js';
import {Places, type Full, type Leave} from './places.js';
import {Streams} from './stream.js';

/** Milliseconds after which a browser connects again: between these two, so that not all come back at once. */
const RETRY = {least: 1_000, most: 4_000};

/** Seconds after which somebody may ask for a stream again when there is no place for one. */
const FULL_FOR = 60;

const LastEvent = z.string().max(100).optional();
const State = z.object({revision: z.int(), counts: z.record(Id, z.int())});

/** The live stream of alliances. */
export interface Live {
  readonly routes: readonly Route[];
  /** Something of this alliance was written here: its listeners hear of it at once. */
  readonly changed: (alliance: string) => void;
  /** Ends every stream. Browsers connect again, to this collector or another. */
  close(): void;
}

type LiveParts = Pick<Parts, 'database' | 'log' | 'clock' | 'random' | 'settings'>;

/** What an alliance is like, told on and on; asked without `Accept: text/event-stream` it is told once. */
export function live(parts: LiveParts): Live {
  const read = stateReader(parts.database);
  const beat = new Beat(read, parts);
  const streams = new Streams(beat);
  const place = placing(parts);
  const close = () => {
    beat.close();
    streams.close();
  };
  return {routes: [liveRoute(parts, {read, streams, place})], changed: alliance => beat.wake(alliance), close};
}

type Place = (call: Pick<Call, 'request' | 'peer'>) => Leave;

/** Gives whoever asks a place for a stream. It throws a Problem when there is none: 429 from here, 503 anywhere. */
function placing({settings, random, clock}: LiveParts): Place {
  const {streams, streamsPerAddress, trustedProxies} = settings;
  const places = new Places({perAddress: streamsPerAddress, inAll: streams});
  const name = salted(random, clock);
  // Every request came past the limits, which warn of a proxy that is not trusted.
  const addressOf = addressReader(trustedProxies, silent);
  return call => {
    const address = addressOf(call);
    const leave = places.take(address === undefined ? undefined : name(networkOf(address)));
    if (typeof leave === 'function') return leave;
    throw noPlace(leave);
  };
}

function noPlace(full: Full): Problem {
  const [status, type, whose] =
    full === 'address' ? [429, 'too-many', 'from here'] : [503, 'busy', 'of this collector'];
  return new Problem(status, type, {
    detail: `Too many streams ${whose} are open. Ask now and then for JSON instead.`,
    headers: {'Retry-After': String(FULL_FOR)},
  });
}

interface Following {
  readonly read: ReturnType<typeof stateReader>;
  readonly streams: Streams;
  readonly place: Place;
}

const ANSWERS: Route['answers'] = {
  200: {description: 'The present state; as `text/event-stream` also every next one.', schema: State},
  304: {description: 'It is as you have it.'},
  429: {description: 'Too many requests, or streams, from here (`too-many`). As JSON it can still be asked.'},
  503: {description: 'Too many streams are open (`busy`), or the database cannot be reached.'},
};

function liveRoute({database, random}: LiveParts, {read, streams, place}: Following): Route {
  return route({
    method: 'GET',
    path: '/v1/alliances/{alliance}/live',
    role: 'anybody',
    summary: 'How many contributions there are, and when to read the alliance again: as events, or once as JSON.',
    parameters: {alliance: Slug},
    headers: {'last-event-id': LastEvent},
    answers: ANSWERS,
    cors: true,
    async handle({request, parameters, headers, peer}) {
      const {id, revision} = await allianceOf(database.query, parameters.alliance);
      const isStream = (request.header('accept') ?? '').includes('text/event-stream');
      // A HEAD has no body to read the stream from.
      if (isStream && request.method === 'GET') {
        const known = headers['last-event-id'];
        return streamed(streams.open({alliance: id, known, retry: retryAfter(random), left: place({request, peer})}));
      }
      const state = (await read(id)) ?? {revision, counts: {}};
      return conditional(request, `W/"${stateId(state)}"`, () => json(state));
    },
  });
}

function retryAfter(random: Parts['random']): number {
  return Math.round(RETRY.least + ((random(1)[0] ?? 0) / 255) * (RETRY.most - RETRY.least));
}

function streamed(body: (to: Writable) => void): Answer {
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Or nginx gathers events before it passes them on.
    'x-accel-buffering': 'no',
  };
  return new Answer(body, {headers});
}
