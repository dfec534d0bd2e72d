import type {Voice} from '@samenwaarde/core/schema';
import {answerCode} from '@samenwaarde/core';
import {subjectOf} from './check.js';

/**
 * How often each answer was given on each value: `{'5f0c…': {7: 3}}` is three times the code 7 of an answer, 1–14. The
 * number of contributions stands under value `''` and code 0. Nothing in it is zero.
 */
export type Counts = Readonly<Record<string, Readonly<Record<number, number>>>>;

/** Counts of one question or round: of all that was given, or how much more or less than before. */
export interface Counted {
  readonly alliance: string;
  /** Id of the question or round. */
  readonly round: string;
  readonly counts: Counts;
}

/** Counts contributions. Those that come and go leave nothing. */
export class Counter {
  readonly #rounds = new Map<string, Omit<Counted, 'counts'> & {readonly sum: Sum}>();

  /** One contribution more, or less. */
  count(alliance: string, record: Voice, sign: 1 | -1): void {
    if (record.kind === 'reason') return;
    const sum = this.#sumOf(alliance, subjectOf(record));
    sum.add('', 0, sign);
    if (record.kind !== 'ballot') return;
    for (const value in record.marks) {
      const score = record.marks[value];
      if (score !== undefined) sum.add(value, answerCode(score), sign);
    }
  }

  /** The questions and rounds where something is more, or less. */
  get rounds(): readonly Counted[] {
    const rounds = [...this.#rounds.values()].map(({sum, ...of}) => ({...of, counts: sum.counts}));
    return rounds.filter(({counts}) => Object.keys(counts).length > 0);
  }

  #sumOf(alliance: string, round: string): Sum {
    const key = `${alliance} ${round}`;
    const known = this.#rounds.get(key);
    if (known !== undefined) return known.sum;
    const sum = new Sum();
    this.#rounds.set(key, {alliance, round, sum});
    return sum;
  }
}

/** Two counts together. */
export function together(one: Counts, other: Counts): Counts {
  const sum = new Sum();
  for (const counts of [one, other])
    for (const [value, row] of Object.entries(counts))
      for (const [code, n] of Object.entries(row)) sum.add(value, Number(code), n);
  return sum.counts;
}

/** Adds up how often each answer was given on each value. */
class Sum {
  readonly #rows = new Map<string, Map<number, number>>();

  add(value: string, code: number, n: number): void {
    const row = this.#rows.get(value) ?? new Map<number, number>();
    this.#rows.set(value, row);
    row.set(code, (row.get(code) ?? 0) + n);
  }

  get counts(): Counts {
    const rows = [...this.#rows].map(([value, row]) => [value, [...row].filter(([, n]) => n !== 0)] as const);
    return Object.fromEntries(
      rows.flatMap(([value, row]) => (row.length > 0 ? [[value, Object.fromEntries(row)] as const] : [])),
    );
  }
}
