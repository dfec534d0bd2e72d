import {scrypt, timingSafeEqual} from 'node:crypto';
import type {Random} from '@samenwaarde/core';
import {Problem} from '../http/problem.js';

/**
 * Costs of one guess: 128 MiB of memory and a third of a second.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const COSTS = {N: 2 ** 17, r: 8, p: 1};
const MEMORY = 256 * 1024 * 1024;
const LENGTH = 32;

/** Fewest and most characters of a passphrase. No rule about which ones. */
export const PASSPHRASE = {shortest: 12, longest: 200};

/** What is kept of a passphrase: `scrypt$131072$8$1$salt$hash`. */
export async function sealed(passphrase: string, random: Random): Promise<string> {
  const salt = Buffer.from(random(16));
  const hash = await derive(passphrase, salt, COSTS);
  return ['scrypt', COSTS.N, COSTS.r, COSTS.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether this is the passphrase that was sealed. Takes as long when nothing was: nobody learns which names exist. */
export async function opens(passphrase: string, seal: string): Promise<boolean> {
  const [, N, r, p, salt, hash] = seal.split('$');
  if (hash === undefined) {
    await derive(passphrase, Buffer.alloc(16), COSTS);
    return false;
  }
  const found = await derive(passphrase, Buffer.from(salt ?? '', 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  const kept = Buffer.from(hash, 'base64url');
  return kept.length === found.length && timingSafeEqual(kept, found);
}

/** One at a time: ten at once would take more memory than a small server has. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** Most that wait for their turn: ten seconds. Who comes then hears that it is busy, instead of nothing. */
const MOST_WAITING = 30;

function derive(passphrase: string, salt: Buffer, costs: typeof COSTS): Promise<Buffer> {
  const work = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(passphrase.normalize('NFC'), salt, LENGTH, {...costs, maxmem: MEMORY}, (error, key) =>
        error === null ? resolve(key) : reject(error),
      );
    });
  if (waiting >= MOST_WAITING) return Promise.reject(busy());
  waiting++;
  const next = last.then(work).finally(() => waiting--);
  last = next.catch(() => undefined);
  return next;
}

function busy(): Problem {
  return new Problem(503, 'busy', {
    detail: 'Too many people enter at once. Try again.',
    headers: {'Retry-After': '10'},
  });
}
