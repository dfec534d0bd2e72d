import {contributionTexts, type ContributionKey} from '../shared/contribution.messages.js';
import {personalDataTexts, type PersonalDataKey} from '../shared/personal-data.messages.js';
import type {Catalogue} from '../shared/voice.js';
import {votingEnglish} from './voting.english.js';
import {votingTexts, type VotingKey} from './voting.messages.js';

const u = {
  partlyBecause: 'Klopt deels, want …',
  notBecause: 'Klopt niet, want …',
  noObjection: 'Dit is geen officieel bezwaar.',
  wordsRead: 'Een begeleider leest uw tekst. Niemand ziet wie het schreef.',
  nameOwn: 'Welke naam stelt u voor?',
  nameShown: 'Deze naam kan bij de uitslag komen te staan.',
  nameRead: 'Een begeleider leest deze naam eerst. Daarna kan de naam bij de uitslag komen te staan.',
  nameHeld: 'Een begeleider leest deze naam eerst.',
  nameReleased: 'Een begeleider heeft deze naam gelezen. De naam kan bij de uitslag komen te staan.',
  nameRefused: 'Deze naam komt niet bij de uitslag te staan. {reason}',
  dotsFull: 'U hebt er al {n} gekozen: {names}. Wilt u {name} kiezen? Haal er dan eerst één weg.',
  problems: 'Uw antwoord is nog niet klaar',
  nothingGiven: 'U hebt nog niets gekozen. Begin bij de eerste vraag.',
  nameEmpty: 'Schrijf een naam op bij {name}, of kies een andere.',
  tooLong: 'Uw tekst bij “{name}” is te lang. Er passen {n} tekens in.',
  changing: 'U verandert uw antwoord. Het oude blijft staan tot u het nieuwe bewaart.',
  changingSent: 'U verandert uw antwoord. Het oude blijft staan tot u het nieuwe verstuurt.',
  back: 'Terug zonder te veranderen',
  thanks: 'Dank u wel',
  yourAnswer: 'Uw antwoord',
  yourDots: 'Het belangrijkst voor u',
  chosenName: 'Gekozen naam: {name}',
  closed: 'De ronde is gesloten. Meedoen kan niet meer.',
  resultsSoon: 'De uitslag komt hier te staan.',
  voices: {one: '{n} mens gaf antwoord.', other: '{n} mensen gaven antwoord.'},
  recognised: 'De meeste mensen zeggen “klopt” of “klopt deels” bij {names}.',
  recognisedNone: 'Nergens zeggen de meeste mensen “klopt” of “klopt deels”.',
  divided: 'De meningen zijn verdeeld over {names}.',
  dotsMost: 'Het vaakst gekozen: {names}.',
  tooFew: {
    one: 'Nog te weinig antwoorden. Vanaf {n} antwoord laten wij de uitslag zien. Zo ziet niemand wat u koos.',
    other: 'Nog te weinig antwoorden. Vanaf {n} antwoorden laten wij de uitslag zien. Zo ziet niemand wat u koos.',
  },
  unanswered: 'Hierop gaf niemand antwoord.',
  choice: 'Keuze',
  count: 'Aantal',
  percent: 'Procent',
  unknownCount: {one: '{n} mens weet het niet.', other: '{n} mensen weten het niet.'},
  alikeRecognised: {
    one: '{n} mens zegt “klopt” of “klopt deels”.',
    other: 'Alle {n} mensen met een mening zeggen “klopt” of “klopt deels”.',
  },
  alikeNot: {one: '{n} mens zegt “klopt niet”.', other: 'Alle {n} mensen met een mening zeggen “klopt niet”.'},
  alikeName: {one: '{n} mens koos: {name}.', other: 'Alle {n} mensen kozen dezelfde naam: {name}.'},
  alikeDots: {one: '{n} mens koos: {names}.', other: 'Alle {n} mensen kozen hetzelfde: {names}.'},
  ownName: '{name} (zelf bedacht)',
  goneName: 'Een naam die er niet meer is',
  dotsTitle: 'Wat vinden mensen het belangrijkst?',
  dotsShare: {
    one: '{n} mens koos er hoogstens {dots}. Deze keuzes tellen niet mee in de cijfers.',
    other: '{n} mensen kozen er elk hoogstens {dots}. Deze keuzes tellen niet mee in de cijfers.',
  },
};

/** Every text of the rubric vote. */
export type RubricVoteKey = keyof typeof u | VotingKey | ContributionKey | PersonalDataKey;

