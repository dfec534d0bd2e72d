import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {anyBallots, canalVersion1, canalVersion2, tallyOf, termsOf, verfplein} from './ballots.test-helper.js';
import {average, byVerdict, scorecard, type Verdict} from './scorecard.js';
import {show} from './small-groups.js';
import {emptyTally, tally, type Tally} from './tally.js';
import type {Terms} from './terms.js';

const card = (counted: Tally, terms: Terms) => scorecard(show(counted, terms), terms);
const cardOf = (columns: Record<string, string>, other: Partial<Terms> = {}) =>
  card(tallyOf(columns), termsOf(Object.keys(columns), other));
const scoreOf = (column: string, other: Partial<Terms> = {}) => {
  const [score] = cardOf({G: column}, other).values;
  assert.ok(score);
  return score;
};

describe('the demo', () => {
  const rounds = [
    {name: 'Het Verfplein', columns: verfplein, ballots: 21, means: [8, 7.3, 7.5, 6.3, 6.9], verdict: 'pass'},
    {name: 'canal 1', columns: canalVersion1, ballots: 24, means: [4.8, 7.9, 8.1, 7.6, 7.4], verdict: 'insufficient'},
    {name: 'canal 2', columns: canalVersion2, ballots: 22, means: [6.9, 7.6, 8.1, 6.1, 7.5], verdict: 'pass'},
  ];
  for (const {name, columns, ballots, means, verdict} of rounds) {
    it(`${name}: ${means.join(' ')}, ${verdict}`, () => {
      const {values, ...whole} = cardOf(columns);
      assert.deepEqual([values.map(score => score.mean), whole.ballots, whole.verdict], [means, ballots, verdict]);
    });
  }

  it('is 7.2 on average and yet insufficient, on Gastvrij alone', () => {
    const version1 = cardOf(canalVersion1);
    assert.equal(average(version1), 7.2);
    assert.equal(version1.verdict, 'insufficient');
    const {pass, insufficient} = byVerdict(version1);
    assert.deepEqual([pass.length, insufficient.map(({value, n}) => [value, n])], [4, [['G', 23]]]);
  });

  it('is divided on Vertrouwd in version 2: 8 of 22 give an insufficient', () => {
    const divided = cardOf(canalVersion2).values.filter(score => score.dissent);
    assert.deepEqual(
      divided.map(({value, insufficientCount, n}) => [value, insufficientCount, n]),
      [['V', 8, 22]],
    );
    assert.equal(divided[0]?.insufficientShare, 8 / 22);
  });

  it('is divided nowhere else', () => {
    const all = [...cardOf(verfplein).values, ...cardOf(canalVersion1).values];
    assert.equal(all.filter(score => score.dissent).length, 0);
  });
});

describe('the verdict on a value', () => {
  const rows: [what: string, column: string, verdict: Verdict][] = [
    ['fewer than k ballots', '8x4', 'too-few-voices'],
    ['fewer than k ballots and no mark', '?x4', 'too-few-voices'],
    ['one mark', '7x1 -x9', 'too-few-voices'],
    ['k − 1 marks of k ballots', '7x2 8x2 -x1', 'too-few-voices'],
    ['k − 1 marks, fewer than half', '7x2 8x2 -x16', 'too-few-voices'],
    ['no mark', '?x5', 'incomplete'],
    ['k marks, fewer than half', '7x2 8x3 -x6', 'incomplete'],
    ['k marks, fewer than half, all alike', '7x5 -x6', 'incomplete'],
    ['k marks, half', '7x2 8x3 -x5', 'pass'],
    ['k marks, half, all alike', '7x5 ?x5', 'pass'],
    ['all alike below the pass mark', '5x5', 'insufficient'],
    ['5.45, shown as 5.5', '5x11 6x9', 'pass'],
    ['5.4', '5x12 6x8', 'insufficient'],
    ['5.4 of many', '5x56 6x44', 'insufficient'],
    ['5.449, shown as 5.4', '5x551 6x449', 'insufficient'],
  ];
  for (const [what, column, verdict] of rows) {
    it(`${what}: ${verdict}`, () => assert.equal(scoreOf(column).verdict, verdict));
  }

  it('is taken on the number that is shown', () => {
    const passMark = fc.integer({min: 10, max: 100}).map(tenths => tenths / 10);
    fc.assert(
      fc.property(anyBallots, passMark, fc.integer({min: 1, max: 6}), (ballots, mark, k) => {
        const values = ['a', 'b', 'c', 'd'].map(value => ({value, passMark: mark}));
        for (const score of card(tally(ballots), termsOf([], {values, k})).values) {
          if (score.mean === null || score.verdict === 'incomplete') continue;
          assert.equal(score.verdict, score.mean >= mark ? 'pass' : 'insufficient');
          assert.equal(Number(score.mean.toFixed(1)), score.mean);
        }
      }),
    );
  });

  it('follows the pass mark of the value', () => {
    const values = [
      {value: 'G', passMark: 7.5},
      {value: 'A', passMark: 7.6},
    ];
    const {values: scores} = card(tallyOf({G: '7x5 8x5', A: '7x5 8x5'}), termsOf([], {values}));
    assert.deepEqual(
      scores.map(score => [score.passMark, score.verdict]),
      [
        [7.5, 'pass'],
        [7.6, 'insufficient'],
      ],
    );
    assert.deepEqual(
      scores.map(score => score.insufficientCount),
      [5, 5],
    );
  });
});

