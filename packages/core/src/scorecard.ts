import {agreement} from './agreement.js';
import {halfUp, mean, median, middleHalf, reaches} from './marks.js';
import {insufficient, marked, type ShownHistogram, type ShownTally} from './small-groups.js';
import type {Histogram} from './tally.js';
import type {Basis, LeftOut, Terms, ValueTerms} from './terms.js';

export type Verdict = 'pass' | 'insufficient' | 'incomplete' | 'too-few-voices';

/**
 * One value on the scorecard. Marks are in points, 1–10, one decimal at most.
 *
 * In a round on the scale sufficient / insufficient the answers are the marks: `n`, the insufficient ones and `dissent`
 * mean the same, `sufficientPercent` stands in for `mean`, and there is no median, middle or agreement.
 */
export interface ValueScore {
  /** Rubric id of the core value. */
  readonly value: string;
  /** Not used on the scale sufficient / insufficient, where more than half has to be sufficient. */
  readonly passMark: number;
  readonly verdict: Verdict;
  /** Marks given, without "don't know" and "does not apply"; `null` where it may not be shown. */
  readonly n: number | null;
  /** One decimal, half up. `null` where there is none or it may not be shown. */
  readonly mean: number | null;
  /** Share of the answers that is `sufficient`, in whole percent, half up; `null` on the scale of marks. */
  readonly sufficientPercent: number | null;
  readonly median: number | null;
  /** Lowest and highest mark of the middle half of the marks (first and third quartile). */
  readonly middle: readonly [low: number, high: number] | null;
  /** Share of marks below the pass mark, 0–1, not rounded. */
  readonly insufficientShare: number | null;
  /** Number of marks below the pass mark. */
  readonly insufficientCount: number | null;
  /** Van der Eijk's A, −1 (two camps) to 1 (all alike), not rounded. */
  readonly agreement: number | null;
  /** The number that is shown passes, and a third or more of the marks do not. */
  readonly dissent: boolean;
  /** All marks are equal, so only the verdict and `n` are shown. */
  readonly alike: boolean;
  readonly histogram: Histogram | null;
}

/** A plan version held against all core values of a profile. */
export interface Scorecard {
  /** What the marks are: of individuals, or of tables that agreed in the open. */
  readonly basis: Basis;
  readonly scale: Terms['scale'];
  readonly verdict: Verdict;
  readonly ballots: number | null;
  /** Smallest number of voices that is shown. Does not apply to group marks. */
  readonly k: number;
  /** The values that the round asked about, in the order of the profile. */
  readonly values: readonly ValueScore[];
  /** Values left out of the round before it opened, with the reason. */
  readonly leftOut: readonly LeftOut[];
}

/** One in this many marks insufficient, or more, is dissent on a value that passes. A choice of this method. */
export const DISSENT_ONE_IN = 3;

/**
 * The scorecard of a plan version: a score per value, and a verdict for which every single value has to be sufficient.
 *
 * It knows only what may be shown, so nothing on it can tell more.
 */
export function scorecard(shown: ShownTally, terms: Terms): Scorecard {
  const {basis, scale, k, leftOut} = terms;
  const values = terms.values.map(asked => valueScore(shown, asked, terms));
  return {basis, scale, verdict: planVerdict(shown, values), ballots: shown.ballots, k, values, leftOut};
}

/** The scores per verdict, each in the order of the scorecard: "4 of 5 are sufficient" is `pass.length` of all. */
export function byVerdict({values}: Scorecard): Readonly<Record<Verdict, readonly ValueScore[]>> {
  const having = (verdict: Verdict) => values.filter(score => score.verdict === verdict);
  return {
    pass: having('pass'),
    insufficient: having('insufficient'),
    incomplete: having('incomplete'),
    'too-few-voices': having('too-few-voices'),
  };
}

/**
 * Mean of the means that are shown, in points, 1–10, half up to one decimal. It decides nothing: it is there to show
 * what averaging would have hidden. Values without a mean are left out; `null` when none has one.
 */
export function average({values}: Scorecard): number | null {
  const means = values.flatMap(score => score.mean ?? []);
  if (means.length === 0) return null;
  const tenths = means.reduce((sum, points) => sum + Math.round(points * 10), 0);
  return halfUp(tenths, means.length) / 10;
}

/**
 * Insufficient on one value is insufficient as a whole; what is not known yet comes after that. Without a single value
 * nothing was tested, which is incomplete and no pass.
 */
function planVerdict({ballots}: ShownTally, values: readonly ValueScore[]): Verdict {
  if (ballots === null) return 'too-few-voices';
  const order: readonly Verdict[] = ['insufficient', 'too-few-voices', 'incomplete', 'pass'];
  return order.find(verdict => values.some(score => score.verdict === verdict)) ?? 'incomplete';
}

function valueScore(shown: ShownTally, {value, passMark}: ValueTerms, {scale}: Terms): ValueScore {
  const of: ShownHistogram = shown.values[value] ?? {type: 'unmarked'};
  const score = {...withoutFigures, value, passMark};
  const verdict = (n: number, passes: boolean): Verdict =>
    2 * n < (shown.ballots ?? 0) ? 'incomplete' : passes ? 'pass' : 'insufficient';
  switch (of.type) {
    case 'too-few-voices':
      return {...score, verdict: 'too-few-voices'};
    case 'unmarked':
      return {...score, verdict: 'incomplete', n: 0};
    case 'alike':
      return {...score, verdict: verdict(of.n, of.side === 'pass'), n: of.n, alike: true};
    case 'shown': {
      const n = marked(of.histogram);
      const {passes, ...number} = scale === 'marks' ? pointsOf(of.histogram, passMark) : percentOf(of.histogram, n);
      return {...score, ...number, ...belowOf(of.histogram, passMark, passes), verdict: verdict(n, passes)};
    }
  }
}

const withoutFigures = {
  n: null,
  mean: null,
  sufficientPercent: null,
  median: null,
  middle: null,
  insufficientShare: null,
  insufficientCount: null,
  agreement: null,
  dissent: false,
  alike: false,
  histogram: null,
} as const;

/** The figures of marks. Whether it passes is decided on the very mean that is shown. */
function pointsOf({marks}: Histogram, passMark: number) {
  const points = mean(marks);
  return {
    mean: points,
    median: median(marks),
    middle: middleHalf(marks),
    agreement: agreement(marks),
    passes: points !== null && reaches(points, passMark),
  };
}

/** The figure of sufficient / insufficient: it passes when more than half of what is shown is sufficient. */
function percentOf({sufficient}: Histogram, n: number) {
  const sufficientPercent = halfUp(100 * sufficient, n);
  return {sufficientPercent, passes: sufficientPercent > 50};
}

function belowOf(histogram: Histogram, passMark: number, passes: boolean) {
  const n = marked(histogram);
  const insufficientCount = insufficient(histogram, passMark);
  return {
    n,
    insufficientCount,
    insufficientShare: insufficientCount / n,
    dissent: passes && insufficientCount * DISSENT_ONE_IN >= n,
    histogram,
  };
}
