import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {tallyOf, termsOf} from './ballots.test-helper.js';
import type {Score} from './schema.js';
import {show, type ShownHistogram} from './small-groups.js';
import {emptyTally, tally, type Marked} from './tally.js';

const shownOn = (columns: Record<string, string>, other = {}) =>
  show(tallyOf(columns), termsOf('G', other)).values['G'];

describe('show', () => {
  const rows: [what: string, column: string, shown: ShownHistogram['type']][] = [
    ['fewer than k ballots', '4x2 7x2', 'too-few-voices'],
    ['fewer than k ballots, none of them marked', '?x4', 'too-few-voices'],
    ['k ballots, one mark short of k', '4x2 7x2 ?x1', 'too-few-voices'],
    ['k ballots, one mark', '4x1 -x4', 'too-few-voices'],
    ['k ballots, no mark', '?x4 /x1', 'unmarked'],
    ['k marks', '4x1 7x4', 'shown'],
    ['k marks, all alike', '7x5', 'alike'],
    ['k marks, all alike, and one who does not know', '7x5 ?x1', 'alike'],
    ['k marks, one mark short of k in the largest bar', '4x1 5x1 6x1 7x1 8x1', 'shown'],
  ];
  for (const [what, column, type] of rows) {
    it(`${what}: ${type}`, () => assert.equal(shownOn({G: column})?.type, type));
  }

  it('hides the number of ballots below k, and shows it from k', () => {
    assert.equal(show(tallyOf({G: '4x2 7x2'}), termsOf('G')).ballots, null);
    assert.equal(show(emptyTally(), termsOf('G')).ballots, null);
    assert.equal(show(tallyOf({G: '4x2 7x3'}), termsOf('G')).ballots, 5);
  });

  it('tells of equal marks the side of their own pass mark, and how many there are', () => {
    const values = [
      {value: 'G', passMark: 5.5},
      {value: 'A', passMark: 7.1},
    ];
    const {values: shown} = show(tallyOf({G: '7x6', A: '7x6'}), termsOf([], {values}));
    assert.deepEqual(shown, {
      G: {type: 'alike', side: 'pass', n: 6},
      A: {type: 'alike', side: 'insufficient', n: 6},
    });
  });

  it('shows the whole histogram, smaller bars and other answers among it', () => {
    const histogram = tallyOf({G: '4x1 7x4 ?x2 /x1'}).values['G'];
    assert.deepEqual(shownOn({G: '4x1 7x4 ?x2 /x1'}), {type: 'shown', histogram});
  });

  it('shows the values of the terms, in their order, and nobody else', () => {
    const shown = show(tallyOf({W: '6x5', A: '4x1 7x4', X: '4x1 7x4'}), termsOf('GAW'));
    assert.deepEqual(Object.keys(shown.values), ['G', 'A', 'W']);
  });

  it('leaves out answers on the other scale', () => {
    assert.equal(shownOn({G: '4x1 7x3 +x5'})?.type, 'too-few-voices');
    assert.equal(shownOn({G: '4x1 7x3 +x3 !x2'}, {scale: 'sufficient'})?.type, 'shown');
    const marks = shownOn({G: '4x1 7x4 +x1'});
    const words = shownOn({G: '4x1 +x4 !x1'}, {scale: 'sufficient'});
    assert.ok(marks?.type === 'shown' && marks.histogram.sufficient === 0 && marks.histogram.marks[6] === 4);
    assert.ok(words?.type === 'shown' && words.histogram.sufficient === 4 && words.histogram.marks[3] === 0);
  });

  it('tells of equal answers in words only the answer', () => {
    const scale = {scale: 'sufficient'};
    assert.deepEqual(shownOn({G: '+x5'}, scale), {type: 'alike', side: 'pass', n: 5});
    assert.deepEqual(shownOn({G: '!x5'}, scale), {type: 'alike', side: 'insufficient', n: 5});
  });

  it('shows every group mark, said in the open, also of an open round', () => {
    const open = {basis: 'group-marks', closed: false};
    assert.deepEqual(shownOn({G: '7x1'}, open), {type: 'shown', histogram: tallyOf({G: '7x1'}).values['G']});
    assert.equal(shownOn({G: '?x1'}, open)?.type, 'unmarked');
    assert.equal(show(tallyOf({G: '7x1'}), termsOf('G', {basis: 'group-marks'})).ballots, 1);
    assert.equal(show(emptyTally(), termsOf('G', {basis: 'group-marks'})).ballots, 0);
  });

  it('shows no ballot of an open round', () => {
    assert.throws(() => show(tallyOf({G: '4x1 7x9'}), termsOf('G', {closed: false})), /closed/);
  });
});

describe('what is hidden', () => {
  const k = 3;
  const answers: (Score | undefined)[] = [4, 6, 7, 'unknown', undefined];

  /** Every way in which up to five people can answer one value, beside another on which all of them differ. */
  const rooms = Array.from({length: 6}, (_, people) => waysOf(people)).flat();

  function waysOf(people: number, from = 0): Marked[][] {
    if (people === 0) return [[]];
    return answers
      .slice(from)
      .flatMap((score, place) =>
        waysOf(people - 1, from + place).map(others => [
          {marks: {A: 1 + (people % 10), ...(score === undefined ? {} : {G: score})}},
          ...others,
        ]),
      );
  }

  /** What is meant to be told about G in a room; all rooms of which the same is told have to look the same. */
  function told(room: Marked[]): string {
    const marks = room.map(({marks}) => marks['G']).filter(score => typeof score === 'number');
    if (room.length < k) return 'a small room';
    if (marks.length === 0) return `${room.length} ballots, unmarked`;
    if (marks.length < k) return `${room.length} ballots, too few marks`;
    const sides = marks.map(mark => mark > 5.5);
    if (new Set(marks).size === 1) return `${room.length} ballots, ${marks.length} marks, all ${String(sides[0])}`;
    return JSON.stringify(tally(room).values);
  }

  it('changes nothing in what is shown, in every room of up to five people', () => {
    const looks = new Map<string, unknown>();
    for (const room of rooms) {
      const shown = show(tally(room), termsOf('GA', {k}));
      const first = looks.get(told(room)) ?? shown;
      looks.set(told(room), first);
      assert.deepEqual(shown, first, `${JSON.stringify(room)} shows more than: ${told(room)}`);
    }
    assert.equal(rooms.length, 252);
    const kinds = [...looks.keys()];
    assert.ok(kinds.includes('5 ballots, too few marks') && kinds.includes('5 ballots, 3 marks, all true'));
  });

  it('is told nowhere else: what may be told is there', () => {
    for (const room of rooms) {
      const shown = show(tally(room), termsOf('GA', {k}));
      const whole = shown.values['G']?.type === 'shown';
      assert.equal(whole, told(room).startsWith('{'), JSON.stringify(room));
    }
  });
});
