import {aboutTexts, type AboutKey} from '../shared/about.messages.js';
import type {FirstCatalogue} from '../shared/voice.js';

const u = {
  readersAfter: 'Wie leest dit? Een begeleider, en daarna iedereen. Niemand ziet wie het schreef.',
  readersAtOnce: 'Wie leest dit? Iedereen. Niemand ziet wie het schreef.',
  empty: 'Er is nog geen vraag. Kijk later nog eens.',
  answer: 'Uw antwoord',
  guide: 'Ongeveer {guide} tekens is genoeg. Langer mag.',
  length: {one: 'Uw tekst is {n} teken lang.', other: 'Uw tekst is {n} tekens lang.'},
  longer: {
    one: 'Uw tekst is {n} teken langer dan gevraagd. Dat mag.',
    other: 'Uw tekst is {n} tekens langer dan gevraagd. Dat mag.',
  },
  missing: 'Hier staat nog niets. Schrijf eerst iets op.',
  tooLong: 'De tekst is te lang: {n} tekens. Er passen er {longest}. Er is niets weg. Maak de tekst korter.',
  unchecked:
    'Wij kunnen nu niet nakijken of er een telefoonnummer, e-mailadres of adres in uw tekst staat. Kijk zelf. Druk daarna nog een keer op de knop.',
  keepAnyway: 'Toch bewaren',
  sendAnyway: 'Toch versturen',
  changing: 'U verandert een antwoord dat u eerder gaf.',
  stopChanging: 'Terug zonder te veranderen',
  thanks: 'Dank u wel',
  another: 'Nog een antwoord',
  closed: 'Deze vraag is gesloten. Een antwoord geven kan niet meer.',
  noNames: 'Schrijf geen namen, adressen of telefoonnummers op. Namen herkennen wij niet. Kijk zelf.',
  keep: 'Bewaren',
  send: 'Versturen',
  haveReceipt: 'Ik heb een bewijs',
};

export type AskingKey = AboutKey | keyof typeof u;

const je: typeof u = {
  ...u,
  answer: 'Je antwoord',
  length: {one: 'Je tekst is {n} teken lang.', other: 'Je tekst is {n} tekens lang.'},
  longer: {
    one: 'Je tekst is {n} teken langer dan gevraagd. Dat mag.',
    other: 'Je tekst is {n} tekens langer dan gevraagd. Dat mag.',
  },
  unchecked:
    'Wij kunnen nu niet nakijken of er een telefoonnummer, e-mailadres of adres in je tekst staat. Kijk zelf. Druk daarna nog een keer op de knop.',
  changing: 'Je verandert een antwoord dat je eerder gaf.',
  thanks: 'Dank je wel',
};

/** Texts that are there before the first keystroke. */
export const askingTexts: FirstCatalogue<AskingKey> = {
  'nl-u': {...aboutTexts['nl-u'], ...u},
  'nl-je': {...aboutTexts['nl-je'], ...je},
};
