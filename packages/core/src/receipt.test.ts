import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseReceipt, receipt} from './receipt.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({minLength: 16, maxLength: 16});
const code = bytes.map(drawn => receipt(() => drawn));
const place = fc.nat(26);

/** The 27 characters without hyphens. */
const bare = (written: string) => written.replaceAll('-', '');

describe('receipt', () => {
  it('is 26 characters and a check, in groups of four', () => {
    fc.assert(
      fc.property(code, written => {
        assert.match(written, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{3}$/);
      }),
    );
  });

  it('holds all 128 bits, in order', () => {
    fc.assert(
      fc.property(bytes, drawn => {
        const digits = Array.from(bare(receipt(() => drawn)).slice(0, 26), character =>
          BigInt(ALPHABET.indexOf(character)),
        );
        const read = digits.reduce((number, digit) => number * 32n + digit, 0n);
        assert.equal(read, BigInt(`0x${Buffer.from(drawn).toString('hex')}`));
      }),
    );
  });

  // Worked out apart, with tables of logarithms: what was once written down has to stay right.
  const known: [bytes: Uint8Array, written: string][] = [
    [new Uint8Array(16), '0000-0000-0000-0000-0000-0000-000'],
    [Uint8Array.from({length: 16}, (_, place) => place), '0004-1061-050R-3GG2-8A1C-60T3-GFZ'],
    [new Uint8Array(16).fill(255), '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZC'],
  ];
  for (const [drawn, written] of known)
    it(`is ${written}`, () =>
      assert.equal(
        receipt(() => drawn),
        written,
      ));

  it('refuses a source that gives too few bytes', () =>
    assert.throws(() => receipt(() => new Uint8Array(8)), RangeError));
});

describe('parseReceipt', () => {
  it('gives back the receipt, however it was typed', () => {
    fc.assert(
      fc.property(code, written => {
        for (const typed of [
          written,
          written.toLowerCase(),
          bare(written),
          ` ${written.replaceAll('-', ' ')}\n`,
          written.replaceAll('-', '–'),
          written.replaceAll('0', 'O').replaceAll('1', 'I'),
          written.replaceAll('0', 'o').replaceAll('1', 'l'),
        ]) {
          assert.equal(parseReceipt(typed), written);
        }
      }),
    );
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(code, place, fc.constantFrom(...Array.from(ALPHABET)), (written, at, other) => {
        const characters = Array.from(bare(written));
        fc.pre(characters[at] !== other);
        characters[at] = other;
        assert.equal(parseReceipt(characters.join('')), undefined);
      }),
    );
  });

  it('notices any two that changed places', () => {
    fc.assert(
      fc.property(code, place, place, (written, a, b) => {
        const characters = Array.from(bare(written));
        fc.pre(characters[a] !== characters[b]);
        [characters[a], characters[b]] = [characters[b] ?? '', characters[a] ?? ''];
        assert.equal(parseReceipt(characters.join('')), undefined);
      }),
    );
  });

  const zero = receipt(() => new Uint8Array(16));
  const refused: [what: string, typed: string][] = [
    ['nothing', ''],
    ['a code that is too short', bare(zero).slice(1)],
    ['a code that is too long', `0${zero}`],
    ['a letter that is in no receipt', `U${zero.slice(1)}`],
    ['a sign', `*${zero.slice(1)}`],
    ['a letter beyond the basic plane', `${zero.slice(1)}𝟎`],
  ];
  for (const [what, typed] of refused) it(`refuses ${what}`, () => assert.equal(parseReceipt(typed), undefined));

  it('refuses more than 128 bits, however well it is checked', () => {
    // The check character is the only one of 32 that fits, so one of these is right but for the size.
    const checks = Array.from(ALPHABET, check => `8${'0'.repeat(25)}${check}`);
    assert.ok(checks.every(typed => parseReceipt(typed) === undefined));
    const within = Array.from(ALPHABET, check => `7${'0'.repeat(25)}${check}`);
    assert.equal(within.filter(typed => parseReceipt(typed) !== undefined).length, 1);
  });
});
