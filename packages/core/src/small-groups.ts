import {marksBelow, marksGiven} from './marks.js';
import type {Histogram, Tally} from './tally.js';
import {noAnswers} from './tally.js';
import type {Terms, ValueTerms} from './terms.js';

/** What the figures of one value may show. */
export type ShownHistogram =
  /** Enough people marked it. */
  | {readonly type: 'shown'; readonly histogram: Histogram}
  /** Enough people marked it, all alike: only the side of the pass mark, or it would tell what each of them chose. */
  | {readonly type: 'alike'; readonly side: 'pass' | 'insufficient'; readonly n: number}
  /** Too few people marked it, or the round has too few ballots. No figure at all. */
  | {readonly type: 'too-few-voices'}
  /** Nobody marked it. */
  | {readonly type: 'unmarked'};

/** A tally after the rule for small groups: what may leave the place where ballots are kept. */
export interface ShownTally {
  /** Number of ballots, or `null` below k. */
  readonly ballots: number | null;
  readonly values: Readonly<Record<string, ShownHistogram>>;
}

/**
 * What may be seen of a tally: everything of group marks, which are said in the open, and of ballots what does not tell
 * what one of a few people chose.
 *
 * - Fewer than k ballots: nothing, not how many there are and not which values were marked.
 * - 1 to k − 1 marks on a value: nothing but that. How many marks, who did not know and who left it open stay hidden,
 *   or with the number of ballots they would give away how small the group is.
 * - All marks on a value equal: the side of the pass mark and the number of marks. With a pass mark above 9, or of at
 *   most 2, one side holds a single mark and is told all the same.
 * - Else the whole histogram; a bar may be smaller than k.
 *
 * Only the values of the terms are shown, in their order, and only answers on the scale of the round. Show the tally of
 * one closed round as a whole and keep what was shown: between two shown states, or between a group and a part of it,
 * lies a group that may be smaller than k.
 *
 * @throws Error when the round of these ballots is open: every ballot would change what is shown, and so be told.
 */
export function show(tally: Tally, terms: Terms): ShownTally {
  const voices = terms.basis === 'ballots';
  if (voices && !terms.closed) throw new Error('Ballots are shown when their round is closed.');
  const few = voices && tally.ballots < terms.k;
  return {
    ballots: few ? null : tally.ballots,
    values: Object.fromEntries(
      terms.values.map(asked => [asked.value, few ? tooFewVoices : shownHistogram(tally, asked, terms)]),
    ),
  };
}

const tooFewVoices: ShownHistogram = {type: 'too-few-voices'};

function shownHistogram(tally: Tally, asked: ValueTerms, terms: Terms): ShownHistogram {
  const histogram = onScale(tally.values[asked.value] ?? noAnswers, terms.scale);
  const n = marked(histogram);
  if (n === 0) return {type: 'unmarked'};
  if (terms.basis === 'group-marks') return {type: 'shown', histogram};
  if (n < terms.k) return tooFewVoices;
  if (!isAlike(histogram)) return {type: 'shown', histogram};
  return {type: 'alike', side: insufficient(histogram, asked.passMark) === 0 ? 'pass' : 'insufficient', n};
}

/** Number of marks, on either scale: neither "don't know" nor "does not apply" is one. */
export function marked({marks, sufficient, insufficient}: Histogram): number {
  return marksGiven(marks) + sufficient + insufficient;
}

/** Number of marks below the pass mark, and answers `insufficient`. */
export function insufficient(histogram: Histogram, passMark: number): number {
  return marksBelow(histogram.marks, passMark) + histogram.insufficient;
}

function onScale(histogram: Histogram, scale: Terms['scale']): Histogram {
  return scale === 'marks' ? {...histogram, sufficient: 0, insufficient: 0} : {...histogram, marks: noAnswers.marks};
}

function isAlike({marks, sufficient, insufficient}: Histogram): boolean {
  return [...marks, sufficient, insufficient].filter(count => count > 0).length === 1;
}
