import {scorecard, show, type Basis, type Scorecard, type Tally} from '@samenwaarde/core';
import type {ReadyScorecard, ScorecardState, ShownReason, TestedPlan} from './scorecard.state.js';

/** How often each mark was given, mark by count, and how often "don't know": `{7: 5, 8: 11, 9: 5}`. */
type Counts = Readonly<Record<number, number>> & {readonly unknown?: number};

const id = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

const GASTVRIJ = id(1);
const ADEMRUIMTE = id(2);
const GEWORTELD = id(3);
const VERTROUWD = id(4);
const EERLIJK = id(5);

const names = {
  [GASTVRIJ]: 'Gastvrij',
  [ADEMRUIMTE]: 'Ademruimte',
  [GEWORTELD]: 'Geworteld',
  [VERTROUWD]: 'Vertrouwd',
  [EERLIJK]: 'Eerlijk',
};

const five = [GASTVRIJ, ADEMRUIMTE, GEWORTELD, VERTROUWD, EERLIJK] as const;

interface Test {
  readonly ballots: number;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly basis?: Basis;
  readonly passMarks?: Readonly<Record<string, number>>;
  readonly leftOut?: Scorecard['leftOut'];
}

/** The scorecard of a closed round, counted as the product counts. */
function tested({ballots, counts, basis = 'ballots', passMarks = {}, leftOut = []}: Test): Scorecard {
  const tally: Tally = {
    ballots,
    values: Object.fromEntries(Object.entries(counts).map(([value, marks]) => [value, histogram(marks)])),
  };
  const values = Object.keys(counts).map(value => ({value, passMark: passMarks[value] ?? 5.5}));
  const terms = {basis, scale: 'marks', k: 5, closed: true, values, leftOut} as const;
  return scorecard(show(tally, terms), terms);
}

function histogram(counts: Counts): Tally['values'][string] {
  const marks = Array.from({length: 10}, (_, place) => counts[place + 1] ?? 0);
  return {marks, sufficient: 0, insufficient: 0, unknown: counts.unknown ?? 0, notApplicable: 0};
}

const verfplein: TestedPlan = {name: 'Het Verfplein', type: 'design', number: 1};
const wonen: TestedPlan = {name: 'Wonen aan het kanaal', type: 'project', number: 1};

const verfpleinScores = tested({
  ballots: 21,
  counts: {
    [GASTVRIJ]: {7: 5, 8: 11, 9: 5},
    [ADEMRUIMTE]: {5: 1, 6: 3, 7: 8, 8: 7, 9: 2},
    [GEWORTELD]: {6: 3, 7: 7, 8: 8, 9: 3},
    [VERTROUWD]: {4: 2, 5: 4, 6: 5, 7: 6, 8: 4},
    [EERLIJK]: {5: 2, 6: 5, 7: 8, 8: 5, 9: 1},
  },
});

const wonenCounts = {
  [GASTVRIJ]: {2: 2, 3: 3, 4: 5, 5: 5, 6: 4, 7: 3, 8: 1, unknown: 1},
  [ADEMRUIMTE]: {6: 2, 7: 5, 8: 11, 9: 5, 10: 1},
  [GEWORTELD]: {7: 5, 8: 12, 9: 7},
  [VERTROUWD]: {6: 3, 7: 7, 8: 9, 9: 4, unknown: 1},
  [EERLIJK]: {4: 1, 5: 1, 6: 3, 7: 6, 8: 9, 9: 4},
};

const wonenScores = tested({ballots: 24, counts: wonenCounts});

const wonenReasons: readonly ShownReason[] = [
  'Die tuin is dus alleen voor wie er woont.',
  'Met mijn rollator red ik die keien niet.',
  'Weer geen wc.',
  'Hek = wegwezen, zo voelt dat.',
].map(text => ({value: GASTVRIJ, text}));

