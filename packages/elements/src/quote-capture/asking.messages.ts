import {aboutTexts, type AboutKey} from '../shared/about.messages.js';
import type {Catalogue} from '../shared/voice.js';

const u = {
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
  changing: 'Je verandert een antwoord dat je eerder gaf.',
  thanks: 'Dank je wel',
};

const en: typeof u = {
  empty: 'There is no question yet. Have a look later.',
  answer: 'Your answer',
  guide: 'About {guide} characters is enough. Longer is fine.',
  length: {one: 'Your text is {n} character long.', other: 'Your text is {n} characters long.'},
  longer: {
    one: 'Your text is {n} character longer than asked. That is fine.',
    other: 'Your text is {n} characters longer than asked. That is fine.',
  },
  missing: 'There is nothing here yet. Write something first.',
  tooLong: 'The text is too long: {n} characters. {longest} fit. Nothing is lost. Make the text shorter.',
  keepAnyway: 'Keep anyway',
  sendAnyway: 'Send anyway',
  changing: 'You are changing an answer that you gave before.',
  stopChanging: 'Back without changing',
  thanks: 'Thank you',
  another: 'Another answer',
  closed: 'This question is closed. It cannot be answered any more.',
  noNames: 'Do not write names, addresses or telephone numbers. We do not recognise names. Please check yourself.',
  keep: 'Keep',
  send: 'Send',
  haveReceipt: 'I have a receipt',
};

/** Texts that are there before the first keystroke. */
export const askingTexts: Catalogue<AskingKey> = {
  'nl-u': {...aboutTexts['nl-u'], ...u},
  'nl-je': {...aboutTexts['nl-je'], ...je},
  en: {...aboutTexts.en, ...en},
};
