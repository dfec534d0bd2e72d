import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {anyBallot, anyBallots, ballotsOf} from './ballots.test-helper.js';
import type {GroupMark, Score} from './schema.js';
import {add, emptyTally, merge, remove, tally, unmerge, type Histogram, type Marked, type Tally} from './tally.js';

const empty: Histogram = {
  marks: Array<number>(10).fill(0),
  sufficient: 0,
  insufficient: 0,
  unknown: 0,
  notApplicable: 0,
};

/** Counts as somebody with a pencil would: per value and answer, look at every ballot. */
function pencil(ballots: readonly Marked[]): Tally {
  const values = [...new Set(ballots.flatMap(ballot => Object.keys(ballot.marks)))];
  const count = (value: string, score: Score) => ballots.filter(ballot => ballot.marks[value] === score).length;
  const histogram = (value: string): Histogram => ({
    marks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(mark => count(value, mark)),
    sufficient: count(value, 'sufficient'),
    insufficient: count(value, 'insufficient'),
    unknown: count(value, 'unknown'),
    notApplicable: count(value, 'not-applicable'),
  });
  return {ballots: ballots.length, values: Object.fromEntries(values.map(value => [value, histogram(value)]))};
}

function frozen<T extends object>(object: T): T {
  for (const part of Object.values(object)) if (typeof part === 'object' && part !== null) frozen(part as object);
  return Object.freeze(object);
}

describe('tally', () => {
  it('counts every answer on every value', () => {
    const ballots = ballotsOf({G: '1x1 10x2 ?x1 /x1', A: '-x2 +x1 !x2'});
    assert.deepEqual(tally(ballots), {
      ballots: 5,
      values: {
        G: {...empty, marks: [1, 0, 0, 0, 0, 0, 0, 0, 0, 2], unknown: 1, notApplicable: 1},
        A: {...empty, sufficient: 1, insufficient: 2},
      },
    });
  });

  it('is what a recount by hand says', () => {
    fc.assert(fc.property(anyBallots, ballots => assert.deepEqual(tally(ballots), pencil(ballots))));
  });

  it('counts a ballot without marks, and no value for it', () => {
    assert.deepEqual(tally([{marks: {}}]), {ballots: 1, values: {}});
  });

  it('counts group marks the same', () => {
    const mark: GroupMark = {
      schema: 1,
      kind: 'group-mark',
      id: '',
      round: '',
      table: 'Noord',
      marks: {G: 7},
      reasons: {},
    };
    assert.deepEqual(tally([mark]), tally(ballotsOf({G: '7x1'})));
  });

  it('is not confused by values that are named like what every object has', () => {
    const marks = JSON.parse('{"__proto__": 6, "constructor": 7}') as Marked['marks'];
    const counted = add(tally([{marks}]), {marks});
    assert.deepEqual(Object.keys(counted.values).sort(), ['__proto__', 'constructor']);
    assert.equal(counted.values['constructor']?.marks[6], 2);
    assert.deepEqual(remove(remove(counted, {marks}), {marks}), emptyTally());
  });

  for (const wrong of [0, 11, 12, 5.5, -1, NaN, 'good', 'constructor']) {
    it(`refuses ${String(wrong)} as a mark`, () => {
      assert.throws(() => tally([{marks: {G: wrong as Score}}]), RangeError);
    });
  }
});

describe('add, remove, merge and unmerge', () => {
  it('add up to the tally, in any order', () => {
    const shuffled = anyBallots.chain(ballots => fc.tuple(fc.constant(ballots), shuffledOrder(ballots)));
    fc.assert(
      fc.property(shuffled, ([ballots, other]) => assert.deepEqual(other.reduce(add, emptyTally()), tally(ballots))),
    );
  });

  it('are exact inverses: whatever stays, in whatever order the others came and went', () => {
    const comings = fc.tuple(anyBallots, anyBallots).chain(([stay, go]) =>
      fc.record({
        stay: fc.constant(stay),
        coming: shuffledOrder([...stay, ...go]),
        going: shuffledOrder(go),
      }),
    );
    fc.assert(
      fc.property(comings, ({stay, coming, going}) => {
        assert.deepEqual(going.reduce(remove, coming.reduce(add, emptyTally())), tally(stay));
      }),
    );
  });

  it('lets one go before the next comes', () => {
    fc.assert(
      fc.property(anyBallots, anyBallot, anyBallot, (ballots, first, second) => {
        const there = add(tally(ballots), first);
        assert.deepEqual(remove(add(there, second), first), add(remove(there, first), second));
      }),
    );
  });

  it('merge any split, and unmerge any part', () => {
    fc.assert(
      fc.property(fc.array(anyBallots, {maxLength: 5}), fc.nat(4), (parts, one) => {
        const whole = parts.map(tally).reduce(merge, emptyTally());
        assert.deepEqual(whole, tally(parts.flat()));
        const part = parts[one] ?? [];
        assert.deepEqual(unmerge(whole, tally(part)), tally(parts.filter(each => each !== part).flat()));
        assert.deepEqual(merge(tally(part), unmerge(whole, tally(part))), whole);
      }),
    );
  });

  it('changes nothing that it is given', () => {
    const before = frozen(tally(ballotsOf({G: '7x3', A: '4x1'})));
    const ballot = frozen({marks: {G: 7, A: 4}});
    assert.equal(add(before, ballot).ballots, 4);
    assert.equal(remove(before, ballot).ballots, 2);
    assert.equal(merge(before, before).ballots, 6);
  });

  const refused: [what: string, from: Tally, ballot: Marked][] = [
    ['a ballot from nothing', emptyTally(), {marks: {}}],
    ['a mark that nobody gave', tally(ballotsOf({G: '7x3'})), {marks: {G: 8}}],
    ['an answer that nobody gave', tally(ballotsOf({G: '7x3'})), {marks: {G: 'unknown'}}],
    ['a value that nobody answered', tally(ballotsOf({G: '7x3'})), {marks: {A: 7}}],
    ['an empty ballot when every ballot has an answer', tally(ballotsOf({G: '7x3'})), {marks: {}}],
  ];
  for (const [what, from, ballot] of refused) {
    it(`refuses to remove ${what}`, () => assert.throws(() => remove(from, ballot), /not in this tally/));
  }
});

function shuffledOrder<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], {minLength: items.length, maxLength: items.length});
}
