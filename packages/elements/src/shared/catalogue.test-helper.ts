import type {Catalogue, Text, Voice} from './voice.js';

/** What may never be on a screen: it has a meaning in law, or promises what nobody can keep. */
const FORBIDDEN =
  /\b(bezwaar|zienswijze|inspraak|besluit|stemmen|stem|stembiljet|aanvraag|melding|anoniem|bijdrage|score)\b/i;

/** The one sentence that has to say it. */
const ALLOWED = 'Dit is geen officieel bezwaar.';

const ADDRESS: Readonly<Partial<Record<Voice, RegExp>>> = {
  'nl-u': /\b(jij|jou|jouw|jullie)\b|\bje\b(?! voelt| hoofd| bent)/i,
  'nl-je': /\b(u|uw|uzelf)\b/i,
};

/**
 * What is wrong with a catalogue, one line each: a text that is missing or empty, a filling that another language does
 * not have, the wrong form of address, a word that may not be said. `general` are keys where *je* is people in general.
 */
export function catalogueFaults<Key extends string>(catalogue: Catalogue<Key>, general: readonly Key[] = []): string[] {
  const keys = Object.keys(catalogue['nl-u']) as Key[];
  return (Object.keys(catalogue) as Voice[]).flatMap(voice =>
    keys.flatMap(key =>
      faults(catalogue[voice][key], catalogue['nl-u'][key], general.includes(key) ? undefined : ADDRESS[voice]).map(
        fault => `${voice} ${key}: ${fault}`,
      ),
    ),
  );
}

function faults(text: Text | undefined, model: Text, address: RegExp | undefined): string[] {
  const forms = formsOf(text);
  return [
    ...(forms.length === 0 || forms.some(form => form.trim() === '') ? ['is missing'] : []),
    ...(fillings(text) === fillings(model) ? [] : [`fills in ${fillings(text)}, not ${fillings(model)}`]),
    ...forms.filter(form => address?.test(form)).map(form => `wrong form of address in “${form}”`),
    ...forms.filter(form => FORBIDDEN.test(form.replace(ALLOWED, ''))).map(form => `forbidden word in “${form}”`),
  ];
}

function formsOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function fillings(text: Text | undefined): string {
  return [...new Set(formsOf(text).flatMap(form => form.match(/\{\w+\}/g) ?? []))].sort().join(' ');
}
