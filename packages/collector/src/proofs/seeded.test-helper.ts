import {createHash} from 'node:crypto';
import type {Random} from '@samenwaarde/core';

/** Chance that can be had again: everything that a proof draws comes from its seed. */
export interface Chance {
  /** A number from 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `limit`. */
  below(limit: number): number;
  /** One of them, each as likely. */
  of<Item>(items: readonly Item[]): Item;
  readonly bytes: Random;
}

/** @param seed Anything that names what is drawn: the same seed draws the same. */
export function chanceFrom(...seed: readonly (string | number)[]): Chance {
  let block = createHash('sha256').update(seed.join(' ')).digest();
  let used = 0;
  const byte = () => {
    if (used === block.length) [block, used] = [createHash('sha256').update(block).digest(), 0];
    return block[used++]!;
  };
  const bytes: Random = length => Uint8Array.from({length}, byte);
  const next = () => bytes(6).reduce((sum, each) => sum * 256 + each, 0) / 2 ** 48;
  const below = (limit: number) => Math.floor(next() * limit);
  return {next, below, of: items => items[below(items.length)]!, bytes};
}

/** How much a proof does: as much as fits in a run of the tests, or what its script asks for. */
export function asked(name: string, usual: number): number {
  return Number(process.env[`PROOF_${name.toUpperCase()}`] ?? usual);
}

/** The seed of this run. A proof tells it, so that the same can be done again. */
export const SEED = process.env['PROOF_SEED'] ?? String(Date.now());
