import {aboutTexts, type AboutKey} from '../shared/about.messages.js';
import type {Catalogue} from '../shared/voice.js';

const u = {
  title: 'Wat vinden wij samen belangrijk?',
  coreValueIs: 'Een kernwaarde is wat wij samen het belangrijkst vinden.',
  groupIs: 'Een waarde is iets wat iemand belangrijk vindt. Een groep is: waarden die bij elkaar horen.',
  partial: 'U hoeft niet alles in te vullen. Veranderen kan tot de ronde sluit.',
  empty: 'Hier kunt u straks zeggen wat u van onze waarden vindt. Kijk later nog eens.',
  group: 'Groep {n}',
  mentioned: 'Alles wat genoemd is',
  more: 'Nog {n} laten zien',
  emotion: 'Hoe voelt het?',
  function: 'Wat doet het?',
  aspiration: 'Waar willen we heen?',
  recognition: 'Klopt dit?',
  fits: 'Klopt',
  partly: 'Klopt deels',
  not: 'Klopt niet',
  unknown: 'Weet ik niet',
  missing: 'Wat mist u?',
  dots: 'Kies er {n} die u het belangrijkst vindt',
  dotsNoMark: 'Uw keuze telt niet mee in de cijfers.',
  dotsLeft: 'Nog {n} te kiezen.',
  dotsDone: 'U hebt er {n} gekozen.',
  names: 'Welke naam past?',
  nameOther: 'Een andere naam',
  keep: 'Bewaren',
  send: 'Versturen',
};

/** What the form says before anything was touched. */
export type VotingKey = keyof typeof u | AboutKey;

const je: typeof u = {
  ...u,
  partial: 'Je hoeft niet alles in te vullen. Veranderen kan tot de ronde sluit.',
  empty: 'Hier kun je straks zeggen wat je van onze waarden vindt. Kijk later nog eens.',
  missing: 'Wat mis je?',
  dots: 'Kies er {n} die je het belangrijkst vindt',
  dotsNoMark: 'Je keuze telt niet mee in de cijfers.',
  dotsDone: 'Je hebt er {n} gekozen.',
};

const en: typeof u = {
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

/** The texts of the form; the others come with what comes later. */
export const votingTexts: Catalogue<VotingKey> = {
  'nl-u': {...aboutTexts['nl-u'], ...u},
  'nl-je': {...aboutTexts['nl-je'], ...je},
  en: {...aboutTexts.en, ...en},
};
