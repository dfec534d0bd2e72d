import * as z from 'zod';
import {Id} from '@samenwaarde/core/schema';
import {conditional} from '../http/etag.js';
import {json} from '../http/json.js';
import {route, type Route} from '../http/route.js';
import {allianceOf, Slug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {Beat} from './beat.js';
import {stateId, stateReader} from './state.js';
import {Streams} from './stream.js';

/** Milliseconds after which a browser connects again: between these two, so that not all come back at once. */
const RETRY = {least: 1_000, most: 4_000};

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

type LiveParts = Pick<Parts, 'database' | 'log' | 'clock' | 'random'>;

/** What an alliance is like, told on and on; asked without `Accept: text/event-stream` it is told once. */
export function live(parts: LiveParts): Live {
  const read = stateReader(parts.database);
  const beat = new Beat(read, parts);
  const streams = new Streams(beat);
  const close = () => {
    beat.close();
    streams.close();
  };
  return {routes: [liveRoute(parts, read, streams)], changed: alliance => beat.wake(alliance), close};
}

function liveRoute({database, random}: LiveParts, read: ReturnType<typeof stateReader>, streams: Streams): Route {
  return route({
    method: 'GET',
    path: '/v1/alliances/{alliance}/live',
    role: 'anybody',
    summary: 'How many contributions there are, and when to read the alliance again: as events, or once as JSON.',
    parameters: {alliance: Slug},
    headers: {'last-event-id': LastEvent},
    answers: {
      200: {description: 'The present state; as `text/event-stream` also every next one.', schema: State},
      304: {description: 'It is as you have it.'},
    },
    cors: true,
    async handle({request, parameters, headers}) {
      const {id, revision} = await allianceOf(database.query, parameters.alliance);
      const isStream = (request.headers.get('Accept') ?? '').includes('text/event-stream');
      // A HEAD has no body to read the stream from.
      if (isStream && request.method === 'GET') {
        const known = headers['last-event-id'];
        return streamed(streams.open({alliance: id, known, retry: retryAfter(random)}));
      }
      const state = (await read(id)) ?? {revision, counts: {}};
      return conditional(request, `W/"${stateId(state)}"`, () => json(state));
    },
  });
}

function retryAfter(random: Parts['random']): number {
  return Math.round(RETRY.least + ((random(1)[0] ?? 0) / 255) * (RETRY.most - RETRY.least));
}

function streamed(body: ReadableStream<Uint8Array>): Response {
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Or nginx gathers events before it passes them on.
    'X-Accel-Buffering': 'no',
  };
  return new Response(body, {headers});
}
