import {parseCodeCard} from '@samenwaarde/core';
import type {Log} from '../log.js';
import {isSlug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {caller, networkOf, proxies} from './caller.js';
import {limiter, salted, type Limiter} from './limits.js';
import {Problem} from './problem.js';
import type {Arrival, Guard} from './route.js';

/** Times as many reads as contributions: a page looks again after everything that happened. */
const READS = 10;
/** Times as much from one network, whatever names of alliances it asks for: there may be none of that name. */
const ALL = 3;
/** Guesses at a passphrase or a one-time code. */
const ENTRY = {burst: 20, perMinute: 10};
/** Requests with one code card: a ballot, a reason per value, and trying again in a bad network. */
const CODE = {burst: 120, perMinute: 60};

/** Paths where a secret can be guessed. */
const ENTRIES = ['/v1/sessions', '/v1/set-up'];

/**
 * Lets a room full of people through and stops a script: per alliance and address, and per code. An address is known
 * here under a salted name for an hour at most, in memory alone.
 */
export function pace({settings, clock, random, log}: Parts): Guard {
  const {contributionsPerMinute: perMinute} = settings;
  const writes = limiter({burst: 2 * perMinute, perMinute}, clock);
  const reads = limiter({burst: 2 * READS * perMinute, perMinute: READS * perMinute}, clock);
  const all = limiter({burst: ALL * 2 * READS * perMinute, perMinute: ALL * READS * perMinute}, clock);
  const entries = limiter(ENTRY, clock);
  const codes = limiter(CODE, clock);
  const name = salted(random, clock);
  const addressOf = addressReader(settings.trustedProxies, log);
  return (arrival, next) => {
    const address = addressOf(arrival);
    // Our own pages ask from within: they have their own guard.
    if (address === undefined) return next();
    const network = name(networkOf(address));
    take(all, network);
    take(kindOf(arrival, {writes, reads, entries}), `${nameIn(arrival)} ${network}`);
    const code = arrival.request.header('samen-code');
    if (code !== undefined) take(codes, name(parseCodeCard(code) ?? code));
    return next();
  };
}

/** A name that no alliance has counts as none: it can be as long as an address may be, and is remembered. */
function nameIn({parameters: {alliance = ''}}: Arrival): string {
  return isSlug(alliance) ? alliance : '';
}

function take(limit: Limiter, key: string): void {
  const seconds = limit.take(key);
  if (seconds > 0)
    throw new Problem(429, 'too-many', {
      detail: `Too many requests from here. Try again in ${seconds} seconds.`,
      headers: {'Retry-After': String(seconds)},
    });
}

function kindOf(
  {request, route}: Arrival,
  {writes, reads, entries}: Readonly<Record<'writes' | 'reads' | 'entries', Limiter>>,
): Limiter {
  if (request.method === 'POST' && route !== undefined && ENTRIES.includes(route.path)) return entries;
  return ['GET', 'HEAD', 'OPTIONS'].includes(request.method) ? reads : writes;
}

/** Reads from where a request came; says once that somebody who is not trusted forwards. */
export function addressReader(
  ranges: readonly string[],
  log: Log,
): (arrival: Pick<Arrival, 'peer' | 'request'>) => string | undefined {
  const trusted = proxies(ranges);
  let isWarned = false;
  return ({peer, request}) => {
    if (peer === undefined) return undefined;
    const forwarded = request.header('x-forwarded-for');
    if (forwarded !== undefined && !isWarned && !trusted.trusts(peer)) {
      isWarned = true;
      log.warn('forwarded-header-ignored', {setting: 'TRUSTED_PROXIES'});
    }
    return caller({address: peer, forwarded}, trusted);
  };
}
