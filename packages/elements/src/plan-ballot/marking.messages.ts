import {aboutTexts, type AboutKey} from '../shared/about.messages.js';
import type {FirstCatalogue} from '../shared/voice.js';

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
  mark1: 'zeer slecht',
  mark2: 'slecht',
  mark3: 'ruim onvoldoende',
  mark4: 'onvoldoende',
  mark5: 'net niet voldoende',
  mark6: 'voldoende',
  mark7: 'ruim voldoende',
  mark8: 'goed',
  mark9: 'zeer goed',
  mark10: 'uitstekend',
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
