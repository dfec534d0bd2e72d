import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RubricVote, VoteRound} from '@samenwaarde/core/schema';
import {faultsIn} from './check.js';

const card = {schema: 1, id: 'r', counter: 1, tag: 'a', kind: 'vote-round', k: 5, status: 'open'} as const;
const bare: VoteRound = {...card, rubrics: ['warm'], recognition: false, dots: 0, names: false};
const empty = {recognition: {}, dots: {}, names: {}, objections: {}};
const vote = (other: Partial<RubricVote>): RubricVote => ({
  ...{schema: 1, kind: 'rubric-vote', id: 'v', round: 'r'},
  ...{...empty, ...other},
});

test('a vote answers what its round asks, and nothing else', () => {
  const cases: readonly [answers: Partial<RubricVote>, asked: Partial<VoteRound>, path: string][] = [
    [{recognition: {warm: 'fits'}}, {recognition: true}, 'recognition'],
    [{names: {warm: {own: 'Thuis'}}}, {names: true}, 'names'],
    [{dots: {warm: 1}}, {dots: 1}, 'dots'],
  ];
  for (const [answers, asked, path] of cases) {
    const faults = (round: VoteRound) =>
      faultsIn(vote(answers), {kind: 'vote-round', card: round, body: ''}).map(fault => fault.path);
    assert.deepEqual(faults(bare), [path]);
    assert.deepEqual(faults({...bare, ...asked}), []);
  }
});
