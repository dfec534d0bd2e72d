import {absenceTexts, type AbsenceKey} from '../shared/about-absence.messages.js';
import type {FirstCatalogue} from '../shared/voice.js';

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
};

type OwnKey = Exclude<keyof typeof u, AbsenceKey>;
export type ResultKey = AbsenceKey | OwnKey;

const je: FirstCatalogue<ResultKey>['nl-je'] = {
  ...u,
  ...absenceTexts['nl-je'],
};

/** The texts of a first view: the result itself. */
export const resultTexts: FirstCatalogue<ResultKey> = {'nl-u': u, 'nl-je': je};
