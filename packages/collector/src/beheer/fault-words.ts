import type {Fault} from '../http/faults.js';
import type {Reason} from '../http/reasons.js';
import type {Place} from './faults.js';
import {plain} from './typed.js';

const NO_FILE = 'Dit bestand is geen back-up, pakket of publicatie van Samenwaarde.';

/** Why something is refused, for who filled it in. `n` is the limit, as it is written in Dutch. */
const WORDS: Readonly<Record<Reason, (n: string) => string>> = {
  empty: () => 'Vul dit in.',
  'missing-key': () => 'Vul dit in.',
  'too-short': n => `Maak dit langer. Het zijn minstens ${n} tekens.`,
  'too-long': n => `Maak dit korter. Het mogen hooguit ${n} tekens zijn.`,
  'too-few': n => `Dit zijn er te weinig. Het zijn er minstens ${n}.`,
  'too-many': n => `Dit zijn er te veel. Het mogen er hooguit ${n} zijn.`,
  'too-low': n => `Dit getal is te laag. Het laagste is ${n}.`,
  'too-high': n => `Dit getal is te hoog. Het hoogste is ${n}.`,
  'too-precise': n => (n === '1' ? 'Vul een heel getal in.' : 'Gebruik hooguit één cijfer achter de komma.'),
  'not-a-number': () => 'Vul hier een getal in.',
  'not-a-date': () => 'Deze dag bestaat niet. Schrijf een dag zo: 2026-12-31.',
  'not-an-origin': () =>
    'Dit is niet het adres van een website. Schrijf het zo: https://www.ververij.nl, met niets erachter.',
  'wrong-type': () => 'Dit kan hier niet staan.',
  'wrong-form': () => 'Dit is niet goed geschreven.',
  'wrong-value': () => 'Kies een van de mogelijkheden.',
  'not-asked': () => 'Hier wordt niet naar gevraagd.',
  'another-id': () => 'Dit hoort bij iets anders. Open de pagina opnieuw.',
  taken: () => 'Dit is al in gebruik. Kies iets anders.',
  'unknown-key': () => 'Er staat iets in dat hier niet hoort.',
  'missing-record': () => 'Dit verwijst naar iets dat er niet is.',
  'words-not-in-quote': () => 'Deze woorden staan niet precies zo in het citaat. Neem ze letterlijk over.',
  'too-large': () => 'Dit bestand is te groot.',
  'too-complex': () => 'Dit bestand is te groot.',
  'not-json': () => NO_FILE,
  'unknown-file': () => NO_FILE,
  'newer-version': () => 'Dit bestand is met een nieuwere versie van Samenwaarde gemaakt.',
  'unknown-kind': () => 'Er staat iets in dat deze versie van Samenwaarde niet kent.',
  'double-id': () => 'Er staat iets twee keer in.',
  'wrong-alliance': () => 'Dit bestand hoort niet bij één alliantie.',
  'round-not-closed': () => 'Er staat een uitslag in van een ronde die nog open is.',
};

/** Reasons that say enough about a file. */
const OF_FILES: readonly Reason[] = [
  ...(['too-large', 'too-complex', 'not-json', 'unknown-file', 'newer-version', 'unknown-kind'] as const),
  ...(['double-id', 'wrong-alliance', 'missing-record', 'words-not-in-quote', 'round-not-closed'] as const),
];

/** What is wrong with a file: nobody typed it, so that all there is to tell is what, and where it stands. */
export function wordsInFile({reason, path}: Fault): string {
  const words = OF_FILES.includes(reason) ? WORDS[reason]('') : 'Er klopt iets niet in dit bestand.';
  return path === '' || path === 'file' ? words : `${words} Plaats in het bestand: ${path}.`;
}

/** What is wrong, in a sentence or two. @param place Where it was filled in */
export function wordsOf(fault: Fault, place: Pick<Place, 'typed' | 'says'>): string {
  const {reason, limit = 0} = fault;
  const line = lineOf(fault, place.typed);
  const words = place.says?.[reason] ?? WORDS[reason](limit.toLocaleString('nl'));
  const all = reason === 'too-long' ? `${words} ${lengthOf(line?.text ?? place.typed)}`.trim() : words;
  return line === undefined ? all : `Regel ${line.number}. ${all}`;
}

function lengthOf(typed: string): string {
  return typed === '' ? '' : `Nu zijn het er ${plain(typed).length.toLocaleString('nl')}.`;
}

/** The line that it is about, where every line is a thing of its own. Empty ones are counted, and are no thing. */
function lineOf({path}: Fault, typed: string): {readonly number: number; readonly text: string} | undefined {
  const place = /\.(\d+)$/.exec(path)?.[1];
  const lines = plain(typed).split('\n');
  if (place === undefined || lines.length === 1) return undefined;
  return lines.map((text, at) => ({number: at + 1, text: text.trim()})).filter(({text}) => text !== '')[Number(place)];
}
