import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {agreement} from './agreement.js';

/**
 * A from the definition, another way round: layers between the heights that occur, and the pattern of every triple
 * written out.
 */
function byDefinition(marks: readonly number[]): number {
  const n = marks.reduce((sum, count) => sum + count, 0);
  const heights = [...new Set([0, ...marks])].sort((a, b) => a - b);
  return heights.slice(1).reduce((sum, height, below) => {
    const layer = marks.map(count => (count >= height ? '1' : '0')).join('');
    const filled = layer.replaceAll('0', '').length;
    return sum + ((filled * (height - (heights[below] ?? 0))) / n) * ofLayer(layer, filled);
  }, 0);
}

function ofLayer(layer: string, filled: number): number {
  const K = layer.length;
  const patterns: string[] = [];
  for (let i = 0; i < K; i++)
    for (let j = i + 1; j < K; j++)
      for (let k = j + 1; k < K; k++) patterns.push(layer.charAt(i) + layer.charAt(j) + layer.charAt(k));
  const TU = patterns.filter(pattern => pattern === '110' || pattern === '011').length;
  const TDU = patterns.filter(pattern => pattern === '101').length;
  const U = TU + TDU === 0 ? 1 : ((K - 2) * TU - (K - 1) * TDU) / ((K - 2) * (TU + TDU));
  return U * (1 - (filled - 1) / (K - 1));
}

const close = (actual: number | null, expected: number) =>
  assert.ok(Math.abs((actual ?? NaN) - expected) < 1e-9, `${actual} is not ${expected}`);

const marks = fc.array(fc.integer({min: 0, max: 40}), {minLength: 10, maxLength: 10}).filter(m => m.some(Boolean));

describe('agreement', () => {
  const known: [what: string, marks: number[], agreement: number][] = [
    ['everybody alike', [0, 0, 0, 0, 0, 0, 7, 0, 0, 0], 1],
    ['all marks as often', [4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 0],
    ['half at either end', [6, 0, 0, 0, 0, 0, 0, 0, 0, 6], -1],
    ['half at either end of three', [2, 0, 2], -1],
    ['two neighbours of ten', [0, 0, 0, 0, 0, 3, 3, 0, 0, 0], 8 / 9],
  ];
  for (const [what, counts, expected] of known) {
    it(`is ${expected} for ${what}`, () => assert.equal(agreement(counts), expected));
  }

  // The example that the R package agrmt prints, https://cran.r-project.org/package=agrmt
  it('is 0.6113333 for the published example', () => {
    assert.equal(agreement([30, 40, 210, 130, 530, 50, 10])?.toFixed(7), '0.6113333');
  });

  it('is none without marks', () => assert.equal(agreement([0, 0, 0]), null));

  it('is what the definition says', () => {
    fc.assert(fc.property(marks, counts => close(agreement(counts), byDefinition(counts))));
  });

  it('is from −1 to 1, the same mirrored, and the same for ten times as many people', () => {
    fc.assert(
      fc.property(marks, counts => {
        const a = agreement(counts) ?? NaN;
        assert.ok(a >= -1 && a <= 1);
        close(agreement([...counts].reverse()), a);
        close(agreement(counts.map(count => count * 10)), a);
      }),
    );
  });
});
