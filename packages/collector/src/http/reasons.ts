import type {ProblemReason} from '@samenwaarde/core/files';

/** What can be wrong inside a file. */
const IN_FILES: Readonly<Record<ProblemReason, string>> = {
  'missing-key': 'It has to be there, and is not.',
  'unknown-key': 'There is no place for this.',
  'wrong-value': 'It is none of the values that it may have.',
  'missing-record': 'It names a record that is not there, or one of another kind.',
  'words-not-in-quote': 'These words are not in the quote at that place.',
  'too-large': 'The file is longer than any alliance is.',
  'too-complex': 'The file has more parts, or deeper ones, than any alliance has.',
  'not-json': 'It is not JSON.',
  'unknown-file': 'It is none of the files of an alliance.',
  'newer-version': 'A newer version of this software made it.',
  'unknown-kind': 'There are no records of this kind.',
  'double-id': 'Two records have this id.',
  'wrong-alliance': 'It does not have exactly one alliance, with the id that it names.',
  'round-not-closed': 'These are figures of a round that is open, or not there.',
};

/**
 * Every reason that a fault can have, in the words of `docs/api.md`. Part of the API: none of them ever changes what it
 * means, others may come.
 */
export const REASONS = {
  empty: 'It is there, and has nothing in it.',
  'too-short': 'It has fewer characters than `limit`.',
  'too-long': 'It has more characters than `limit`.',
  'too-few': 'There are fewer than `limit`.',
  'too-many': 'There are more than `limit`.',
  'too-low': 'The number is lower than `limit`.',
  'too-high': 'The number is higher than `limit`.',
  'too-precise': 'The number is no multiple of `limit`: 1 for a whole number, 0.1 for one decimal.',
  'not-a-number': 'It is not a number.',
  'not-a-date': 'It is not a day of the calendar, written as `2026-11-21`.',
  'not-an-origin': 'It is not the origin of a website, such as `https://www.example.nl`.',
  'wrong-type': 'It is another type of JSON than it has to be.',
  'wrong-form': 'It is not written as it has to be; the schema has the pattern.',
  'not-asked': 'What it answers does not ask for this.',
  'another-id': 'It is another id than in the address.',
  taken: 'Somebody, or something, else has it already.',
  ...IN_FILES,
} as const satisfies Readonly<Record<string, string>>;

/** Why one thing in a request is refused, for a program. */
export type Reason = keyof typeof REASONS;