describe('the verdict on a plan', () => {
  const fine = '7x5 8x5';
  const rows: [what: string, columns: Record<string, string>, verdict: Verdict][] = [
    ['all pass', {G: fine, A: fine}, 'pass'],
    ['fewer than k ballots', {G: '4x2', A: '4x2'}, 'too-few-voices'],
    ['one insufficient', {G: '10x9 9x1', A: '5x9 6x1'}, 'insufficient'],
    ['insufficient before too few and incomplete', {G: '7x1', A: '?x10', W: '4x9 5x1'}, 'insufficient'],
    ['too few before incomplete', {G: fine, A: '?x10', W: '7x1'}, 'too-few-voices'],
    ['incomplete before pass', {G: fine, A: '?x10'}, 'incomplete'],
  ];
  for (const [what, columns, verdict] of rows) {
    it(`${what}: ${verdict}`, () => assert.equal(cardOf(columns).verdict, verdict));
  }

  it('names the incomplete beside the insufficient', () => {
    const {
      insufficient,
      incomplete,
      pass,
      'too-few-voices': few,
    } = byVerdict(cardOf({G: '4x9 5x1', A: '?x10', W: fine, V: '7x1'}));
    const names = [insufficient, incomplete, pass, few].map(scores => scores.map(score => score.value));
    assert.deepEqual(names, [['G'], ['A'], ['W'], ['V']]);
  });

  it('is incomplete when there is not a single value to test on', () => {
    assert.equal(card(tallyOf({G: fine}), termsOf('')).verdict, 'incomplete');
  });

  it('takes no account of k with group marks', () => {
    assert.equal(cardOf({G: '7x1', A: '8x1'}, {basis: 'group-marks'}).verdict, 'pass');
    assert.equal(cardOf({G: '7x4', A: '4x4'}, {basis: 'group-marks'}).verdict, 'insufficient');
    assert.equal(cardOf({G: '7x3', A: '7x1 ?x2'}, {basis: 'group-marks'}).verdict, 'incomplete');
    assert.equal(card(emptyTally(), termsOf('G', {basis: 'group-marks'})).verdict, 'incomplete');
  });
});

