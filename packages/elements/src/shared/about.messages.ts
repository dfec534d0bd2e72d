import {absenceTexts, type AbsenceKey} from './about-absence.messages.js';
import type {FirstCatalogue} from './voice.js';

export type AboutKey =
  | AbsenceKey
  | 'asks'
  | 'notWho'
  | 'practice'
  | 'marksUnseen'
  | 'until'
  | 'keptUntil'
  | 'questions'
  | 'privacy'
  | 'memoryOnly';

const u = {
  ...absenceTexts['nl-u'],
  asks: '{organisation} vraagt dit.',
  notWho: 'Wij vragen niet wie u bent.',
  practice: 'Dit is een oefening. Uw antwoord blijft op dit apparaat. Niemand anders ziet het.',
  marksUnseen: 'Niemand ziet wat u koos.',
  until: 'Meedoen kan tot en met {day}.',
  keptUntil: 'Wij bewaren het tot {day}.',
  questions: 'Vragen? {contact}',
  privacy: 'Over privacy',
  memoryOnly: 'Deze browser bewaart niets. Uw antwoord verdwijnt als u deze pagina sluit.',
};

const je: typeof u = {
  ...u,
  ...absenceTexts['nl-je'],
  notWho: 'Wij vragen niet wie je bent.',
  practice: 'Dit is een oefening. Je antwoord blijft op dit apparaat. Niemand anders ziet het.',
  marksUnseen: 'Niemand ziet wat je koos.',
  memoryOnly: 'Deze browser bewaart niets. Je antwoord verdwijnt als je deze pagina sluit.',
};

/** Texts around every widget: who asks, who reads it, and what to say when there is nothing to show. */
export const aboutTexts: FirstCatalogue<AboutKey> = {'nl-u': u, 'nl-je': je};
