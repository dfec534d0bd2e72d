import {createRemoteJWKSet, errors, jwtVerify} from 'jose';
import * as z from 'zod';
import {isText} from '../http/body.js';
import {Problem} from '../http/problem.js';
import type {OpenIdSettings} from '../settings.js';

/** Reads who a token is about: its subject, or `undefined` when the token is not to be believed. */
export type ReadToken = (token: string) => Promise<string | undefined>;

/** Whom a token is about, as whoever lets somebody in types it: a number or a list is somebody else, or nobody. */
export const Subject = z.string().min(1).max(200).refine(isText, 'No text.');

/** Seconds that the clocks of two machines may differ. */
const TOLERANCE = 30;
/** Milliseconds to wait for the issuer's keys. */
const PATIENCE = 5_000;

/**
 * Believes tokens of one issuer, for one audience, with one kind of signature; a token must say when it ends. Reading
 * throws a Problem 503 when the issuer's keys cannot be fetched.
 */
export function tokenReader({issuer, audience, keys, algorithm}: OpenIdSettings): ReadToken {
  const keySet = createRemoteJWKSet(new URL(keys), {timeoutDuration: PATIENCE});
  return async token => {
    try {
      const {payload} = await jwtVerify(token, keySet, {
        issuer,
        audience,
        algorithms: [algorithm],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: TOLERANCE,
      });
      return Subject.safeParse(payload.sub).data;
    } catch (error) {
      if (isAboutToken(error)) return undefined;
      throw new Problem(503, 'issuer-away', {
        detail: 'The issuer of the token cannot be reached. Try again.',
        headers: {'Retry-After': '5'},
      });
    }
  };
}

/** What jose says when the keys do not come, or something else comes in their place. */
const NO_KEYS = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/** Whether the token itself is wrong, and not the way to the keys. */
function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && !NO_KEYS.includes(error.code);
}
