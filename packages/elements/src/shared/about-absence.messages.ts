import type {Catalogue} from './voice.js';

const u = {
  resultsFrom: 'De uitslag komt op {day}.',
  resultsLater: 'U ziet de uitslag als iedereen klaar is.',
  loading: 'Even geduld. Dit onderdeel wordt geladen.',
  'not-found': 'Dit onderdeel is er niet. Kijk later nog eens.',
  unreachable: 'Dit onderdeel is nu niet te bereiken. Er is niets verloren. Probeer het straks opnieuw.',
  'not-understood': 'Dit bestand klopt niet. Er is niets verloren.',
  'not-for-publication': 'Dit bestand is een reservekopie en niet bedoeld voor een website.',
  'too-new': 'Dit bestand hoort bij een nieuwere versie.',
  'script-changed': 'Een bestand is veranderd. Laad de pagina opnieuw.',
};

export type AbsenceKey = keyof typeof u;

const je: typeof u = {
  ...u,
  resultsLater: 'Je ziet de uitslag als iedereen klaar is.',
};

const en: typeof u = {
  resultsFrom: 'The result comes on {day}.',
  resultsLater: 'You see the result when everybody is done.',
  loading: 'One moment. This part is loading.',
  'not-found': 'This part is not here. Have a look later.',
  unreachable: 'This part cannot be reached now. Nothing is lost. Try again later.',
  'not-understood': 'This file is not right. Nothing is lost.',
  'not-for-publication': 'This file is a backup and not meant for a website.',
  'too-new': 'This file belongs to a newer version.',
  'script-changed': 'A file has changed. Load the page again.',
};

/** What a widget says that has nothing to show: not yet, or not at all. */
export const absenceTexts: Catalogue<AbsenceKey> = {'nl-u': u, 'nl-je': je, en};
