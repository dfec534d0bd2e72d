import {Problem} from '../http/problem.js';
import type {Arrival, Guard, Person, Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {isOwnOrigin} from '../settings.js';
import {isMember, personOf} from './session.js';

/**
 * Who asks, on a route that is not for anybody. Somebody else's alliance looks exactly like one that is not there.
 *
 * @throws Problem 401 without a session, 404 for an alliance that is not theirs.
 */
export async function admit(parts: Parts, {request, parameters}: Arrival, {role}: Route): Promise<Person> {
  const person = await personOf(parts, request);
  if (person === undefined)
    throw new Problem(401, 'not-entered', {
      detail: 'Enter first: this is for facilitators.',
      headers: {'WWW-Authenticate': 'Cookie realm="facilitators"'},
    });
  if (role === 'facilitator' && !(await isMember(parts, person, parameters['alliance'] ?? '')))
    throw new Problem(404, 'no-such-alliance', {detail: 'There is no such alliance among yours.'});
  return person;
}

/** Requests that change nothing. */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Keeps other sites from acting in the name of a facilitator whose browser has a session: what changes something must
 * come from the collector's own pages, or from no page at all.
 */
export function ownOrigin({settings}: Parts): Guard {
  return ({request, route, routes}, next) => {
    const isForAll = (route === undefined ? routes : [route]).every(({cors}) => cors);
    if (isForAll || SAFE.includes(request.method)) return next();
    const [origin, site] = [request.header('origin'), request.header('sec-fetch-site')];
    const isFine = (origin === undefined || isOwnOrigin(settings, origin)) && isFromHere(site);
    if (!isFine)
      throw new Problem(403, 'other-site', {detail: 'This can be done on the pages of the collector alone.'});
    return next();
  };
}

/** Browsers say `same-origin` for pages of ours, and `none` for what a person did by hand; programs say nothing. */
function isFromHere(site: string | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}
