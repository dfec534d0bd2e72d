import {createRemoteJWKSet, errors, jwtVerify} from 'jose';
import type {OpenIdSettings} from '../settings.js';

/** Reads who a token is about: its subject, or `undefined` when the token is not to be believed. */
export type ReadToken = (token: string) => Promise<string | undefined>;

/** Seconds that the clocks of two machines may differ. */
const TOLERANCE = 30;
/** Milliseconds to wait for the issuer's keys. */
const PATIENCE = 5_000;

/** Believes tokens of one issuer, for one audience, with one kind of signature; a token must say when it ends. */
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
      return payload.sub;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}
