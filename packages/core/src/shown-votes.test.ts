import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {countVotes, type Voted} from './rubric-votes.js';
import type {Recognition} from './schema.js';
import {showVotes, withoutOwnNames, type ShownRubric} from './shown-votes.js';

const none: Voted = {recognition: {}, dots: {}, names: {}};
const votesOf = (count: number, vote: Partial<Voted>) => Array.from({length: count}, () => ({...none, ...vote}));
const fits = (answers: Partial<Record<Recognition, number>>) =>
  Object.entries(answers).flatMap(([answer, n]) => votesOf(n, {recognition: {r1: answer as Recognition}}));
const own = (name: string, count = 1) => votesOf(count, {names: {r1: {own: name}}});
const proposal = (id: string, count: number) => votesOf(count, {names: {r1: {proposal: id}}});
const dots = (count: number, placed: Record<string, number>) => votesOf(count, {dots: placed});

function shown(votes: Voted[], rubrics = ['r1', 'r2'], k = 5) {
  return showVotes(countVotes(votes), {rubrics, k, status: 'closed'});
}
function first(votes: Voted[]): ShownRubric {
  const [rubric] = shown(votes).rubrics;
  assert.ok(rubric);
  return rubric;
}

describe('showVotes', () => {
  it('shows nothing at all below k votes, not even what was left open', () => {
    const {votes, rubrics} = shown([...fits({fits: 3}), ...dots(1, {r1: 1})]);
    const few = {type: 'too-few-voices'};
    assert.equal(votes, null);
    assert.deepEqual(
      rubrics,
      ['r1', 'r2'].map(rubric => ({rubric, recognition: few, dots: few, names: few})),
    );
  });

  it('shows the rubrics of the round, in its order', () => {
    const {votes, rubrics} = shown(fits({fits: 4, not: 2}), ['r3', 'r1']);
    assert.equal(votes, 6);
    assert.deepEqual(
      rubrics.map(({rubric, recognition}) => [rubric, recognition.type]),
      [
        ['r3', 'unanswered'],
        ['r1', 'shown'],
      ],
    );
  });

  it('shows nothing of an open round', () => {
    assert.throws(() => showVotes(countVotes(fits({fits: 9})), {rubrics: ['r1'], k: 5, status: 'open'}), /closed/);
  });
});

describe('recognition', () => {
  it('of the demo: 20 fits, 3 partly, 1 not', () => {
    assert.deepEqual(first(fits({fits: 20, partly: 3, not: 1})).recognition, {
      type: 'shown',
      n: 24,
      counts: {fits: 20, partly: 3, not: 1, unknown: 0},
    });
  });

  const rows: [answers: Partial<Record<Recognition, number>>, shown: ShownRubric['recognition']][] = [
    [{fits: 3, not: 1, unknown: 4}, {type: 'too-few-voices'}],
    [{unknown: 6}, {type: 'unanswered'}],
    [
      {fits: 4, not: 1, unknown: 2},
      {type: 'shown', n: 5, counts: {fits: 4, partly: 0, not: 1, unknown: 2}},
    ],
    [
      {fits: 5, unknown: 1},
      {type: 'alike', n: 5, recognised: true},
    ],
    [{partly: 6}, {type: 'alike', n: 6, recognised: true}],
    [{not: 5}, {type: 'alike', n: 5, recognised: false}],
  ];
  for (const [answers, expected] of rows) {
    it(`of ${JSON.stringify(answers)} is ${expected.type}`, () =>
      assert.deepEqual(first(fits(answers)).recognition, expected));
  }
});

