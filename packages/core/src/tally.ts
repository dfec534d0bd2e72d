import {answerCode, CODES, histogramFromCodes} from './answer-code.js';
import type {Ballot} from './schema.js';

/** How often each answer was given on one value. */
export interface Histogram {
  /** Ballots per mark; place 0 is mark 1, place 9 is mark 10. */
  readonly marks: readonly number[];
  /** Answers `sufficient` and `insufficient`, in a round on that scale. */
  readonly sufficient: number;
  readonly insufficient: number;
  /** Answers "don't know" and "does not apply". Neither is a mark. */
  readonly unknown: number;
  readonly notApplicable: number;
}

/**
 * All answers of one round: a histogram per value. Histograms add.
 *
 * Always in its one normal form: a value is listed when at least one ballot answers it, so tallies of the same ballots
 * are deeply equal, whatever was added, removed and merged to get there. The order of the values means nothing.
 */
export interface Tally {
  /** Number of ballots, whatever is on them. */
  readonly ballots: number;
  readonly values: Readonly<Record<string, Histogram>>;
}

/** What is counted: the marks of one person or, counted the same way, those of one table. */
export type Marked = Pick<Ballot, 'marks'>;

/** The histogram of a value that nobody answered. */
export const noAnswers: Histogram = {
  marks: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  sufficient: 0,
  insufficient: 0,
  unknown: 0,
  notApplicable: 0,
};

/** The tally of no ballots. `merge` with it changes nothing. */
export function emptyTally(): Tally {
  return {ballots: 0, values: {}};
}

/**
 * The tally of these ballots, or of these group marks.
 *
 * A ballot without marks counts as a ballot. Nothing is left out: which values a round asks about is decided when its
 * tally is shown.
 *
 * @throws RangeError for a mark that is not a whole number 1–10.
 */
export function tally(ballots: Iterable<Marked>): Tally {
  const rows = new Rows();
  let count = 0;
  for (const {marks} of ballots) {
    count += 1;
    // Ballots of one round list their values in about the same order: try the next row before looking it up.
    let place = 0;
    for (const value in marks) {
      const score = marks[value];
      if (score === undefined) continue;
      if (rows.values[place] !== value) place = rows.placeOf(value);
      const row = rows.counters[place++] as Uint32Array;
      const code = answerCode(score);
      row[code] = (row[code] as number) + 1;
    }
  }
  return {ballots: count, values: rows.histograms()};
}

/** The tally with one ballot more. Costs the same however many ballots there are. */
export function add(whole: Tally, ballot: Marked): Tally {
  return merge(whole, tally([ballot]));
}

/**
 * The tally with one ballot less: undoes `add`, in any order. Costs the same however many ballots there are.
 *
 * @throws RangeError when the ballot cannot be in the tally.
 */
export function remove(whole: Tally, ballot: Marked): Tally {
  return unmerge(whole, tally([ballot]));
}

/** The tally of the ballots of both, which must not share one. */
export function merge(a: Tally, b: Tally): Tally {
  return combine(a, b, 1);
}

/**
 * The tally without the ballots of `part`: undoes `merge`, in any order.
 *
 * @throws RangeError when `part` cannot be in the tally: a count would fall below zero, or a value would have more
 * answers than there are ballots. That is as much as counts can tell.
 */
export function unmerge(whole: Tally, part: Tally): Tally {
  const rest = combine(whole, part, -1);
  const possible = Object.values(rest.values).every(h => isPossible(h) && answers(h) <= rest.ballots);
  if (rest.ballots < 0 || !possible) throw new RangeError('These ballots are not in this tally.');
  return rest;
}

/** Number of answers of any kind on one value. */
function answers(histogram: Histogram): number {
  return counts(histogram).reduce((sum, count) => sum + count, 0);
}

function counts({marks, sufficient, insufficient, unknown, notApplicable}: Histogram): number[] {
  return [...marks, sufficient, insufficient, unknown, notApplicable];
}

function isPossible(histogram: Histogram): boolean {
  return counts(histogram).every(count => count >= 0);
}

function combine(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const values = new Map(Object.entries(a.values));
  for (const [value, histogram] of Object.entries(b.values)) {
    values.set(value, plus(values.get(value) ?? noAnswers, histogram, sign));
  }
  const answered = [...values].filter(([, histogram]) => counts(histogram).some(count => count !== 0));
  return {ballots: a.ballots + sign * b.ballots, values: Object.fromEntries(answered)};
}

function plus(a: Histogram, b: Histogram, sign: 1 | -1): Histogram {
  return {
    marks: a.marks.map((count, place) => count + sign * (b.marks[place] ?? 0)),
    sufficient: a.sufficient + sign * b.sufficient,
    insufficient: a.insufficient + sign * b.insufficient,
    unknown: a.unknown + sign * b.unknown,
    notApplicable: a.notApplicable + sign * b.notApplicable,
  };
}

/** The counters of a tally under way: a row per value, in the order in which values are first met. */
class Rows {
  readonly values: string[] = [];
  readonly counters: Uint32Array[] = [];
  readonly #places = new Map<string, number>();

  /** Place of the value's row, which is made when there is none. */
  placeOf(value: string): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.values.length);
    this.counters.push(new Uint32Array(CODES));
    return this.values.push(value) - 1;
  }

  histograms(): Record<string, Histogram> {
    const listed = this.values.map((value, place): [string, Histogram] => {
      return [value, histogramFromCodes(this.counters[place] as Uint32Array)];
    });
    return Object.fromEntries(listed);
  }
}
