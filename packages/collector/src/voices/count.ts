import type {Ballot, Voice} from '@samenwaarde/core/schema';
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

  /** One contribution more, or less. Reasons are not counted: they are not votes. */
  count(alliance: string, record: Voice, sign: 1 | -1): void {
    if (record.kind === 'reason') return;
    const round = subjectOf(record);
    this.#add({alliance, round, value: '', score: 0, n: sign});
    if (record.kind === 'ballot') this.#countMarks({alliance, round}, record.marks, sign);
  }

  /** Those that are not zero. */
  rows(): Difference[] {
    return [...this.#counts.values()].filter(({n}) => n !== 0);
  }

  #countMarks(of: Pick<Difference, 'alliance' | 'round'>, marks: Ballot['marks'], sign: 1 | -1): void {
    for (const value in marks) {
      const score = marks[value];
      if (score !== undefined) this.#add({...of, value, score: answerCode(score), n: sign});
    }
  }

  #add(difference: Difference): void {
    const {alliance, round, value, score, n} = difference;
    const key = `${alliance} ${round} ${value} ${score}`;
    const before = this.#counts.get(key);
    if (before === undefined) this.#counts.set(key, {...difference});
    else before.n += n;
  }
}
