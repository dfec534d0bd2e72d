import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {shuffle, uuid, type Random} from './random.js';
import {Id} from './schema.js';

/** Gives these bytes, in turn. */
function given(...bytes: number[]): Random {
  return length => Uint8Array.from(bytes.splice(0, length));
}

/** The same stream of bytes in every run. */
function stream(seed = 1): Random {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24;
  return length => Uint8Array.from({length}, next);
}

describe('uuid', () => {
  const rows: [byte: number, id: string][] = [
    [0x00, '00000000-0000-4000-8000-000000000000'],
    [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
    [0x5a, '5a5a5a5a-5a5a-4a5a-9a5a-5a5a5a5a5a5a'],
  ];
  for (const [byte, id] of rows) {
    it(`of bytes ${byte} is ${id}`, () => assert.equal(uuid(given(...Array<number>(16).fill(byte))), id));
  }

  it('keeps the other bytes in order, and is an id at every door', () => {
    const bytes = fc.uint8Array({minLength: 16, maxLength: 16});
    fc.assert(
      fc.property(bytes, drawn => {
        const id = uuid(() => drawn);
        assert.ok(Id.safeParse(id).success);
        const back = Buffer.from(id.replaceAll('-', ''), 'hex');
        const free = [0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14, 15];
        assert.deepEqual(
          free.map(place => back[place]),
          free.map(place => drawn[place]),
        );
      }),
    );
  });

  it('refuses a source that gives too few bytes', () =>
    assert.throws(() => uuid(given(1, 2, 3)), /16 random bytes, got 3/));
});

describe('shuffle', () => {
  it('keeps every item once, and leaves what it is given alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const shuffled = shuffle(items, stream(seed));
        assert.deepEqual(items, before);
        assert.deepEqual(
          shuffled.sort((a, b) => a - b),
          before.sort((a, b) => a - b),
        );
      }),
    );
  });

  it('gives every order of four as often', () => {
    const random = stream();
    const seen = new Map<string, number>();
    const turns = 24_000;
    for (let turn = 0; turn < turns; turn++) {
      const order = shuffle(['a', 'b', 'c', 'd'], random).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    assert.equal(seen.size, 24);
    // Chi-squared with 23 degrees of freedom is below 49.7 in 999 of 1000 cases.
    const chi = [...seen.values()].reduce((sum, times) => sum + (times - turns / 24) ** 2 / (turns / 24), 0);
    assert.ok(chi < 49.7, `chi-squared ${chi}`);
  });

  it('draws again what would favour the low places', () => {
    // 2³² is one more than a multiple of three: the highest number is one too many.
    assert.deepEqual(shuffle(['a', 'b', 'c'], given(255, 255, 255, 255, 0, 0, 0, 1, 0, 0, 0, 1)), ['a', 'c', 'b']);
    assert.deepEqual(shuffle(['a', 'b', 'c'], given(255, 255, 255, 254, 0, 0, 0, 1)), ['a', 'b', 'c']);
  });

  it('reads all four bytes', () => {
    assert.deepEqual(shuffle(['a', 'b'], given(1, 0, 0, 0)), ['b', 'a']);
    assert.deepEqual(shuffle(['a', 'b'], given(0, 0, 0, 1)), ['a', 'b']);
    assert.deepEqual(shuffle(['a', 'b', 'c'], given(0, 0, 1, 0, 0, 0, 0, 1)), ['a', 'c', 'b']);
  });

  it('needs no random for one item or none', () => {
    assert.deepEqual([shuffle(['a'], given()), shuffle([], given())], [['a'], []]);
  });
});
