import type {Scorecard, ValueScore} from './scorecard.js';

/** One value on two scorecards. */
export interface Comparison {
  /** Rubric id of the core value. */
  readonly value: string;
  /** The number that the earlier and the later scorecard show: a mean in points or, on the other scale, percent. */
  readonly from: number | null;
  readonly to: number | null;
  readonly change: 'better' | 'worse' | 'same' | 'unknown';
}

/**
 * What became of every value between two scorecards: of two versions of a plan, or of two years.
 *
 * Compared on the numbers that are shown, so "from 6.9 to 6.9" is the same. `unknown` where either has no number, or no
 * verdict because too few marked it. Scorecards on different scales, or of individuals beside tables, are not compared:
 * their numbers do not mean the same, and every `from` is `null`. Values of the earlier scorecard that the later one
 * left out come last, so that nothing disappears in silence.
 */
export function compare(previous: Scorecard, current: Scorecard): readonly Comparison[] {
  const comparable = previous.scale === current.scale && previous.basis === current.basis;
  const before = new Map(previous.values.map(score => [score.value, score]));
  const after = new Set(current.values.map(score => score.value));
  const kept = current.values.map(score => comparison(comparable ? before.get(score.value) : undefined, score));
  const gone = previous.values.filter(score => !after.has(score.value));
  return [...kept, ...gone.map(score => dropped(score, comparable))];
}

function dropped(score: ValueScore, comparable: boolean): Comparison {
  return {value: score.value, from: comparable ? shownNumber(score) : null, to: null, change: 'unknown'};
}

function comparison(previous: ValueScore | undefined, current: ValueScore): Comparison {
  const from = shownNumber(previous);
  const to = shownNumber(current);
  const known = hasVerdict(previous) && hasVerdict(current) && from !== null && to !== null;
  return {value: current.value, from, to, change: known ? changeBetween(from, to) : 'unknown'};
}

function changeBetween(from: number, to: number): Comparison['change'] {
  if (to === from) return 'same';
  return to > from ? 'better' : 'worse';
}

function hasVerdict(score: ValueScore | undefined): boolean {
  return score?.verdict === 'pass' || score?.verdict === 'insufficient';
}

/** The number that the verdict is taken on. */
function shownNumber(score: ValueScore | undefined): number | null {
  return score?.mean ?? score?.sufficientPercent ?? null;
}
