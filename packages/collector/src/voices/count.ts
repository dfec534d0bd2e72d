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

type Filling = Record<string, Record<number, number>>;

/** Counts contributions. Those that come and go leave nothing. */
export class Counter {
  readonly #rounds = new Map<string, Counted & {readonly counts: Filling}>();

  /** One contribution more, or less. */
  count(alliance: string, record: Voice, sign: 1 | -1): void {
    if (record.kind === 'reason') return;
    const round = subjectOf(record);
    const key = `${alliance} ${round}`;
    const {counts} = this.#rounds.get(key) ?? {counts: {}};
    if (!this.#rounds.has(key)) this.#rounds.set(key, {alliance, round, counts});
    add(counts, '', 0, sign);
    if (record.kind === 'ballot') addMarks(counts, record.marks, sign);
  }

  /** The questions and rounds where something is more, or less. */
  get rounds(): readonly Counted[] {
    return [...this.#rounds.values()].filter(({counts}) => Object.keys(counts).length > 0);
  }
}

/** Two counts together. */
export function together(one: Counts, other: Counts): Counts {
  const sum: Filling = {};
  for (const counts of [one, other])
    for (const [value, row] of Object.entries(counts))
      for (const [code, n] of Object.entries(row)) add(sum, value, Number(code), n);
  return sum;
}

function addMarks(counts: Filling, marks: Extract<Voice, {kind: 'ballot'}>['marks'], sign: 1 | -1): void {
  for (const value in marks) {
    const score = marks[value];
    if (score !== undefined) add(counts, value, answerCode(score), sign);
  }
}

function add(counts: Filling, value: string, code: number, n: number): void {
  const row = (counts[value] ??= {});
  const sum = (row[code] ?? 0) + n;
  if (sum !== 0) {
    row[code] = sum;
    return;
  }
  delete row[code];
  if (Object.keys(row).length === 0) delete counts[value];
}
