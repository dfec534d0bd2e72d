import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {canalVersion1, canalVersion2, tallyOf, termsOf} from './ballots.test-helper.js';
import {compare} from './comparison.js';
import {scorecard} from './scorecard.js';
import {show} from './small-groups.js';
import type {Terms} from './terms.js';

function cardOf(columns: Record<string, string>, other: Partial<Terms> = {}) {
  const terms = termsOf(Object.keys(columns), other);
  return scorecard(show(tallyOf(columns), terms), terms);
}

describe('compare', () => {
  it('tells what became of every value in the demo', () => {
    assert.deepEqual(compare(cardOf(canalVersion1), cardOf(canalVersion2)), [
      {value: 'G', from: 4.8, to: 6.9, change: 'better'},
      {value: 'A', from: 7.9, to: 7.6, change: 'worse'},
      {value: 'W', from: 8.1, to: 8.1, change: 'same'},
      {value: 'V', from: 7.6, to: 6.1, change: 'worse'},
      {value: 'E', from: 7.4, to: 7.5, change: 'better'},
    ]);
  });

  const unknown: [what: string, before: string, after: string, from: number | null, to: number | null][] = [
    ['too few voices before', '7x1 -x9', '7x5 8x5', null, 7.5],
    ['no marks after', '7x5 8x5', '?x10', 7.5, null],
    ['equal marks, which have no mean to show', '7x5 8x5', '9x10', 7.5, null],
    ['a value that fewer than half marked', '7x5 8x5', '8x4 9x4 -x12', 7.5, 8.5],
  ];
  for (const [what, before, after, from, to] of unknown) {
    it(`does not know with ${what}`, () => {
      assert.deepEqual(compare(cardOf({G: before}), cardOf({G: after})), [{value: 'G', from, to, change: 'unknown'}]);
    });
  }

  it('has nothing to compare a new value with, and keeps one that was dropped', () => {
    const fine = '7x5 8x5';
    assert.deepEqual(compare(cardOf({G: fine, A: fine}), cardOf({W: fine, G: fine})), [
      {value: 'W', from: null, to: 7.5, change: 'unknown'},
      {value: 'G', from: 7.5, to: 7.5, change: 'same'},
      {value: 'A', from: 7.5, to: null, change: 'unknown'},
    ]);
  });

  it('compares percentages with percentages', () => {
    const scale = 'sufficient';
    assert.deepEqual(compare(cardOf({G: '+x6 !x4'}, {scale}), cardOf({G: '+x7 !x3'}, {scale})), [
      {value: 'G', from: 60, to: 70, change: 'better'},
    ]);
  });

  it('does not compare marks with percentages, or people with tables', () => {
    const [marks, words] = [cardOf({G: '7x5 8x5', A: '7x5 8x5'}), cardOf({G: '+x6 !x4'}, {scale: 'sufficient'})];
    const tables = cardOf({G: '7x5 8x5'}, {basis: 'group-marks'});
    for (const other of [words, tables]) {
      const [{to} = {to: null}] = compare(other, other);
      assert.deepEqual(compare(marks, other), [
        {value: 'G', from: null, to, change: 'unknown'},
        {value: 'A', from: null, to: null, change: 'unknown'},
      ]);
    }
  });
});
