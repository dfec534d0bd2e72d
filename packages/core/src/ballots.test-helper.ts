import fc from 'fast-check';
import type {Score} from './schema.js';
import {tally, type Marked, type Tally} from './tally.js';
import type {Basis, Terms} from './terms.js';

/** Any answer that the schema lets through. */
export const anyScore: fc.Arbitrary<Score> = fc.oneof(
  fc.integer({min: 1, max: 10}),
  fc.constantFrom('sufficient', 'insufficient', 'unknown', 'not-applicable'),
);

/** Any ballot on up to four values, in any order of keys. */
export const anyBallot: fc.Arbitrary<Marked> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), anyScore), {selector: ([value]) => value})
  .map(marks => ({marks: Object.fromEntries(marks)}));

export const anyBallots = fc.array(anyBallot, {maxLength: 30});

/** Ballots from columns like `{G: '4x2 ?x1'}`: two fours and one "don't know" on G. `-` is left open. */
export function ballotsOf(columns: Record<string, string>): Marked[] {
  const ballots: {marks: Record<string, Score>}[] = [];
  for (const [value, column] of Object.entries(columns)) {
    column
      .split(' ')
      .filter(Boolean)
      .flatMap(answersOf)
      .forEach((score, place) => {
        const ballot = (ballots[place] ??= {marks: {}});
        if (score !== undefined) ballot.marks[value] = score;
      });
  }
  return ballots;
}

const WORDS: Record<string, Score | undefined> = {
  '?': 'unknown',
  '/': 'not-applicable',
  '+': 'sufficient',
  '!': 'insufficient',
  '-': undefined,
};

function answersOf(part: string): (Score | undefined)[] {
  const [answer = '', times] = part.split('x');
  return Array.from({length: Number(times)}, () => (answer in WORDS ? WORDS[answer] : Number(answer)));
}

export function tallyOf(columns: Record<string, string>): Tally {
  return tally(ballotsOf(columns));
}

/** Terms of a closed round on these values with pass mark 5.5 and k = 5, unless told otherwise. */
export function termsOf(values: string | readonly string[], other: Partial<Terms> = {}): Terms {
  const basis: Basis = 'ballots';
  const asked = Array.from(values, value => ({value, passMark: 5.5}));
  return {basis, scale: 'marks', k: 5, closed: true, values: asked, leftOut: [], ...other};
}

/** The three rounds of the demo. */
export const verfplein = {
  G: '7x5 8x11 9x5',
  A: '5x1 6x3 7x8 8x7 9x2',
  W: '6x3 7x7 8x8 9x3',
  V: '4x2 5x4 6x5 7x6 8x4',
  E: '5x2 6x5 7x8 8x5 9x1',
};
export const canalVersion1 = {
  G: '2x2 3x3 4x5 5x5 6x4 7x3 8x1 ?x1',
  A: '6x2 7x5 8x11 9x5 10x1',
  W: '7x5 8x12 9x7',
  V: '6x3 7x7 8x9 9x4 ?x1',
  E: '4x1 5x1 6x3 7x6 8x9 9x4',
};
export const canalVersion2 = {
  G: '5x2 6x5 7x9 8x5 9x1',
  A: '6x2 7x8 8x9 9x3',
  W: '7x5 8x10 9x7',
  V: '4x3 5x5 6x4 7x6 8x4',
  E: '5x1 6x2 7x8 8x8 9x3',
};
