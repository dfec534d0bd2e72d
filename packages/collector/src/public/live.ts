import * as z from 'zod';
import {Id} from '@samenwaarde/core/schema';
import {conditional} from '../http/etag.js';
import {json} from '../http/json.js';
import {route, type Route} from '../http/route.js';
import {allianceOf, Slug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {beats, type Beat, type Told} from './beat.js';
import {stateId, stateReader} from './state.js';

/** Milliseconds between two comments on a stream that has nothing to tell, so that no proxy thinks it is dead. */
const KEEP_ALIVE = 20_000;

/** Milliseconds after which a browser connects again: between these two, so that not all come back at once. */
const RETRY = {least: 1_000, most: 4_000};

const State = z.object({revision: z.int(), counts: z.record(Id, z.int())});

/** The live stream of alliances. */
export interface Live {
  readonly routes: readonly Route[];
  /** Something of this alliance was written here: its listeners hear of it at once. */
  readonly changed: (alliance: string) => void;
  /** Ends every stream. Browsers connect again, to this collector or another. */
  close(): void;
}

/** What an alliance is like, told on and on; asked without `Accept: text/event-stream` it is told once. */
export function live({database, log, clock, random}: Pick<Parts, 'database' | 'log' | 'clock' | 'random'>): Live {
  const read = stateReader(database);
  const beat = beats(read, {log, clock});
  const open = new Set<() => void>();
  const routes = [
    route({
      method: 'GET',
      path: '/v1/alliances/{alliance}/live',
      role: 'anybody',
      summary: 'How many contributions there are, and when to read the alliance again: as events, or once as JSON.',
      parameters: {alliance: Slug},
      query: {'last-event-id': z.string().max(100).optional()},
      headers: {'last-event-id': z.string().max(100).optional()},
      answers: {
        200: {description: 'The present state; as `text/event-stream` also every next one.', schema: State},
        304: {description: 'It is as you have it.'},
      },
      cors: true,
      async handle({request, parameters, headers, query}) {
        const {id, revision} = await allianceOf(database.query, parameters.alliance);
        const isStream = (request.headers.get('Accept') ?? '').includes('text/event-stream');
        // A HEAD has no body to read the stream from.
        if (isStream && request.method === 'GET') {
          const known = headers['last-event-id'] ?? query['last-event-id'];
          const retry = RETRY.least + ((random(1)[0] ?? 0) / 255) * (RETRY.most - RETRY.least);
          return streamed({alliance: id, beat, open, known, retry: Math.round(retry)});
        }
        const state = (await read(id)) ?? {revision, counts: {}};
        return conditional(request, `W/"${stateId(state)}"`, () => json(state));
      },
    }),
  ];
  const close = () => {
    beat.close();
    for (const end of open) end();
  };
  return {routes, changed: alliance => beat.wake(alliance), close};
}

interface Streaming {
  readonly alliance: string;
  readonly beat: Beat;
  /** The ends of all streams. */
  readonly open: Set<() => void>;
  /** Id of the last event that the client heard. */
  readonly known: string | undefined;
  readonly retry: number;
}

/** States, not differences: a client that reads slowly gets the latest one, and nothing piles up for it. */
function streamed({alliance, beat, open, known, retry}: Streaming): Response {
  let waiting: Uint8Array | undefined;
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (piece: Uint8Array) => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(piece);
        else waiting = piece;
      };
      send(encoded(`retry: ${retry}\n: hello\n\n`));
      let last = known;
      const leave = beat.listen(alliance, told => {
        if (told.id !== last) send(eventOf(told));
        last = told.id;
      });
      const timer = setInterval(() => waiting === undefined && send(encoded(': still here\n\n')), KEEP_ALIVE);
      end = () => {
        leave();
        clearInterval(timer);
        if (open.delete(end)) controller.close();
      };
      open.add(end);
    },
    pull(controller) {
      if (waiting !== undefined) controller.enqueue(waiting);
      waiting = undefined;
    },
    cancel() {
      open.delete(end);
      end();
    },
  });
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Or nginx gathers events before it passes them on.
    'X-Accel-Buffering': 'no',
  };
  return new Response(body, {headers});
}

const texts = new TextEncoder();
const pieces = new WeakMap<Told, Uint8Array>();

function encoded(text: string): Uint8Array {
  return texts.encode(text);
}

/** The event as bytes, made once for all who listen. */
function eventOf(told: Told): Uint8Array {
  const known = pieces.get(told);
  if (known !== undefined) return known;
  const made = encoded(`id: ${told.id}\nevent: alliance\ndata: ${JSON.stringify(told.state)}\n\n`);
  pieces.set(told, made);
  return made;
}
