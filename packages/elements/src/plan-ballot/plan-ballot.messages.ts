import {contributionTexts, type ContributionKey} from '../shared/contribution.messages.js';
import {personalDataTexts, type PersonalDataKey} from '../shared/personal-data.messages.js';
import type {Catalogue, Texts, Voice} from '../shared/voice.js';
import {markingEnglish} from './marking.english.js';
import {markingTexts, type MarkingKey} from './marking.messages.js';

const u = {
  trustOpenLink: 'Iedereen met deze pagina kan meedoen. Iemand kan dus vaker meedoen.',
  trustCodeCards: 'Met een kaart met code doet iedereen één keer mee. Niemand weet wie welke kaart kreeg.',
  clear: 'Antwoord weghalen',
  step: 'Stap {n} van {total}',
  progress: '{n} van de {total} ingevuld',
  review: 'Kijk uw antwoorden na',
  next: 'Volgende',
  previous: 'Vorige',
  planAgain: 'Lees het plan nog eens',
  reason: 'Wat moet er anders?',
  reasonShown: {
    one: 'Dit mag leeg blijven. Uw reden komt zonder naam en zonder uw cijfer bij de uitslag te staan.',
    other:
      'Dit mag leeg blijven. Uw reden komt zonder naam en zonder uw cijfer bij de uitslag te staan, als {n} of meer mensen deze kernwaarde een cijfer gaven.',
  },
  reasonShownSufficient: {
    one: 'Dit mag leeg blijven. Uw reden komt zonder naam bij de uitslag te staan, niet bij uw andere antwoorden.',
    other:
      'Dit mag leeg blijven. Uw reden komt zonder naam bij de uitslag te staan, als {n} of meer mensen bij deze kernwaarde iets kozen.',
  },
  yourAnswers: 'Uw antwoorden',
  columnValue: 'Kernwaarde',
  columnAnswer: 'Antwoord',
  noAnswer: 'Geen antwoord',
  codeLabel: 'De code op uw kaart',
  codeHint: 'Hoofdletters, streepjes en spaties maken niet uit.',
  codeMissing: 'Vul de code van uw kaart in.',
  codeWrong: 'Deze code klopt niet. Kijk nog eens op uw kaart.',
  unanswered: 'U gaf geen antwoord bij: {names}. Dat mag.',
  back: 'Terug',
  nothing: 'Er is nog niets ingevuld. Geef bij minstens één kernwaarde antwoord.',
  goTo: 'Ga naar {name}',
  changing: 'U verandert de antwoorden die u eerder gaf.',
  stopChanging: 'Toch niet veranderen',
  thanks: 'Bedankt voor het meedoen',
  thanksNext: 'Na de sluiting tellen wij alle antwoorden. Is een kernwaarde onvoldoende, dan moet het plan beter.',
  reasonHeld: 'Een begeleider leest deze tekst eerst.',
  reasonReleased: 'Een begeleider heeft deze tekst gelezen. De tekst kan bij de uitslag komen te staan.',
  reasonRefused: 'Deze tekst komt niet bij de uitslag te staan. {reason}',
  reasonReceipts: 'Bewijs bij wat er anders moet',
  closed: 'Deze ronde is gesloten. Meedoen kan niet meer.',
  resultsSoon: 'De uitslag komt op deze website.',
};

export type PlanBallotKey = keyof typeof u | MarkingKey | ContributionKey | PersonalDataKey;

const je: typeof u = {
  ...u,
  review: 'Kijk je antwoorden na',
  reasonShown: {
    one: 'Dit mag leeg blijven. Je reden komt zonder naam en zonder je cijfer bij de uitslag te staan.',
    other:
      'Dit mag leeg blijven. Je reden komt zonder naam en zonder je cijfer bij de uitslag te staan, als {n} of meer mensen deze kernwaarde een cijfer gaven.',
  },
  reasonShownSufficient: {
    one: 'Dit mag leeg blijven. Je reden komt zonder naam bij de uitslag te staan, niet bij je andere antwoorden.',
    other:
      'Dit mag leeg blijven. Je reden komt zonder naam bij de uitslag te staan, als {n} of meer mensen bij deze kernwaarde iets kozen.',
  },
  yourAnswers: 'Je antwoorden',
  codeLabel: 'De code op je kaart',
  codeMissing: 'Vul de code van je kaart in.',
  codeWrong: 'Deze code klopt niet. Kijk nog eens op je kaart.',
  unanswered: 'Je gaf geen antwoord bij: {names}. Dat mag.',
  changing: 'Je verandert de antwoorden die je eerder gaf.',
};

const en: typeof u = {
  trustOpenLink: 'Everybody with this page can take part. So one person may take part more than once.',
  trustCodeCards: 'With a code card everybody takes part once. Nobody knows who got which card.',
  clear: 'Remove answer',
  step: 'Step {n} of {total}',
  progress: '{n} of {total} filled in',
  review: 'Check your answers',
  next: 'Next',
  previous: 'Previous',
  planAgain: 'Read the plan again',
  reason: 'What would have to change?',
  reasonShown: {
    one: 'You may leave this empty. Your reason is shown with the result, without your name and without your mark.',
    other:
      'You may leave this empty. Your reason is shown with the result, without your name and without your mark, if {n} or more people marked this core value.',
  },
  reasonShownSufficient: {
    one: 'You may leave this empty. Your reason is shown with the result, without your name and apart from your other answers.',
    other:
      'You may leave this empty. Your reason is shown with the result, without your name, if {n} or more people chose something for this core value.',
  },
  yourAnswers: 'Your answers',
  columnValue: 'Core value',
  columnAnswer: 'Answer',
  noAnswer: 'No answer',
  codeLabel: 'The code on your card',
  codeHint: 'Capitals, hyphens and spaces make no difference.',
  codeMissing: 'Fill in the code of your card.',
  codeWrong: 'This code is not right. Have another look at your card.',
  unanswered: 'You gave no answer for: {names}. That is fine.',
  back: 'Back',
  nothing: 'Nothing is filled in yet. Answer for at least one core value.',
  goTo: 'Go to {name}',
  changing: 'You are changing the answers you gave before.',
  stopChanging: 'Do not change them',
  thanks: 'Thank you for taking part',
  thanksNext: 'After closing we count all answers. If a core value is insufficient, the plan must get better.',
  reasonHeld: 'A facilitator reads this text first.',
  reasonReleased: 'A facilitator has read this text. It may be shown with the results.',
  reasonRefused: 'This text will not be shown with the results. {reason}',
  reasonReceipts: 'Receipts for what would have to change',
  closed: 'This round is closed. You can no longer take part.',
  resultsSoon: 'The result comes on this website.',
};

const complete = (voice: Voice, first: Texts<MarkingKey>, own: typeof u): Texts<PlanBallotKey> => ({
  ...first,
  ...contributionTexts[voice],
  ...personalDataTexts[voice],
  ...own,
});

/** Every text of the ballot. */
export const planBallotTexts: Catalogue<PlanBallotKey> = {
  'nl-u': complete('nl-u', markingTexts['nl-u'], u),
  'nl-je': complete('nl-je', markingTexts['nl-je'], je),
  en: complete('en', markingEnglish, en),
};
