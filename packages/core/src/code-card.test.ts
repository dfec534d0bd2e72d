import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {codeCard, parseCodeCard} from './code-card.js';
import {receipt} from './receipt.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({minLength: 8, maxLength: 8});
const code = bytes.map(drawn => codeCard(() => drawn));
const place = fc.nat(12);

/** The 13 characters without hyphens. */
const bare = (written: string) => written.replaceAll('-', '');

describe('codeCard', () => {
  it('is 12 characters and a check, in groups of four', () => {
    fc.assert(fc.property(code, written => assert.match(written, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/)));
  });

  it('holds the last 60 bits, in order', () => {
    fc.assert(
      fc.property(bytes, drawn => {
        const digits = Array.from(bare(codeCard(() => drawn)).slice(0, 12), sign => BigInt(ALPHABET.indexOf(sign)));
        const read = digits.reduce((number, digit) => number * 32n + digit, 0n);
        assert.equal(read, BigInt(`0x${Buffer.from(drawn).toString('hex')}`) & (2n ** 60n - 1n));
      }),
    );
  });

  // Worked out apart, with tables of logarithms: what was once printed has to stay right.
  const known: [bytes: Uint8Array, written: string][] = [
    [new Uint8Array(8), '0000-0000-0000-0'],
    [Uint8Array.from({length: 8}, (_, at) => at), '0082-0C20-A1G7-F'],
    [new Uint8Array(8).fill(255), 'ZZZZ-ZZZZ-ZZZZ-R'],
  ];
  for (const [drawn, written] of known)
    it(`is ${written}`, () =>
      assert.equal(
        codeCard(() => drawn),
        written,
      ));

  it('refuses a source that gives too few bytes', () =>
    assert.throws(() => codeCard(() => new Uint8Array(4)), RangeError));
});

describe('parseCodeCard', () => {
  it('gives back the code, however it was typed', () => {
    fc.assert(
      fc.property(code, written => {
        for (const typed of [
          written.toLowerCase(),
          bare(written),
          ` ${written.replaceAll('-', ' ')}\n`,
          written.replaceAll('-', '–'),
          written.replaceAll('0', 'O').replaceAll('1', 'l'),
        ]) {
          assert.equal(parseCodeCard(typed), written);
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
        assert.equal(parseCodeCard(characters.join('')), undefined);
      }),
    );
  });

  it('notices any two that changed places', () => {
    fc.assert(
      fc.property(code, place, place, (written, a, b) => {
        const characters = Array.from(bare(written));
        fc.pre(characters[a] !== characters[b]);
        [characters[a], characters[b]] = [characters[b] ?? '', characters[a] ?? ''];
        assert.equal(parseCodeCard(characters.join('')), undefined);
      }),
    );
  });

  const zero = codeCard(() => new Uint8Array(8));
  const refused: [what: string, typed: string][] = [
    ['nothing', ''],
    ['a code that is too short', bare(zero).slice(1)],
    ['a code that is too long', `0${zero}`],
    ['a letter that is in no code', `U${zero.slice(1)}`],
    ['a receipt', receipt(() => new Uint8Array(16))],
  ];
  for (const [what, typed] of refused) it(`refuses ${what}`, () => assert.equal(parseCodeCard(typed), undefined));
});
