import type {Door} from '../method/origins.js';
import {Problem} from './problem.js';
import type {Arrival, Guard} from './route.js';

/** What CORS has to know. */
export interface Doors {
  /** Whether an origin is the collector's own: its pages need no permission. */
  readonly isOwn: (origin: string) => boolean;
  readonly find: (slug: string) => Promise<Door | undefined>;
  /** Is told of a page that was refused. */
  readonly refused: (alliance: string, origin: string, arrival: Arrival) => Promise<void>;
}

/** Seconds that a browser may remember what was allowed. */
const REMEMBER = 600;

/** Headers that pages may send, and that they may read. Never credentials. */
const SENT = 'Content-Type, If-None-Match, Last-Event-ID, Samen-Code, Samen-Edition, Samen-Receipt';
const READ = 'API-Version, ETag, Retry-After';

/** Lets in the pages that an alliance has on its list, exactly; what no page asked passes. */
export function cors({isOwn, find, refused}: Doors): Guard {
  return async (arrival, next) => {
    const origin = arrival.request.headers.get('Origin');
    const open = arrival.routes.filter(route => route.cors);
    const isForPages = arrival.route === undefined ? open.length > 0 : arrival.route.cors;
    if (origin === null || isOwn(origin) || !isForPages) return next();
    const slug = arrival.parameters['alliance'];
    if (slug === undefined) return allowed(await answer(arrival, next), '*');
    const door = await find(slug);
    if (door === undefined) return next();
    if (door.origins.includes(origin)) return allowed(await answer(arrival, next), origin);
    await refused(door.id, origin, arrival);
    throw new Problem(403, 'origin-refused', {detail: 'This alliance is not meant for pages of this origin.'});
  };
}

/** The answer itself, or to a browser that asks beforehand which methods it may use. */
async function answer({request, routes}: Arrival, next: () => Promise<Response>): Promise<Response> {
  if (request.method !== 'OPTIONS' || !request.headers.has('Access-Control-Request-Method')) return next();
  const methods = routes.filter(route => route.cors).map(({method}) => method);
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods.join(', '),
      'Access-Control-Allow-Headers': SENT,
      'Access-Control-Max-Age': String(REMEMBER),
    },
  });
}

function allowed(response: Response, origin: string): Response {
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Expose-Headers', READ);
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  if (origin !== '*') response.headers.append('Vary', 'Origin');
  return response;
}
