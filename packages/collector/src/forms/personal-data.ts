import {findPersonalData, LONGEST_TEXT, replace, type PersonalData} from '@samenwaarde/core';
import {html} from 'hono/html';
import type {Html} from '../beheer/layout.js';
import type {Filling} from './forms.js';

const NAMES: Readonly<Record<PersonalData, string>> = {
  email: 'e-mailadres',
  phone: 'telefoonnummer',
  bsn: 'burgerservicenummer',
  iban: 'rekeningnummer',
  address: 'adres',
};

/** What of somebody may be in a text: `telefoonnummer`. */
export function personalDataIn(words: string): string[] {
  return [...new Set(foundIn(words).map(({type}) => NAMES[type]))];
}

/** The words with what may be somebody's own replaced: `[telefoonnummer]`. */
export function withoutPersonalData(words: string): string {
  // From the back, so that the places in front of it stay where they are.
  return [...foundIn(words)]
    .sort((a, b) => b.start - a.start)
    .reduce((text, finding) => replace(text, finding, NAMES[finding.type]), words);
}

/** A text that somebody typed, and where. */
export interface Typed {
  readonly words: string;
  /** Completes “in uw tekst”, such as ` bij Gastvrij`, where a form has several. */
  readonly where?: string;
}

/** Whether a form was sent with what may be somebody's own in it, before they chose what to do with that. */
export function isDoubtful(filling: Filling, texts: readonly Typed[]): boolean {
  const isChosen = ['without', 'anyway'].includes(filling.text('as'));
  return !isChosen && texts.some(({words}) => personalDataIn(words).length > 0);
}

/** Points out what may be somebody's own, with both ways on. */
export function personalDataWarning(texts: readonly Typed[]): Html | '' {
  const found = texts.flatMap(({words, where = ''}) => {
    const kinds = personalDataIn(words);
    return kinds.length === 0 ? [] : [`Er staat een ${kinds.join(' en een ')} in uw tekst${where}.`];
  });
  if (found.length === 0) return '';
  return html`<p class="problem" role="alert">${found.join(' ')} Weghalen?</p>
    <p class="actions">
      <button name="as" value="without">Weghalen en versturen</button>
      <button class="second" name="as" value="anyway">Toch zo versturen</button>
    </p>`;
}

/** The words as somebody chose to send them: without what may be their own, or as they are. */
export function chosenWords(filling: Filling, words: string): string {
  return filling.text('as') === 'without' ? withoutPersonalData(words) : words;
}

/** Nothing in what is refused anyway, because it is too long: a script could keep everybody waiting with it. */
function foundIn(words: string): ReturnType<typeof findPersonalData> {
  return words.length > LONGEST_TEXT ? [] : findPersonalData(words);
}
