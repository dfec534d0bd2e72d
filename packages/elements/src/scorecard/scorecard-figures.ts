import type {ValueScore} from '@samenwaarde/core';
import type {VoiceController} from '../shared/voice-controller.js';
import {decimal, language, type Voice} from '../shared/voice.js';
import type {ResultKey} from './result.messages.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** Who says the texts, in which voice. */
export type Speaker = Pick<VoiceController<ResultKey>, 'say' | 'voice'>;

/** What a reader sees of one core value. */
export interface Row {
  readonly score: ValueScore;
  readonly name: string;
  /** Mean in points, or percent sufficient; `null` where there is none or it may not be shown. */
  readonly number: number | null;
  /** Whether people differ on a value that passes. */
  readonly divided: boolean;
}

/** The core values in the order of the profile. */
export function rows(state: ReadyScorecard): readonly Row[] {
  return state.scores.values.map(score => ({
    score,
    name: nameOf(state, score.value),
    number: shownNumber(score),
    divided: score.verdict === 'pass' && score.dissent,
  }));
}

/** The core values as the table lists them: what is insufficient first, else in the order of the profile. */
export function insufficientFirst(state: ReadyScorecard): readonly Row[] {
  const isInsufficient = ({score}: Row) => Number(score.verdict === 'insufficient');
  return [...rows(state)].sort((a, b) => isInsufficient(b) - isInsufficient(a));
}

/** The name of a core value; its id where the page forgot the name. */
export function nameOf({names}: ReadyScorecard, value: string): string {
  return names[value] ?? value;
}

/** Names in a row: `Gastvrij, Eerlijk en Geworteld`. */
export function list(names: readonly string[], voice: Voice): string {
  return new Intl.ListFormat(language(voice)).format(names);
}

/** A mean as `4,8`, a share as `42%`. */
export function figure(number: number, {scores}: ReadyScorecard, voice: Voice): string {
  return scores.scale === 'marks' ? decimal(number, voice) : `${number}%`;
}

/** Whose marks they are; empty where that may not be shown. */
export function basisWords({scores: {ballots, basis, scale}}: ReadyScorecard, {say}: Speaker): string {
  return ballots === null ? '' : say(`${basis}-${scale}`, {n: ballots});
}

/** The pass mark that all values share, or `null`. */
export function sharedPassMark({scores: {values}}: ReadyScorecard): number | null {
  const shared = values[0]?.passMark ?? null;
  return values.every(({passMark}) => passMark === shared) ? shared : null;
}

/** The number a verdict was taken on. Without a verdict there is none: too few marks say nothing. */
export function shownNumber({verdict, mean, sufficientPercent}: ValueScore): number | null {
  return verdict === 'pass' || verdict === 'insufficient' ? (mean ?? sufficientPercent) : null;
}
