import {average} from '@samenwaarde/core';
import type {FullSpeaker} from './full-speaker.js';
import {previousNumbers} from './previous.js';
import {figure, list, rows, type Row} from './scorecard-figures.js';
import {having} from './scorecard-sentence.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** A value that moved as much is told, in tenths of a point: one whole mark. A choice of ours. */
const NOTABLE_TENTHS = 10;

/** The same on the scale sufficient / insufficient, in percent points. */
const NOTABLE_PERCENT = 10;

/** What is worth knowing beside the result: what has none and why, what moved, where people differ, and what averaging would have hidden. */
export function details(state: ReadyScorecard, speaker: FullSpeaker): readonly string[] {
  if (state.scores.ballots === null) return [speaker.say('fromK', {k: state.scores.k})];
  const before = previousNumbers(state);
  return [
    ...unknown(state, speaker),
    ...rows(state).flatMap(row => {
      const moving = {...row, before: before.get(row.score.value)};
      return moved(moving, state, speaker) ?? divided(row, speaker) ?? [];
    }),
    ...averagingHides(state, speaker),
  ];
}

/** What nobody can judge yet, and why. */
function unknown(state: ReadyScorecard, {say, voice}: FullSpeaker): readonly string[] {
  const {basis, scale, k} = state.scores;
  const few = having('too-few-voices', state).map(({name}) => name);
  const incomplete = having('incomplete', state).map(({name}) => name);
  return [
    ...(few.length > 0 ? [say('fewOn', {names: list(few, voice)}), say('fromK', {k})] : []),
    ...(incomplete.length > 0 ? [say(`incomplete-${basis}-${scale}`, {names: list(incomplete, voice)})] : []),
  ];
}

/** A value that crossed the pass mark, or moved as much as anybody would notice. */
function moved(
  {score, name, number, before, divided}: Row & {readonly before: number | undefined},
  state: ReadyScorecard,
  {say, voice}: FullSpeaker,
): string | undefined {
  if (number === null || before === undefined || !isNotable(score, number - before, state)) return undefined;
  const said = {name, from: figure(before, state, voice), to: figure(number, state, voice)};
  if (!divided) return say(number > before ? 'rose' : 'fell', said);
  const counts = {n: score.insufficientCount ?? 0, all: score.n ?? 0};
  return say(number > before ? 'roseDivided' : 'fellDivided', {...said, ...counts});
}

function isNotable(score: Row['score'], change: number, {scores, previous}: ReadyScorecard): boolean {
  const then = previous?.scores.values.find(({value}) => value === score.value);
  const marks = scores.scale === 'marks';
  const size = marks ? Math.round(Math.abs(change) * 10) : Math.abs(change);
  return size >= (marks ? NOTABLE_TENTHS : NOTABLE_PERCENT) || (size > 0 && then?.verdict !== score.verdict);
}

function divided({name, score, divided}: Row, {say}: FullSpeaker): string | undefined {
  return divided ? say('divided', {name, n: score.insufficientCount ?? 0, all: score.n ?? 0}) : undefined;
}

/** Said where the mean of everything would have passed, although something is insufficient. */
function averagingHides({scores}: ReadyScorecard, {say}: FullSpeaker): readonly string[] {
  const mean = average(scores);
  const highest = Math.max(...scores.values.map(({passMark}) => passMark));
  return scores.verdict === 'insufficient' && mean !== null && mean >= highest ? [say('highNotLow')] : [];
}
