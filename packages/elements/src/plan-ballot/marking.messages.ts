import {MARK_WORDS} from '@samenwaarde/core';
import {aboutTexts, type AboutKey} from '../shared/about.messages.js';
import type {FirstCatalogue} from '../shared/voice.js';

const [mark1, mark2, mark3, mark4, mark5, mark6, mark7, mark8, mark9, mark10] = MARK_WORDS;

const u = {
  version: 'Versie {n}',
  introMarks:
    'Past dit plan bij onze kernwaarden? Dat is wat wij samen het belangrijkst vinden. Geef voor elke kernwaarde een cijfer.',
  introSufficient:
    'Past dit plan bij onze kernwaarden? Dat is wat wij samen het belangrijkst vinden. Kies bij elke kernwaarde: voldoende of onvoldoende.',
  passMark: 'Nodig is een {mark}.',
  ruleMarks: 'Een hoog cijfer maakt een laag cijfer niet goed.',
  ruleSufficient: 'Het plan moet op elke kernwaarde voldoende zijn.',
  emotion: 'Hoe voelt het?',
  function: 'Wat doet het?',
  aspiration: 'Waar willen we heen?',
  level: 'Een {mark}',
  markName: '{mark}, {word}',
  mark1,
  mark2,
  mark3,
  mark4,
  mark5,
  mark6,
  mark7,
  mark8,
  mark9,
  mark10,
  sufficient: 'Voldoende',
  insufficient: 'Onvoldoende',
  unknown: 'Weet ik niet',
  notApplicable: 'Past niet bij dit plan',
  missing: 'Geef bij elke kernwaarde antwoord.',
  empty: 'Er staat nog geen plan klaar. Kom later nog eens kijken.',
};

export type MarkingKey = keyof typeof u | AboutKey;

const je: typeof u = {
  ...u,
};

/** Texts of what is there first: the plan, the core values and the answers. */
export const markingTexts: FirstCatalogue<MarkingKey> = {
  'nl-u': {...aboutTexts['nl-u'], ...u},
  'nl-je': {...aboutTexts['nl-je'], ...je},
};
