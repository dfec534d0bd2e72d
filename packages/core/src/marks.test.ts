import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {halfUp, marksBelow, mean, median, middleHalf, reaches} from './marks.js';

const counts = fc.array(fc.integer({min: 0, max: 1_000_000_000}), {minLength: 10, maxLength: 10});
const few = fc.array(fc.integer({min: 0, max: 6}), {minLength: 10, maxLength: 10});

function counted(...marks: number[]): number[] {
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(mark => marks.filter(each => each === mark).length);
}

/** All marks from low to high. */
function listed(marks: readonly number[]): number[] {
  return marks.flatMap((count, place) => Array<number>(count).fill(place + 1));
}

/** The mean in tenths, half up, in integers without a limit. */
function tenths(marks: readonly number[]): number | null {
  const n = marks.reduce((sum, count) => sum + BigInt(count), 0n);
  const points = marks.reduce((sum, count, place) => sum + BigInt(count) * BigInt(place + 1), 0n);
  return n === 0n ? null : Number((20n * points + n) / (2n * n));
}

describe('mean', () => {
  const edges: [marks: number[], mean: number][] = [
    [[...Array<number>(11).fill(5), ...Array<number>(9).fill(6)], 5.5],
    [[...Array<number>(12).fill(5), ...Array<number>(8).fill(6)], 5.4],
    [[...Array<number>(19).fill(1), 2], 1.1],
    [[...Array<number>(19).fill(10), 9], 10],
    [[5, 5, 6], 5.3],
    [[1], 1],
  ];
  for (const [marks, expected] of edges) {
    it(`of ${marks.length} marks is ${expected}`, () => assert.equal(mean(counted(...marks)), expected));
  }

  it('of no marks is none', () => assert.equal(mean(counted()), null));

  it('is rounded half up exactly, up to a billion of each mark', () => {
    fc.assert(
      fc.property(fc.oneof(counts, few), marks => {
        const exact = tenths(marks);
        assert.equal(mean(marks), exact === null ? null : exact / 10);
      }),
    );
  });

  it('is rounded half up at every half there is up to 400 marks', () => {
    for (let n = 1; n <= 400; n++) {
      for (let sixes = 0; sixes <= n; sixes++) {
        const marks = [0, 0, 0, 0, n - sixes, sixes, 0, 0, 0, 0];
        assert.equal(mean(marks), (tenths(marks) ?? NaN) / 10);
      }
    }
  });
});

describe('halfUp', () => {
  it('is exact for large numbers', () => {
    const large = fc.integer({min: 0, max: 2 ** 50});
    fc.assert(
      fc.property(large, large, (part, whole) => {
        fc.pre(whole > 0);
        const exact = (2n * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole));
        assert.equal(BigInt(halfUp(part, whole)), exact);
      }),
    );
  });
});

describe('median', () => {
  const rows: [marks: number[], median: number | null][] = [
    [[], null],
    [[7], 7],
    [[4, 7], 5.5],
    [[4, 4, 9], 4],
    [[1, 6, 7, 10], 6.5],
  ];
  for (const [marks, expected] of rows) {
    it(`of ${marks.join(', ') || 'nothing'} is ${expected}`, () => assert.equal(median(counted(...marks)), expected));
  }

  it('has as many marks below it as above', () => {
    fc.assert(
      fc.property(few, marks => {
        const all = listed(marks);
        const middle = median(marks);
        assert.equal(middle === null, all.length === 0);
        if (middle === null) return;
        const half = all.length / 2;
        assert.ok(all.filter(mark => mark < middle).length <= half && all.filter(mark => mark > middle).length <= half);
        const [low = 0, high = 0] = [all[Math.ceil(half) - 1], all[Math.floor(half)]];
        assert.equal(middle, (low + high) / 2);
      }),
    );
  });
});

describe('middleHalf', () => {
  const rows: [marks: number[], middle: [number, number] | null][] = [
    [[], null],
    [[7], [7, 7]],
    [
      [4, 9],
      [4, 9],
    ],
    [
      [1, 5, 6, 10],
      [5, 6],
    ],
    [
      [1, 2, 6, 7, 10],
      [2, 7],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7, 8],
      [3, 6],
    ],
  ];
  for (const [marks, expected] of rows) {
    it(`of ${marks.join(', ') || 'nothing'} is ${String(expected)}`, () =>
      assert.deepEqual(middleHalf(counted(...marks)), expected));
  }

  it('is what is left without a quarter at either end', () => {
    fc.assert(
      fc.property(few, marks => {
        const all = listed(marks);
        const quarter = Math.floor(all.length / 4);
        const middle = all.slice(quarter, all.length - quarter);
        assert.deepEqual(middleHalf(marks), all.length === 0 ? null : [middle[0], middle.at(-1)]);
      }),
    );
  });
});

describe('the pass mark', () => {
  const rows: [points: number, passMark: number, reaches: boolean][] = [
    [5.5, 5.5, true],
    [5.4, 5.5, false],
    [6, 5.5, true],
    [5, 5.5, false],
    [6, 6, true],
    // A pass mark that somebody's calculation left beside its tenth.
    [5.6, 0.1 * 56, true],
    [0.1 * 3 * 20, 6, true],
  ];
  for (const [points, passMark, expected] of rows) {
    it(`${points} ${expected ? 'reaches' : 'misses'} ${passMark}`, () =>
      assert.equal(reaches(points, passMark), expected));
  }

  it('counts the marks below it', () => {
    const marks = counted(1, 5, 5, 6, 7);
    assert.deepEqual(
      [1, 5, 5.1, 5.5, 6, 6.1, 10].map(passMark => marksBelow(marks, passMark)),
      [0, 1, 3, 3, 3, 4, 5],
    );
  });
});
