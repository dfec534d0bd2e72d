import {read, written} from './crockford.js';
import {draw, type Random} from './random.js';

/** 128 bits take 26 characters of five bits; the first carries three. The check character comes after them. */
const BITS = 128;
const CHARACTERS = {count: 26, highest: 7};

/**
 * A receipt: the code with which somebody can change or withdraw a contribution. 128 random bits in 26 characters, then
 * a check character, in groups of four to write down: `0K7M-…-3QX`.
 */
export function receipt(random: Random): string {
  return written(draw(random, BITS / 8), CHARACTERS.count);
}

/**
 * The receipt that somebody typed over, exactly as `receipt` wrote it, or `undefined` when it is none.
 *
 * Forgives case, spaces, hyphens, O for 0, and I or L for 1. One wrong character, or any two that changed places, is
 * always noticed; anything else in 31 of 32 cases.
 */
export function parseReceipt(code: string): string | undefined {
  return read(code, CHARACTERS);
}