describe('names', () => {
  it('come most chosen first, then proposals by id, then own names by code unit', () => {
    const votes = [...own('Zon'), ...own('Hart', 2), ...own('Aan huis'), ...proposal('p2', 1), ...proposal('p1', 1)];
    assert.deepEqual(first(votes).names, {
      type: 'shown',
      n: 6,
      names: [
        {name: {own: 'Hart'}, count: 2},
        {name: {proposal: 'p1'}, count: 1},
        {name: {proposal: 'p2'}, count: 1},
        {name: {own: 'Aan huis'}, count: 1},
        {name: {own: 'Zon'}, count: 1},
      ],
    });
  });

  it('that differ in case and spaces are one, in the spelling used most, then first by code unit', () => {
    const votes = [...own('HART'), ...own(' Hart '), ...own('hart', 2), ...own('zon  op'), ...own('Zon op')];
    for (const order of [votes, [...votes].reverse()]) {
      const {names} = first(order);
      assert.deepEqual(names.type === 'shown' && names.names, [
        {name: {own: 'hart'}, count: 4},
        {name: {own: 'Zon op'}, count: 2},
      ]);
    }
  });

  it('of one’s own stay hidden until k people chose a name for the rubric', () => {
    const others = votesOf(9, {recognition: {r1: 'fits'}});
    assert.deepEqual(first([...others, ...own('Hart', 1), ...proposal('p1', 3)]).names, {type: 'too-few-voices'});
    assert.equal(first([...others, ...own('Hart', 1), ...proposal('p1', 4)]).names.type, 'shown');
  });

  it('that everybody chose come without other names and figures', () => {
    assert.deepEqual(first(proposal('p1', 5)).names, {type: 'alike', n: 5, name: {proposal: 'p1'}});
    assert.deepEqual(first([...own('Hart', 4), ...own('hart')]).names, {type: 'alike', n: 5, name: {own: 'Hart'}});
  });

  it('of one’s own can be taken out afterwards: then it is as if nobody had thought of one', () => {
    const others = votesOf(9, {recognition: {r1: 'fits'}});
    for (const proposed of [proposal('p1', 6), [...proposal('p1', 3), ...proposal('p2', 2)], proposal('p1', 4), []])
      for (const thought of [own('Zon', 6), [...own('Zon', 3), ...own('Hart', 3)], []]) {
        const bare = thought.map(vote => ({...vote, names: {}}));
        assert.deepEqual(
          withoutOwnNames(shown([...others, ...proposed, ...thought]), 5),
          shown([...others, ...proposed, ...bare]),
        );
      }
  });

  it('can be what every object has', () => {
    const {names} = first([...own('__proto__', 3), ...own('constructor', 2)]);
    assert.deepEqual(names.type === 'shown' && names.names.map(({count}) => count), [3, 2]);
  });
});

describe('dots', () => {
  const shownDots = (votes: Voted[], rubrics?: string[]) => shown(votes, rubrics).rubrics.map(each => each.dots);

  it('are shown on every rubric once k people placed some, also where few or none are', () => {
    assert.deepEqual(shownDots([...dots(4, {r1: 2}), ...dots(1, {r1: 1, r2: 1})], ['r1', 'r2', 'r3']), [
      {type: 'shown', n: 5, dots: 9, voters: 5},
      {type: 'shown', n: 5, dots: 1, voters: 1},
      {type: 'shown', n: 5, dots: 0, voters: 0},
    ]);
  });

  it('are hidden with fewer than k people who placed some', () => {
    const votes = [...dots(4, {r1: 3}), ...votesOf(5, {recognition: {r1: 'fits'}})];
    assert.deepEqual(shownDots(votes), [{type: 'too-few-voices'}, {type: 'too-few-voices'}]);
    assert.deepEqual(shownDots(fits({fits: 6})), [{type: 'unanswered'}, {type: 'unanswered'}]);
  });

  it('that everybody placed alike tell only where they are', () => {
    assert.deepEqual(shownDots(dots(5, {r1: 1})), [
      {type: 'alike', n: 5, chosen: true},
      {type: 'alike', n: 5, chosen: false},
    ]);
  });

  it('on the same rubrics, but not as many, are shown', () => {
    assert.equal(shownDots([...dots(4, {r1: 2, r2: 1}), ...dots(1, {r1: 1, r2: 2})])[0]?.type, 'shown');
  });
});
