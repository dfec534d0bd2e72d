import type {Score} from './schema.js';
import type {Histogram} from './tally.js';

/** Number of marks on the scale: 1–10. */
export const MARKS = 10;

/** The code of every answer in words. A mark is its own code, 1–10; what was not answered is 0. */
export const ANSWER_CODES = {unknown: 11, 'not-applicable': 12, sufficient: 13, insufficient: 14} as const;

/** Number of codes, 0–14. */
export const CODES = 15;

/**
 * The code of one answer: a whole number 1–14 that fits in a byte.
 *
 * @throws RangeError for anything that is no answer, such as a mark of 11 or 5.5.
 */
export function answerCode(score: Score): number {
  const word = typeof score !== 'number';
  const code = word ? ANSWER_CODES[score] : score;
  if (Number.isInteger(code) && code >= 1 && code <= (word ? CODES - 1 : MARKS)) return code;
  throw new RangeError(`No answer: ${String(score)}. Expected a whole mark 1–10 or a known word.`);
}

/** The histogram of a row of counters, one per code. Counter 0, what was not answered, is left out. */
export function histogramFromCodes(counters: Uint32Array): Histogram {
  const at = (code: number) => counters[code] ?? 0;
  return {
    marks: Array.from(counters.subarray(1, MARKS + 1)),
    sufficient: at(ANSWER_CODES.sufficient),
    insufficient: at(ANSWER_CODES.insufficient),
    unknown: at(ANSWER_CODES.unknown),
    notApplicable: at(ANSWER_CODES['not-applicable']),
  };
}
