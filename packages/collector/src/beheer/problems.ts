import type {Refused} from './api.js';
import type {Faults, Trouble} from './faults.js';

/** What the API says in English for programs, in words for a facilitator. */
const WORDS: Readonly<Record<string, string>> = {
  'not-understood': 'Er klopt iets niet in wat u invulde. Wat u typte staat er nog.',
  'wrong-passphrase': 'Deze naam en wachtzin horen niet bij elkaar.',
  'wrong-code': 'Deze code klopt niet, of is al gebruikt.',
  'older-card':
    'Iemand anders heeft dit intussen veranderd. Wat u typte staat er nog. Open de pagina opnieuw om te zien hoe het nu is.',
  frozen: 'Dit kan niet meer veranderen: mensen antwoorden er al op.',
  closed: 'Dit is gesloten. Het kan niet meer veranderen.',
  taken: 'Dit korte adres is al in gebruik, of deze alliantie staat hier al.',
  'another-alliance': 'Dit bestand is van een andere alliantie.',
  'other-person': 'Deze naam is van iemand anders op deze server. Kies een andere naam.',
  'last-one': 'Er moet iemand overblijven die mag beheren.',
  'no-code-cards': 'Deze ronde werkt niet met codekaarten.',
  'missing-record': 'Er ontbreekt iets waar dit naar verwijst. Open de pagina opnieuw.',
  'words-changed': 'Wie dit schreef, heeft het intussen veranderd. Hieronder staat hoe het nu is.',
  'words-not-in-quote': 'Deze woorden staan niet precies zo in het citaat. Neem ze letterlijk over.',
  'too-large': 'Dit is te groot.',
  'too-many': 'Dit ging te vaak achter elkaar. Wacht even en probeer het nog eens.',
  'other-site': 'Beheren kan alleen op het eigen adres van deze server, met https of op localhost.',
  'not-found': 'Dit is er niet, of niet meer.',
  'no-such-alliance': 'Deze alliantie is er niet, of u mag er niet in.',
};

/** Why something was not done, with what exactly is wrong as far as its page has not said it at a field. */
export function troubleOf(refused: Refused, faults: Faults): Trouble {
  // Any other problem says by itself what is wrong.
  const rest = refused.type === 'not-understood' ? faults.unplaced() : [];
  return {words: inDutch(refused), wrongs: [...faults.placed(), ...rest]};
}

/** One sentence for the person, and the words of the API where we have none. */
function inDutch({type, message, status}: Refused): string {
  if (Object.hasOwn(WORDS, type)) return WORDS[type] ?? message;
  if (status === 403) return 'Dit mag hier niet. Staat u op het eigen adres van deze server?';
  if (status >= 500) return 'De server kan dit nu niet. Er is niets veranderd. Probeer het straks nog eens.';
  return `Dit ging niet. ${message}`;
}
