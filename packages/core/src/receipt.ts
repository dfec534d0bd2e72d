import {draw, type Random} from './random.js';

/** Digits and letters without I, L, O and U. @see https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 128 bits take 26 characters of five bits; the first carries three. The check character comes after them. */
const BITS = 128;
const CHARACTERS = 26;

/**
 * A receipt: the code with which somebody can change or withdraw a contribution. 128 random bits in 26 characters, then
 * a check character, in groups of four to write down: `0K7M-…-3QX`.
 */
export function receipt(random: Random): string {
  const bits = draw(random, BITS / 8).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  const digits = Array.from({length: CHARACTERS}, (_, place) =>
    Number((bits >> BigInt(5 * (CHARACTERS - 1 - place))) & 31n),
  );
  return grouped([...digits, timesTwo(remainder(digits))]);
}

/**
 * The receipt that somebody typed over, exactly as `receipt` wrote it, or `undefined` when it is none.
 *
 * Forgives case, spaces, hyphens, O for 0, and I or L for 1. One wrong character, or any two that changed places, is
 * always noticed; anything else in 31 of 32 cases.
 */
export function parseReceipt(code: string): string | undefined {
  const characters = code
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const digits = Array.from(characters, character => ALPHABET.indexOf(character));
  const known = digits.length === CHARACTERS + 1 && digits.every(digit => digit >= 0);
  // The first character has two bits more than there are in a receipt.
  const possible = known && (digits[0] ?? 0) < 8;
  return possible && remainder(digits) === 0 ? grouped(digits) : undefined;
}

function grouped(digits: readonly number[]): string {
  const characters = digits.map(digit => ALPHABET.charAt(digit)).join('');
  return (characters.match(/.{1,4}/g) ?? []).join('-');
}

/**
 * The check sum: the digits as a polynomial over the field of 32 elements, evaluated at 2. Powers of 2 differ up to the
 * 31st, so every place weighs differently, and a receipt has only 27. Crockford's own check needs the signs `*~$=`,
 * which are hard to find on a phone.
 */
function remainder(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => timesTwo(sum) ^ digit, 0);
}

/** Twice a number in the field of 32 elements, modulo x⁵ + x² + 1. */
function timesTwo(number: number): number {
  return (number << 1) ^ (number & 16 ? 0b100101 : 0);
}
