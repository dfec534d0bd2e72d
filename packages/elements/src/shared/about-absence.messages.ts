import type {FirstCatalogue} from './voice.js';

const u = {
  resultsFrom: 'De uitslag komt op {day}.',
  resultsLater: 'U ziet de uitslag als iedereen klaar is.',
  loading: 'Even geduld. Dit onderdeel wordt geladen.',
  'not-found': 'Dit onderdeel is er niet. Kijk later nog eens.',
  unreachable: 'Dit onderdeel is nu niet te bereiken. Er is niets verloren. Probeer het straks opnieuw.',
  'no-collector': 'Deze pagina kan de ontvanger nu niet bereiken. Er is niets verloren. Wij blijven het proberen.',
  stillToSend: 'Nog te versturen vanaf dit apparaat: {n}.',
  'not-understood': 'Dit bestand klopt niet. Er is niets verloren.',
  'not-for-publication': 'Dit bestand is een reservekopie en niet bedoeld voor een website.',
  'too-new': 'Dit bestand hoort bij een nieuwere versie.',
  'script-changed': 'Een bestand is veranderd. Laad de pagina opnieuw.',
  incomplete:
    'Niet alles is geladen. Verder gaan kan nog niet. Er is niets verloren. Is er weer verbinding, dan proberen wij het opnieuw.',
  retry: 'Opnieuw proberen',
};

export type AbsenceKey = keyof typeof u;

const je: typeof u = {
  ...u,
  resultsLater: 'Je ziet de uitslag als iedereen klaar is.',
};

/** What a widget says that has nothing to show: not yet, or not at all. */
export const absenceTexts: FirstCatalogue<AbsenceKey> = {'nl-u': u, 'nl-je': je};
