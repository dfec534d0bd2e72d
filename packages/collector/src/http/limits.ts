import {hash} from 'node:crypto';
import type {Random} from '@samenwaarde/core';

/** How much may come: `burst` at once, and after that `perMinute`. */
export interface Limit {
  readonly burst: number;
  readonly perMinute: number;
}

/** Lets through what comes at a human pace. */
export interface Limiter {
  /** Seconds to wait, 0 when it may pass now; what passes is counted. */
  readonly take: (key: string) => number;
}

interface Bucket {
  readonly full: number;
  readonly at: number;
}

/** Most keys that are remembered: about 10 MB. The one not seen for longest is forgotten first. */
const MOST_KEYS = 50_000;

/** A limit per key, in the memory of this process. `clock` gives milliseconds. */
export function limiter({burst, perMinute}: Limit, clock: () => number): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    take: key => {
      const now = clock();
      const before = buckets.get(key) ?? {full: burst, at: now};
      const full = Math.min(burst, before.full + (Math.max(0, now - before.at) / 60_000) * perMinute);
      buckets.delete(key);
      buckets.set(key, {full: full < 1 ? full : full - 1, at: now});
      if (buckets.size > MOST_KEYS) forgetOldest(buckets);
      return full < 1 ? Math.ceil(((1 - full) / perMinute) * 60) : 0;
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}

/** Milliseconds after which addresses get another salt. */
const SALT_LASTS = 3_600_000;

/**
 * Turns addresses into names that mean nothing an hour later, nor to another process: the salt is drawn here, kept in
 * memory only, and replaced.
 */
export function salted(random: Random, clock: () => number): (address: string) => string {
  const draw = () => Buffer.from(random(32)).toString('base64url');
  let salt = draw();
  let since = clock();
  return address => {
    if (clock() - since >= SALT_LASTS) [salt, since] = [draw(), clock()];
    return hash('sha256', salt + address, 'base64url').slice(0, 22);
  };
}