const wonenScores2 = tested({
  ballots: 22,
  counts: {
    [GASTVRIJ]: {5: 2, 6: 5, 7: 9, 8: 5, 9: 1},
    [ADEMRUIMTE]: {6: 2, 7: 8, 8: 9, 9: 3},
    [GEWORTELD]: {7: 5, 8: 10, 9: 7},
    [VERTROUWD]: {4: 3, 5: 5, 6: 4, 7: 6, 8: 4},
    [EERLIJK]: {5: 1, 6: 2, 7: 8, 8: 8, 9: 3},
  },
});

const wonenReasons2: readonly ShownReason[] = [
  'Als de poort open is, staat er ’s avonds van alles onder mijn raam.',
  'Wie doet het hek dan dicht?',
].map(text => ({value: VERTROUWD, text}));

const pass: ReadyScorecard = {type: 'ready', plan: verfplein, names, scores: verfpleinScores, reasons: []};
const insufficient: ReadyScorecard = {
  type: 'ready',
  plan: wonen,
  names,
  scores: wonenScores,
  reasons: wonenReasons,
};

/** A plan marked on values of these names, every value with the counts of its place. */
function named(valueNames: readonly string[], counts: readonly Counts[]): ReadyScorecard {
  const values = valueNames.map((_, place) => id(100 + place));
  return {
    ...pass,
    names: Object.fromEntries(values.map((value, place) => [value, valueNames[place] ?? ''])),
    scores: tested({
      ballots: 21,
      counts: Object.fromEntries(values.map((value, place) => [value, counts[place % counts.length] ?? {}])),
    }),
  };
}

const mixed: readonly Counts[] = [
  {6: 5, 7: 11, 8: 5},
  {5: 3, 6: 8, 7: 7, 8: 3},
  {3: 4, 4: 6, 5: 7, 6: 4},
  {7: 9, 8: 9, 9: 3},
  {4: 4, 5: 4, 7: 6, 8: 7},
];

/** Sufficient / insufficient, as a table may mark. */
function onScale(answers: Readonly<Record<string, readonly [sufficient: number, insufficient: number]>>): Scorecard {
  const tally: Tally = {
    ballots: 21,
    values: Object.fromEntries(
      Object.entries(answers).map(([value, [sufficient, insufficient]]) => [
        value,
        {...histogram({}), sufficient, insufficient},
      ]),
    ),
  };
  const values = Object.keys(answers).map(value => ({value, passMark: 5.5}));
  const terms = {basis: 'ballots', scale: 'sufficient', k: 5, closed: true, values, leftOut: []} as const;
  return scorecard(show(tally, terms), terms);
}

const HOSTILE = '<img src=x onerror=alert(1)>';