const je: typeof u = {
  ...u,
  wordsRead: 'Een begeleider leest je tekst. Niemand ziet wie het schreef.',
  nameOwn: 'Welke naam stel je voor?',
  dotsFull: 'Je hebt er al {n} gekozen: {names}. Wil je {name} kiezen? Haal er dan eerst één weg.',
  problems: 'Je antwoord is nog niet klaar',
  nothingGiven: 'Je hebt nog niets gekozen. Begin bij de eerste vraag.',
  tooLong: 'Je tekst bij “{name}” is te lang. Er passen {n} tekens in.',
  changing: 'Je verandert je antwoord. Het oude blijft staan tot je het nieuwe bewaart.',
  changingSent: 'Je verandert je antwoord. Het oude blijft staan tot je het nieuwe verstuurt.',
  thanks: 'Dank je wel',
  yourAnswer: 'Je antwoord',
  yourDots: 'Het belangrijkst voor jou',
  tooFew: {
    one: 'Nog te weinig antwoorden. Vanaf {n} antwoord laten wij de uitslag zien. Zo ziet niemand wat je koos.',
    other: 'Nog te weinig antwoorden. Vanaf {n} antwoorden laten wij de uitslag zien. Zo ziet niemand wat je koos.',
  },
};

const en: typeof u = {
  partlyBecause: 'It fits partly, because …',
  notBecause: 'It does not fit, because …',
  noObjection: 'This is not an official objection.',
  wordsRead: 'A facilitator reads your text. Nobody sees who wrote it.',
  nameOwn: 'Which name do you propose?',
  nameShown: 'This name may be shown with the results.',
  nameRead: 'A facilitator reads this name first. After that it may be shown with the results.',
  nameHeld: 'A facilitator reads this name first.',
  nameReleased: 'A facilitator has read this name. It may be shown with the results.',
  nameRefused: 'This name will not be shown with the results. {reason}',
  dotsFull: 'You have already chosen {n}: {names}. Do you want to choose {name}? Then take one away first.',
  problems: 'Your answer is not ready yet',
  nothingGiven: 'You have not chosen anything yet. Start with the first question.',
  nameEmpty: 'Write a name for {name}, or choose another one.',
  tooLong: 'Your text for “{name}” is too long. {n} characters fit.',
  changing: 'You are changing your answer. The old one stays until you keep the new one.',
  changingSent: 'You are changing your answer. The old one stays until you send the new one.',
  back: 'Back without changing',
  thanks: 'Thank you',
  yourAnswer: 'Your answer',
  yourDots: 'What matters most to you',
  chosenName: 'Chosen name: {name}',
  closed: 'The round is closed. It is too late to take part.',
  resultsSoon: 'The result will be shown here.',
  voices: {one: '{n} person answered.', other: '{n} people answered.'},
  recognised: 'Most people say “it fits” or “it fits partly” about {names}.',
  recognisedNone: 'Nowhere do most people say “it fits” or “it fits partly”.',
  divided: 'Opinions are divided about {names}.',
  dotsMost: 'Chosen most often: {names}.',
  tooFew: {
    one: 'Too few answers yet. We show the result from {n} answer. That way nobody sees what you chose.',
    other: 'Too few answers yet. We show the result from {n} answers. That way nobody sees what you chose.',
  },
  unanswered: 'Nobody answered this.',
  choice: 'Choice',
  count: 'Number',
  percent: 'Percent',
  unknownCount: {one: '{n} person does not know.', other: '{n} people do not know.'},
  alikeRecognised: {
    one: '{n} person says “it fits” or “it fits partly”.',
    other: 'All {n} people with an opinion say “it fits” or “it fits partly”.',
  },
  alikeNot: {one: '{n} person says “it does not fit”.', other: 'All {n} people with an opinion say “it does not fit”.'},
  alikeName: {one: '{n} person chose: {name}.', other: 'All {n} people chose the same name: {name}.'},
  alikeDots: {one: '{n} person chose: {names}.', other: 'All {n} people chose the same: {names}.'},
  ownName: '{name} (a name of their own)',
  goneName: 'A name that is no longer there',
  dotsTitle: 'What matters most to people?',
  dotsShare: {
    one: '{n} person chose {dots} at most. These choices do not count in the marks.',
    other: '{n} people chose {dots} at most each. These choices do not count in the marks.',
  },
};

/** What the rubric vote says, in every voice. */
export const rubricVoteTexts: Catalogue<RubricVoteKey> = {
  'nl-u': {...contributionTexts['nl-u'], ...personalDataTexts['nl-u'], ...votingTexts['nl-u'], ...u},
  'nl-je': {...contributionTexts['nl-je'], ...personalDataTexts['nl-je'], ...votingTexts['nl-je'], ...je},
  en: {...contributionTexts.en, ...personalDataTexts.en, ...votingEnglish, ...en},
};
