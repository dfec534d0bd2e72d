import type {Voice} from '@samenwaarde/core/schema';
import {answerCode} from '@samenwaarde/core';
import {subjectOf} from './check.js';

/** How often, more or less than before. */
export interface Difference {
  readonly alliance: string;
  readonly round: string;
  /** Id of a value; empty for the number of contributions. */
  readonly value: string;
  /** Code of an answer, 1–14; 0 for the number of contributions. */
  readonly score: number;
  readonly n: number;
}

/** What a flush adds to the tallies. Contributions that come and go in one flush leave nothing. */
export class Differences {
  readonly #counts = new Map<string, Difference & {n: number}>();

  /** One contribution more, or less. */
  count(alliance: string, record: Voice, sign: 1 | -1): void {
    const round = subjectOf(record);
    for (const [value, score] of scoresOf(record)) this.#add({alliance, round, value, score, n: sign});
  }

  /** Those that are not zero. */
  rows(): Difference[] {
    return [...this.#counts.values()].filter(({n}) => n !== 0);
  }

  #add(difference: Difference): void {
    const {alliance, round, value, score, n} = difference;
    const key = `${alliance} ${round} ${value} ${score}`;
    const before = this.#counts.get(key);
    if (before === undefined) this.#counts.set(key, {...difference});
    else before.n += n;
  }
}

/**
 * What is counted of a contribution: itself, and every mark of a ballot. Reasons are not counted: they are not votes.
 */
export function scoresOf(record: Voice): [value: string, score: number][] {
  if (record.kind === 'reason') return [];
  const scores: [value: string, score: number][] = [['', 0]];
  if (record.kind !== 'ballot') return scores;
  for (const value in record.marks) {
    const score = record.marks[value];
    if (score !== undefined) scores.push([value, answerCode(score)]);
  }
  return scores;
}
