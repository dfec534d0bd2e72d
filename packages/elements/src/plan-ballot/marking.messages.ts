import {aboutTexts, type AboutKey} from '../shared/about.messages.js';
import type {Catalogue} from '../shared/voice.js';

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
  clear: 'Antwoord weghalen',
  missing: 'Geef bij elke kernwaarde antwoord.',
  empty: 'Er staat nog geen plan klaar. Kom later nog eens kijken.',
};

export type MarkingKey = keyof typeof u | AboutKey;

const je: typeof u = {
  ...u,
};

const en: typeof u = {
  version: 'Version {n}',
  introMarks:
    'Does this plan fit our core values? They are what we together find most important. Give a mark for each core value.',
  introSufficient:
    'Does this plan fit our core values? They are what we together find most important. Choose for each core value: sufficient or insufficient.',
  passMark: 'It takes a {mark}.',
  ruleMarks: 'A high mark does not make up for a low one.',
  ruleSufficient: 'The plan must be sufficient on every core value.',
  emotion: 'What does it feel like?',
  function: 'What does it do?',
  aspiration: 'Where do we want to go?',
  level: 'Mark {mark}',
  markName: '{mark}, {word}',
  mark1: 'very poor',
  mark2: 'poor',
  mark3: 'clearly insufficient',
  mark4: 'insufficient',
  mark5: 'just not sufficient',
  mark6: 'sufficient',
  mark7: 'more than sufficient',
  mark8: 'good',
  mark9: 'very good',
  mark10: 'excellent',
  sufficient: 'Sufficient',
  insufficient: 'Insufficient',
  unknown: 'I do not know',
  notApplicable: 'Does not apply to this plan',
  clear: 'Remove answer',
  missing: 'Answer for every core value.',
  empty: 'There is no plan here yet. Please have a look later.',
};

/** Texts of what is there first: the plan, the core values and the answers. */
export const markingTexts: Catalogue<MarkingKey> = {
  'nl-u': {...aboutTexts['nl-u'], ...u},
  'nl-je': {...aboutTexts['nl-je'], ...je},
  en: {...aboutTexts.en, ...en},
};
