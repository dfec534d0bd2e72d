import {aboutTexts, type AboutKey} from '../shared/about.messages.js';
import type {FirstCatalogue} from '../shared/voice.js';

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

/** The texts of the form; the others come with what comes later. */
export const votingTexts: FirstCatalogue<VotingKey> = {
  'nl-u': {...aboutTexts['nl-u'], ...u},
  'nl-je': {...aboutTexts['nl-je'], ...je},
};
