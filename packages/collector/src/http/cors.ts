import type {Door} from '../method/origins.js';
import {noContent, type Answer} from './answer.js';
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
    const origin = arrival.request.header('origin');
    const open = arrival.routes.filter(route => route.cors);
    const isForPages = arrival.route === undefined ? open.length > 0 : arrival.route.cors;
    if (origin === undefined || isOwn(origin) || !isForPages) return next();
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
async function answer({request, routes}: Arrival, next: () => Promise<Answer>): Promise<Answer> {
  const isBeforehand = request.method === 'OPTIONS' && request.header('access-control-request-method') !== undefined;
  if (!isBeforehand) return next();
  const methods = routes.filter(route => route.cors).map(({method}) => method);
  return noContent({
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': SENT,
    'access-control-max-age': String(REMEMBER),
  });
}

function allowed(answered: Answer, origin: string): Answer {
  answered.set('access-control-allow-origin', origin);
  answered.set('access-control-expose-headers', READ);
  answered.set('cross-origin-resource-policy', 'cross-origin');
  if (origin !== '*') answered.set('vary', 'Origin');
  return answered;
}
