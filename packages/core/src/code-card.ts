import {read, written} from './crockford.js';
import {draw, type Random} from './random.js';

/** 60 bits take 12 characters of five bits; of eight drawn bytes four bits are left over. */
const BYTES = 8;
const CHARACTERS = {count: 12, highest: 31};

/**
 * The code of a code card, with which somebody can give one ballot: 60 random bits in 12 characters, then a check
 * character, in groups of four to type over: `7K4M-2Q9R-TXCB-3`.
 */
export function codeCard(random: Random): string {
  return written(draw(random, BYTES), CHARACTERS.count);
}

/**
 * The code that somebody typed over, exactly as `codeCard` wrote it, or `undefined` when it is none. Forgives and
 * notices what `parseReceipt` does.
 */
export function parseCodeCard(typed: string): string | undefined {
  return read(typed, CHARACTERS);
}