/** Every state of the scorecard, by name: read by its tests, the demo and the docs. */
export const examples = {
  loading: {type: 'loading'},
  empty: {type: 'empty'},
  failedNotFound: {type: 'failed', reason: 'not-found'},
  failedUnreachable: {type: 'failed', reason: 'unreachable'},
  failedNoCollector: {type: 'failed', reason: 'no-collector'},
  failedNotUnderstood: {type: 'failed', reason: 'not-understood'},
  failedNotForPublication: {type: 'failed', reason: 'not-for-publication'},
  failedTooNew: {type: 'failed', reason: 'too-new'},
  failedScriptChanged: {type: 'failed', reason: 'script-changed'},
  open: {type: 'open', plan: verfplein},
  openWithDate: {type: 'open', plan: verfplein, resultsFrom: '2026-11-28'},
  pass,
  insufficient,
  nextVersion: {
    type: 'ready',
    plan: {...wonen, number: 2},
    names,
    scores: wonenScores2,
    previous: {number: 1, scores: wonenScores},
    reasons: wonenReasons2,
  },
  incomplete: {
    ...pass,
    scores: tested({
      ballots: 21,
      counts: {
        [GASTVRIJ]: {7: 5, 8: 11, 9: 5},
        [ADEMRUIMTE]: {5: 1, 6: 3, 7: 8, 8: 7, 9: 2},
        [GEWORTELD]: {6: 3, 7: 7, 8: 8, 9: 3},
        [VERTROUWD]: {6: 5, 7: 6, 8: 4},
        [EERLIJK]: {6: 4, 7: 4, unknown: 13},
      },
    }),
  },
  tooFewVoices: {
    ...pass,
    scores: tested({ballots: 3, counts: Object.fromEntries(five.map(value => [value, {7: 3}]))}),
  },
  tooFewVoicesOnOne: {
    ...pass,
    scores: tested({
      ballots: 8,
      counts: {
        [GASTVRIJ]: {7: 5, 8: 3},
        [ADEMRUIMTE]: {6: 4, 7: 4},
        [GEWORTELD]: {7: 3, unknown: 5},
        [VERTROUWD]: {6: 5, 7: 3},
        [EERLIJK]: {7: 6, 8: 2},
      },
    }),
  },
  leftOut: {
    ...pass,
    scores: tested({
      ballots: 21,
      counts: {
        [GASTVRIJ]: {7: 5, 8: 11, 9: 5},
        [ADEMRUIMTE]: {5: 1, 6: 3, 7: 8, 8: 7, 9: 2},
        [VERTROUWD]: {4: 2, 5: 4, 6: 5, 7: 6, 8: 4},
        [EERLIJK]: {5: 2, 6: 5, 7: 8, 8: 5, 9: 1},
      },
      leftOut: [{value: GEWORTELD, reason: 'Op deze plek heeft nooit een oud gebouw gestaan.'}],
    }),
  },
  groupMarks: {
    ...insufficient,
    scores: tested({
      ballots: 3,
      basis: 'group-marks',
      counts: {
        [GASTVRIJ]: {4: 1, 5: 2},
        [ADEMRUIMTE]: {8: 2, 9: 1},
        [GEWORTELD]: {8: 3},
        [VERTROUWD]: {5: 1, 7: 2},
        [EERLIJK]: {7: 2, 8: 1},
      },
    }),
  },
  alike: {
    ...pass,
    scores: tested({
      ballots: 9,
      counts: {
        [GASTVRIJ]: {8: 9},
        [ADEMRUIMTE]: {6: 2, 7: 4, 8: 3},
        [GEWORTELD]: {7: 5, 8: 4},
        [VERTROUWD]: {6: 5, 7: 4},
        [EERLIJK]: {4: 9},
      },
    }),
  },
  ownPassMarks: {
    ...insufficient,
    scores: tested({ballots: 24, counts: wonenCounts, passMarks: {[GASTVRIJ]: 6, [EERLIJK]: 7.5}}),
  },
  scaleSufficient: {
    ...insufficient,
    scores: onScale({
      [GASTVRIJ]: [8, 13],
      [ADEMRUIMTE]: [20, 1],
      [GEWORTELD]: [21, 0],
      [VERTROUWD]: [13, 8],
      [EERLIJK]: [17, 4],
    }),
  },
  threeValues: named(['Gastvrij', 'Ademruimte', 'Geworteld'], mixed),
  twoValues: named(['Gastvrij', 'Ademruimte'], mixed),
  twelveValues: named(
    [
      'Gastvrij',
      'Ademruimte',
      'Geworteld',
      'Vertrouwd',
      'Eerlijk',
      'Gezond',
      'Bereikbaar',
      'Samen',
      'Mooi',
      'Speels',
      'Zorgzaam',
      'Toekomstbestendig',
    ],
    mixed,
  ),
  longNames: named(
    [
      'Een plek waar iedereen zich thuis kan voelen',
      'Ruimte om adem te halen, ook op warme dagen',
      'Toegankelijkheidsvoorzieningen',
      'Eerlijk delen van lusten en lasten',
      'Klimaatverantwoordelijkheidsbesef',
    ],
    mixed,
  ),
  tooLongNames: named([`Gastvrij ${'en '.repeat(40)}eerlijk`, 'W'.repeat(120), 'Ademruimte'], mixed),
  hostile: {
    ...named([HOSTILE, '=HYPERLINK("https://example.nl")', '💙 أهلاً وسهلاً'], mixed),
    plan: {name: `${HOSTILE}{n}{plan}`, type: 'policy', number: 1},
    reasons: [HOSTILE, 'x'.repeat(5_000), '👩‍👩‍👧‍👦 مرحبا'].map(text => ({value: id(102), text})),
  },
} satisfies Record<string, ScorecardState>;
