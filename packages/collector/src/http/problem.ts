import {isAway, isRace} from '../database/trouble.js';
import {Answer} from './answer.js';
import type {Fault} from './faults.js';

/** What did not go well, in words for whoever asked. Thrown by any room, answered as `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** HTTP status, 400–599. */
  readonly status: number;
  /** What kind of problem it is, for a program: `wrong-receipt`. Part of the API: it never changes. */
  readonly type: string;
  /** What else there is to say. */
  readonly more: More;

  /** @param detail A sentence for a person, without anything that somebody gave. */
  constructor(status: number, type: string, {detail, ...more}: More & {readonly detail: string}) {
    super(detail);
    this.status = status;
    this.type = type;
    this.more = more;
  }
}

interface More {
  /** What exactly is wrong in the request, thing by thing. */
  readonly errors?: readonly Fault[];
  /** Such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Seconds after which a client may try again when the database is away. */
const RETRY_AFTER = 2;

/**
 * The problem that an error is, or `undefined` when it is a mistake of our own: then the log has to know it.
 *
 * What says that the database cannot be reached, or is too busy, is 503: nothing was kept, and trying again may help.
 */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!isAway(error) && !isRace(error)) return undefined;
  return new Problem(503, 'database-away', {
    detail: 'The collector cannot reach its database. Nothing was kept. Try again.',
    headers: {'Retry-After': String(RETRY_AFTER)},
  });
}

/** 404: an address that leads nowhere. */
export function nothing(): Problem {
  return new Problem(404, 'not-found', {detail: 'There is nothing at this address.'});
}

/** 400: whoever asked is gone, and perhaps not all of it came. */
export function hungUp(): Problem {
  return new Problem(400, 'hung-up', {detail: 'The connection broke before this could be done.'});
}

/** @see RFC 9457 */
export function problemAnswer({status, type, message, more}: Problem): Answer {
  const title = type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');
  const body = {type, title, status, detail: message, ...(more.errors && {errors: more.errors})};
  const headers = {'content-type': 'application/problem+json', 'cache-control': 'no-store', ...more.headers};
  return new Answer(JSON.stringify(body), {status, headers});
}
