import {askingEnglish} from './asking.english.js';
import {contributionTexts, type ContributionKey} from '../shared/contribution.messages.js';
import {personalDataTexts, type PersonalDataKey} from '../shared/personal-data.messages.js';
import type {Catalogue, Voice} from '../shared/voice.js';
import {askingTexts, type AskingKey} from './asking.messages.js';

const u = {
  lookAgain: 'Kijk nog even naar uw tekst. Wat hieronder staat, kan laten zien wie iemand is.',
  nextKept: 'U kunt dit antwoord veranderen of weghalen, of nog een antwoord geven.',
  nextSending: 'Blijf nog even op deze pagina.',
  nextWaiting: 'Zodra er verbinding is, versturen wij het vanzelf.',
  nextSent: 'Wij leggen uw antwoord naast de andere. Zo zien we samen wat mensen belangrijk vinden.',
  nextHeld: 'Daarna leggen wij het naast de andere antwoorden. Zo zien we samen wat mensen belangrijk vinden.',
  nextBegins: 'Het antwoord is van het scherm. De volgende persoon kan beginnen.',
  mine: 'Mijn antwoorden',
  resultsSoon: 'De uitslag komt op deze pagina.',
};

export type QuoteCaptureKey = AskingKey | ContributionKey | PersonalDataKey | keyof typeof u;

const je: typeof u = {
  ...u,
  lookAgain: 'Kijk nog even naar je tekst. Wat hieronder staat, kan laten zien wie iemand is.',
  nextKept: 'Je kunt dit antwoord veranderen of weghalen, of nog een antwoord geven.',
  nextSent: 'Wij leggen je antwoord naast de andere. Zo zien we samen wat mensen belangrijk vinden.',
};

const en: typeof u = {
  lookAgain: 'Please look at your text again. What is listed below can show who somebody is.',
  nextKept: 'You can change this answer, take it away, or give another one.',
  nextSending: 'Please stay on this page for a moment.',
  nextWaiting: 'As soon as there is a connection we send it by ourselves.',
  nextSent: 'We put your answer beside the others. Together we then see what people find important.',
  nextHeld: 'Then we put it beside the other answers. Together we then see what people find important.',
  nextBegins: 'The answer is off the screen. The next person can begin.',
  mine: 'My answers',
  resultsSoon: 'The result comes on this page.',
};

const shared = (voice: Voice) => ({...contributionTexts[voice], ...personalDataTexts[voice]});

/** Every text that a resident meets. Those of a scribe and of an import are loaded with their own code. */
export const quoteCaptureTexts: Catalogue<QuoteCaptureKey> = {
  'nl-u': {...shared('nl-u'), ...askingTexts['nl-u'], ...u},
  'nl-je': {...shared('nl-je'), ...askingTexts['nl-je'], ...je},
  en: {...shared('en'), ...askingEnglish, ...en},
};
