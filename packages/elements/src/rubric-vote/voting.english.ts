import {aboutEnglish} from '../shared/about.english.js';
import type {Texts} from '../shared/voice.js';
import type {VotingKey} from './voting.messages.js';

/** What the form says before anything was touched, in English. */
export const votingEnglish: Texts<VotingKey> = {
  ...aboutEnglish,
  title: 'What do we find important together?',
  coreValueIs: 'A core value is what matters most to us together.',
  groupIs: 'A value is something that somebody finds important. A group is: values that belong together.',
  partial: 'You need not fill in everything. You can change your answer until the round closes.',
  empty: 'Here you can soon say what you think of our values. Have a look later.',
  group: 'Group {n}',
  mentioned: 'Everything that was mentioned',
  more: 'Show {n} more',
  emotion: 'How does it feel?',
  function: 'What does it do?',
  aspiration: 'Where do we want to go?',
  recognition: 'Is this right?',
  fits: 'It fits',
  partly: 'It fits partly',
  not: 'It does not fit',
  unknown: 'I don’t know',
  missing: 'What do you miss?',
  dots: 'Choose the {n} that matter most to you',
  dotsNoMark: 'Your choice does not count in the marks.',
  dotsLeft: '{n} left to choose.',
  dotsDone: 'You have chosen {n}.',
  names: 'Which name fits?',
  nameOther: 'Another name',
  keep: 'Keep',
  send: 'Send',
};
