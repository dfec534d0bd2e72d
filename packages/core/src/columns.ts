import {answerCode, CODES, histogramFromCodes} from './answer-code.js';
import type {Histogram, Marked, Tally} from './tally.js';

/**
 * Ballots of one round as a store keeps them to count fast: an array of bytes per value, a byte per ballot, in the same
 * order in every column.
 *
 * Byte 0 is unanswered, 1–10 the mark, 11 don't know, 12 does not apply, 13 sufficient, 14 insufficient. The columns
 * beside each other are whole ballots: they are for counting where ballots are kept, never to be published.
 */
export interface Columns {
  /** Number of ballots, whatever is on them. */
  readonly count: number;
  readonly columns: Readonly<Record<string, Uint8Array>>;
}

/**
 * The ballots in columns for these values. Answers on other values are left out.
 *
 * @throws RangeError for a mark that is not a whole number 1–10.
 */
export function toColumns(ballots: readonly Marked[], values: readonly string[]): Columns {
  const columns = values.map((value): [string, Uint8Array] => {
    const bytes = new Uint8Array(ballots.length);
    ballots.forEach(({marks}, place) => {
      const score = marks[value];
      if (score !== undefined) bytes[place] = answerCode(score);
    });
    return [value, bytes];
  });
  return {count: ballots.length, columns: Object.fromEntries(columns)};
}

/**
 * The tally of ballots in columns: the same as that of the ballots themselves, on the values that have a column.
 *
 * @throws RangeError when a column is longer or shorter than the others, or holds a byte above 14.
 */
export function tallyColumns({count, columns}: Columns): Tally {
  const values: [string, Histogram][] = [];
  for (const [value, bytes] of Object.entries(columns)) {
    if (bytes.length !== count) throw new RangeError(`Column ${value} has ${bytes.length} ballots, not ${count}.`);
    const counters = countBytes(bytes);
    if (counters.subarray(CODES).some(Boolean)) throw new RangeError(`Column ${value} holds a byte that is no answer.`);
    if (counters[0] !== count) values.push([value, histogramFromCodes(counters)]);
  }
  return {ballots: count, values: Object.fromEntries(values)};
}

/** How often each byte occurs: 256 counters, so that no byte can fall outside. */
function countBytes(bytes: Uint8Array): Uint32Array {
  const counters = new Uint32Array(256);
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] as number;
    counters[byte] = (counters[byte] as number) + 1;
  }
  return counters;
}