describe('the figures of a value', () => {
  it('are all there when enough people marked it', () => {
    const {histogram, agreement, ...score} = scoreOf('4x2 6x3 8x4 10x1 ?x1');
    assert.deepEqual(score, {
      value: 'G',
      passMark: 5.5,
      verdict: 'pass',
      n: 10,
      mean: 6.8,
      sufficientPercent: null,
      median: 7,
      middle: [6, 8],
      insufficientShare: 0.2,
      insufficientCount: 2,
      dissent: false,
      alike: false,
    });
    assert.equal(histogram?.unknown, 1);
    assert.ok(agreement !== null && agreement > 0 && agreement < 1);
  });

  it('are none but the verdict and the number of marks when all are alike', () => {
    const {verdict, n, alike, value, passMark, dissent, ...figures} = scoreOf('3x6');
    assert.deepEqual([verdict, n, alike, value, passMark, dissent], ['insufficient', 6, true, 'G', 5.5, false]);
    assert.deepEqual(new Set(Object.values(figures)), new Set([null]));
  });

  for (const [what, column, n] of [
    ['too few', '3x2 7x2 ?x6', null],
    ['none', '?x10', 0],
  ] as const) {
    it(`are none with ${what} marks`, () => {
      const {verdict, n: marks, alike, value, passMark, dissent, ...figures} = scoreOf(column);
      assert.deepEqual([marks, alike, value, passMark, dissent], [n, false, 'G', 5.5, false]);
      assert.deepEqual(new Set(Object.values(figures)), new Set([null]));
      assert.notEqual(verdict, 'pass');
    });
  }

  const dissents: [column: string, dissent: boolean][] = [
    ['4x3 8x6', true],
    ['4x3 8x7', false],
    ['4x5 8x4', true],
    ['4x6 7x4', false],
    ['6x5 7x5', false],
  ];
  for (const [column, dissent] of dissents) {
    it(`${dissent ? 'have' : 'have no'} dissent with ${column}`, () => assert.equal(scoreOf(column).dissent, dissent));
  }
});

describe('a round on sufficient or insufficient', () => {
  const scale = 'sufficient';
  const rows: [column: string, percent: number, verdict: Verdict, dissent: boolean][] = [
    ['+x5 !x5', 50, 'insufficient', false],
    ['+x6 !x5', 55, 'pass', true],
    ['+x101 !x99', 51, 'pass', true],
    ['+x201 !x199', 50, 'insufficient', false],
    ['+x8 !x4', 67, 'pass', true],
    ['+x9 !x4', 69, 'pass', false],
    ['+x3 !x3 ?x7', 50, 'incomplete', false],
  ];
  for (const [column, percent, verdict, dissent] of rows) {
    it(`${column}: ${percent} percent, ${verdict}`, () => {
      const score = scoreOf(column, {scale});
      assert.deepEqual([score.sufficientPercent, score.verdict, score.dissent], [percent, verdict, dissent]);
    });
  }

  it('has no mean, median, middle or agreement', () => {
    const {mean, median, middle, agreement, insufficientCount, insufficientShare, n} = scoreOf('+x6 !x2', {scale});
    assert.deepEqual([mean, median, middle, agreement], [null, null, null, null]);
    assert.deepEqual([insufficientCount, insufficientShare, n], [2, 0.25, 8]);
    assert.equal(average(cardOf({G: '+x6 !x2'}, {scale})), null);
  });

  it('says so', () => assert.equal(cardOf({G: '+x6 !x2'}, {scale}).scale, 'sufficient'));

  it('shows of equal answers only the verdict', () => {
    const {verdict, sufficientPercent, histogram, alike} = scoreOf('+x6', {scale});
    assert.deepEqual([verdict, sufficientPercent, histogram, alike], ['pass', null, null, true]);
  });
});

describe('a scorecard', () => {
  it('says what it shows and what was left out', () => {
    const leftOut = [{value: 'A', reason: 'Er is geen buitenruimte.'}];
    const {values, ...whole} = card(tallyOf({G: '7x5 8x5', A: '1x9 2x1'}), termsOf('G', {leftOut, k: 7}));
    assert.deepEqual(whole, {basis: 'ballots', scale: 'marks', verdict: 'pass', ballots: 10, k: 7, leftOut});
    assert.deepEqual(
      values.map(score => score.value),
      ['G'],
    );
  });

  it('averages the means that are shown, half up', () => {
    assert.equal(average(cardOf({G: '7x5 8x5', A: '7x8 8x2', W: '7x1'})), 7.4);
    assert.equal(average(cardOf({G: '7x5 8x5'})), 7.5);
    assert.equal(average(cardOf({G: '7x1'})), null);
  });
});
