import {uuid} from '@samenwaarde/core';
import type {Highlight} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {refusedAt} from './api.js';
import {cardsOf, kindOf, make, pathTo, type Cards} from './cards.js';
import {foldedForm, type Field} from './fields.js';
import {wordsWith} from './given.js';
import type {Html} from './layout.js';
import {longlist, valueNamed} from './longlist.js';
import type {Visit} from './site.js';
import {text} from './typed.js';

/** Id of the list of values that there are already. */
const KNOWN = 'known-values';

const fields: readonly Field[] = [
  {
    name: 'exact',
    label: 'Woorden uit dit citaat',
    type: 'text',
    says: {taken: 'Deze woorden zijn al aangestreept onder die naam.'},
  },
  {
    name: 'value',
    at: 'name',
    label: 'Naam van de waarde',
    type: 'text',
    hint: 'Mag dezelfde zijn als de woorden. Is de waarde er al? Kies dan die naam.',
    list: KNOWN,
    optional: true,
  },
];

/** The names to choose from in all forms of a page that highlight. */
export function knownValues(cards: Cards): Html {
  return html`<datalist id="${KNOWN}">${longlist(cards).map(({name}) => html`<option value="${name}"></option>`)}</datalist>`;
}

/** The form to highlight words of a quote. @param hidden Travels along unseen */
export function highlighting(
  visit: Visit,
  cards: Cards,
  {quote, hidden}: {readonly quote: string; readonly hidden: Readonly<Record<string, string>>},
): Html {
  const action = pathTo(cards, `/quotes/${quote}`);
  return foldedForm(visit, {summary: 'Aanstrepen', action, button: 'Aanstrepen', fields, hidden});
}

/** Highlights words of the quote in the path, under a value that is there or a new one, and says so. @throws Refused */
export async function highlight(visit: Visit): Promise<string> {
  const cards = await cardsOf(visit);
  const quote = visit.parameter('quote');
  const exact = text(visit, 'exact');
  const name = text(visit, 'value') || exact;
  const known = valueNamed(cards, name)?.id;
  const made = kindOf(cards, 'highlight').filter(mark => mark.quote === quote && mark.value === known);
  const isFree = ({start, end}: Place) => !made.some(mark => mark.start === start && mark.end === end);
  const from = Number(text(visit, 'start'));
  const place = (await placesIn(visit, quote, exact)).find(each => each.start >= from && isFree(each));
  if (place === undefined) throw refusedAt('exact', 'taken');
  const value = known ?? (await make(visit, cards, {kind: 'value', fields: {name}}));
  const pass = uuid(visit.parts.random).slice(0, 8);
  await make(visit, cards, {kind: 'highlight', fields: {quote, value, exact, ...place, pass}});
  return 'De woorden zijn aangestreept.';
}

type Place = Pick<Highlight, 'start' | 'end'>;

/** Everywhere that the words stand, in code points. @throws Refused when they are not in the quote */
async function placesIn(visit: Visit, quote: string, exact: string): Promise<readonly Place[]> {
  if (exact === '') throw refusedAt('exact', 'empty');
  const words = (await wordsWith(visit, quote, 'quote'))?.text ?? '';
  const length = Array.from(exact).length;
  const pieces = words.split(exact).slice(0, -1);
  if (pieces.length === 0) throw refusedAt('exact', 'words-not-in-quote');
  return pieces.map((_, at) => {
    const start = Array.from(pieces.slice(0, at + 1).join(exact)).length;
    return {start, end: start + length};
  });
}
