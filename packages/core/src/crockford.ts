/** Digits and letters without I, L, O and U. @see https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The bytes as a number in base 32, then a check character, in groups of four to write down: `0K7M-…-3QX`.
 *
 * @param count Number of characters without the check. When the bytes hold more than they can, the highest bits are
 *   left out. At most 30: further on two places would weigh alike in the check.
 */
export function written(bytes: Uint8Array, count: number): string {
  const bits = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  const digits = Array.from({length: count}, (_, place) => Number((bits >> BigInt(5 * (count - 1 - place))) & 31n));
  return grouped([...digits, timesTwo(remainder(digits))].map(digit => ALPHABET.charAt(digit)).join(''));
}

/**
 * What somebody typed over, exactly as `written` wrote it, or `undefined` when it is no such code.
 *
 * Forgives case, spaces, hyphens, O for 0, and I or L for 1. One wrong character, or any two that changed places, is
 * always noticed; anything else in 31 of 32 cases.
 *
 * @param highest Highest number that the first character can be, 0–31.
 */
export function read(
  typed: string,
  {count, highest}: {readonly count: number; readonly highest: number},
): string | undefined {
  const characters = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const digits = Array.from(characters, character => ALPHABET.indexOf(character));
  const known = digits.length === count + 1 && digits.every(digit => digit >= 0);
  const possible = known && (digits[0] ?? 0) <= highest;
  return possible && remainder(digits) === 0 ? grouped(characters) : undefined;
}

function grouped(characters: string): string {
  return (characters.match(/.{1,4}/g) ?? []).join('-');
}

/**
 * The check sum: the digits as a polynomial over the field of 32 elements, evaluated at 2. Powers of 2 differ up to the
 * 31st, so every place weighs differently. Crockford's own check needs the signs `*~$=`, which are hard to find on a
 * phone.
 */
function remainder(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => timesTwo(sum) ^ digit, 0);
}

/** Twice a number in the field of 32 elements, modulo x⁵ + x² + 1. */
function timesTwo(number: number): number {
  return (number << 1) ^ (number & 16 ? 0b100101 : 0);
}
