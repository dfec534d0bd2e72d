import {absenceTexts, type AbsenceKey} from '../shared/about-absence.messages.js';
import type {Catalogue} from '../shared/voice.js';

const u = {
  ...absenceTexts['nl-u'],
  title: 'Uitslag van {plan}, versie {n}',
  empty: 'Er is nog geen uitslag. Kom later terug.',

  allPass: {one: 'De kernwaarde is voldoende.', other: 'Alle {n} kernwaarden zijn voldoende.'},
  somePass: {
    one: '{n} van de {all} kernwaarden is voldoende.',
    other: '{n} van de {all} kernwaarden zijn voldoende.',
  },
  nonePass: {one: 'De kernwaarde is onvoldoende.', other: 'Geen van de {n} kernwaarden is voldoende.'},
  gets: '{name} krijgt een {figure}.',
  getsShare: 'Bij {name} geeft {figure} een voldoende.',
  allInsufficient: 'Iedereen vindt {name} onvoldoende.',
  needed: 'Nodig is een {mark}.',
  neededShare: 'Nodig is meer dan 50%.',
  noResult: 'Nog geen uitslag.',
  few: 'Nog te weinig antwoorden.',

  planPass: 'Voldoende op alle kernwaarden',
  planInsufficient: 'Nog niet goed genoeg: {names}',
  'ballots-marks': {one: 'Cijfers van {n} persoon', other: 'Cijfers van {n} mensen'},
  'group-marks-marks': {one: 'Het cijfer dat {n} tafel samen gaf', other: 'Cijfers die {n} tafels samen gaven'},
  'ballots-sufficient': {one: 'Antwoorden van {n} persoon', other: 'Antwoorden van {n} mensen'},
  'group-marks-sufficient': {one: 'Antwoorden die {n} tafel samen gaf', other: 'Antwoorden die {n} tafels samen gaven'},

  caption: 'De uitslag per kernwaarde. Wat onvoldoende is, staat bovenaan.',
  value: 'Kernwaarde',
  mark: 'Cijfer',
  share: 'Voldoende',
  verdict: 'Oordeel',
  middle: 'Middelste helft',
  count: 'Aantal',
  pass: 'voldoende',
  insufficient: 'onvoldoende',
  incomplete: 'nog geen uitslag',
  'too-few-voices': 'nog te weinig antwoorden',
  dissent: 'verdeeld',
  needs: 'nodig is een {mark}',
  range: '{low} tot {high}',
  alike: 'allemaal gelijk',
  chartFailed: 'De grafiek kon niet worden geladen. In de tabel staan dezelfde cijfers.',
  chartRetry: 'Opnieuw proberen',
};

type OwnKey = Exclude<keyof typeof u, AbsenceKey>;
export type ResultKey = AbsenceKey | OwnKey;

const je: Catalogue<ResultKey>['nl-je'] = {
  ...u,
  ...absenceTexts['nl-je'],
};

const en: Catalogue<ResultKey>['en'] = {
  ...absenceTexts.en,
  title: 'Result of {plan}, version {n}',
  empty: 'There is no result yet. Come back later.',

  allPass: {one: 'The core value is sufficient.', other: 'All {n} core values are sufficient.'},
  somePass: {one: '{n} of the {all} core values is sufficient.', other: '{n} of the {all} core values are sufficient.'},
  nonePass: {one: 'The core value is insufficient.', other: 'None of the {n} core values is sufficient.'},
  gets: '{name} gets {figure}.',
  getsShare: 'On {name}, {figure} say sufficient.',
  allInsufficient: 'Everybody finds {name} insufficient.',
  needed: 'Needed is {mark}.',
  neededShare: 'Needed is more than 50%.',
  noResult: 'No result yet.',
  few: 'Too few answers so far.',

  planPass: 'Sufficient on every core value',
  planInsufficient: 'Not good enough yet: {names}',
  'ballots-marks': {one: 'Marks of {n} person', other: 'Marks of {n} people'},
  'group-marks-marks': {one: 'The mark that {n} table agreed on', other: 'Marks that {n} tables agreed on'},
  'ballots-sufficient': {one: 'Answers of {n} person', other: 'Answers of {n} people'},
  'group-marks-sufficient': {one: 'Answers that {n} table agreed on', other: 'Answers that {n} tables agreed on'},

  caption: 'The result per core value. What is insufficient comes first.',
  value: 'Core value',
  mark: 'Mark',
  share: 'Sufficient',
  verdict: 'Verdict',
  middle: 'Middle half',
  count: 'Number',
  pass: 'sufficient',
  insufficient: 'insufficient',
  incomplete: 'no result yet',
  'too-few-voices': 'too few answers so far',
  dissent: 'divided',
  needs: 'needed is {mark}',
  range: '{low} to {high}',
  alike: 'all the same',
  chartFailed: 'The chart could not be loaded. The table has the same figures.',
  chartRetry: 'Try again',
};

/** The texts of a first view: the result itself. */
export const resultTexts: Catalogue<ResultKey> = {'nl-u': u, 'nl-je': je, en};
