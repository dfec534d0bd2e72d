import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {anyBallots, ballotsOf} from './ballots.test-helper.js';
import {tallyColumns, toColumns} from './columns.js';
import {tally} from './tally.js';

describe('ballots in columns', () => {
  it('are a byte per ballot', () => {
    const ballots = ballotsOf({G: '-x1 1x1 10x1 ?x1 /x1 +x1 !x1'});
    assert.deepEqual(toColumns(ballots, ['G']), {
      count: 7,
      columns: {G: Uint8Array.of(0, 1, 10, 11, 12, 13, 14)},
    });
  });

  it('count as the ballots themselves', () => {
    fc.assert(
      fc.property(anyBallots, ballots => {
        assert.deepEqual(tallyColumns(toColumns(ballots, ['a', 'b', 'c', 'd'])), tally(ballots));
      }),
    );
  });

  it('leave out values without a column, and list none that nobody answered', () => {
    const counted = tallyColumns(toColumns(ballotsOf({G: '7x2', A: '8x2'}), ['A', 'W']));
    assert.deepEqual(counted, tally(ballotsOf({A: '8x2'})));
  });

  it('refuse a mark that is none', () => {
    assert.throws(() => toColumns([{marks: {G: 300}}], ['G']), RangeError);
  });

  it('refuse a byte that is no answer', () => {
    assert.throws(() => tallyColumns({count: 1, columns: {G: Uint8Array.of(15)}}), /no answer/);
  });

  it('refuse columns of unequal length', () => {
    assert.throws(() => tallyColumns({count: 2, columns: {G: Uint8Array.of(7)}}), /1 ballots, not 2/);
  });
});
