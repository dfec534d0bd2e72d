import {aboutEnglish} from '../shared/about.english.js';
import type {Texts} from '../shared/voice.js';
import type {MarkingKey} from './marking.messages.js';

/** The plan, the core values and the answers, in English. */
export const markingEnglish: Texts<MarkingKey> = {
  ...aboutEnglish,
  version: 'Version {n}',
  introMarks:
    'Does this plan fit our core values? They are what we together find most important. Give a mark for each core value.',
  introSufficient:
    'Does this plan fit our core values? They are what we together find most important. Choose for each core value: sufficient or insufficient.',
  passMark: 'It takes a {mark}.',
  ruleMarks: 'A high mark does not make up for a low one.',
  ruleSufficient: 'The plan must be sufficient on every core value.',
  emotion: 'What does it feel like?',
  function: 'What does it do?',
  aspiration: 'Where do we want to go?',
  level: 'Mark {mark}',
  markName: '{mark}, {word}',
  mark1: 'very poor',
  mark2: 'poor',
  mark3: 'clearly insufficient',
  mark4: 'insufficient',
  mark5: 'just not sufficient',
  mark6: 'sufficient',
  mark7: 'more than sufficient',
  mark8: 'good',
  mark9: 'very good',
  mark10: 'excellent',
  sufficient: 'Sufficient',
  insufficient: 'Insufficient',
  unknown: 'I do not know',
  notApplicable: 'Does not apply to this plan',
  missing: 'Answer for every core value.',
  empty: 'There is no plan here yet. Please have a look later.',
};
