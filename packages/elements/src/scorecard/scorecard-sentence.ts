import type {Verdict} from '@samenwaarde/core';
import {unreachable} from '../shared/unreachable.js';
import {decimal} from '../shared/voice.js';
import {figure, rows, type Row, type Speaker} from './scorecard-figures.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** The result in whole sentences: what one has to know, and what did not fit in that. */
export interface Sentences {
  readonly headline: readonly string[];
  readonly rest: readonly string[];
}

/** More insufficient values than this are told after the headline, not in it. */
const MOST_IN_HEADLINE = 2;

/** What the result is. None of it is put together from pieces: only names and figures are filled in. */
export function sentences(state: ReadyScorecard, speaker: Speaker): Sentences {
  const {say} = speaker;
  const {verdict, values, ballots} = state.scores;
  switch (verdict) {
    case 'pass':
      return {headline: [say('allPass', {n: values.length})], rest: []};
    case 'insufficient':
      return insufficient(state, speaker);
    case 'too-few-voices':
    case 'incomplete':
      return {headline: [say(ballots === null ? 'few' : 'noResult')], rest: []};
    default:
      return unreachable(verdict);
  }
}

function insufficient(state: ReadyScorecard, speaker: Speaker): Sentences {
  const {say} = speaker;
  const n = having('pass', state).length;
  const all = state.scores.values.length;
  const count = n === 0 ? say('nonePass', {n: all}) : say('somePass', {n, all});
  const low = having('insufficient', state);
  const told = low.flatMap((row, place) => insufficientOne([row, low[place + 1]], state, speaker));
  return low.length > MOST_IN_HEADLINE ? {headline: [count], rest: told} : {headline: [count, ...told], rest: []};
}

/** An insufficient value with its figure, and what is needed: once for values that share a pass mark. */
function insufficientOne(
  [{name, number, score}, next]: readonly [Row, next: Row | undefined],
  state: ReadyScorecard,
  {say, voice}: Speaker,
): readonly string[] {
  const isMarks = state.scores.scale === 'marks';
  const told =
    number === null
      ? say('allInsufficient', {name})
      : say(isMarks ? 'gets' : 'getsShare', {name, figure: figure(number, state, voice)});
  if (next && (!isMarks || next.score.passMark === score.passMark)) return [told];
  return [told, isMarks ? say('needed', {mark: decimal(score.passMark, voice)}) : say('neededShare')];
}

/** The values with that verdict, in the order of the profile. */
export function having(verdict: Verdict, state: ReadyScorecard): readonly Row[] {
  return rows(state).filter(({score}) => score.verdict === verdict);
}
