import {absenceEnglish} from '../shared/about.english.js';
import type {Texts} from '../shared/voice.js';
import type {ResultKey} from './result.messages.js';

/** The result itself, in English. */
export const resultEnglish: Texts<ResultKey> = {
  ...absenceEnglish,
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
};
