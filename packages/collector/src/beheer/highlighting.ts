import {LONGEST_TEXT, uuid} from '@samenwaarde/core';
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
  const places = await placesIn(visit, quote, text(visit, 'exact'));
  const name = text(visit, 'value') || (places[0]?.exact ?? '').replace(/\s+/g, ' ');
  const known = valueNamed(cards, name)?.id;
  const made = kindOf(cards, 'highlight').filter(mark => mark.quote === quote && mark.value === known);
  const isFree = ({start, end}: Place) => !made.some(mark => mark.start === start && mark.end === end);
  const from = Number(text(visit, 'start'));
  const place = places.find(each => each.start >= from && isFree(each));
  if (place === undefined) throw refusedAt('exact', 'taken');
  const value = known ?? (await make(visit, cards, {kind: 'value', fields: {name}}));
  const pass = uuid(visit.parts.random).slice(0, 8);
  await make(visit, cards, {kind: 'highlight', fields: {quote, value, ...place, pass}});
  return 'De woorden zijn aangestreept.';
}

/** Words as they stand in a quote, and where. */
type Place = Pick<Highlight, 'exact' | 'start' | 'end'>;

/** Everywhere that words stand in a quote, one or more. @throws Refused when they are not in it */
async function placesIn(visit: Visit, quote: string, typed: string): Promise<readonly Place[]> {
  if (typed === '') throw refusedAt('exact', 'empty');
  const words = (await wordsWith(visit, quote, 'quote'))?.text ?? '';
  const found = typed.length > LONGEST_TEXT ? [] : [...words.matchAll(asTyped(typed))];
  if (found.length === 0) throw refusedAt('exact', 'words-not-in-quote');
  return found.map(({0: exact, index}) => {
    const start = Array.from(words.slice(0, index)).length;
    return {exact, start, end: start + Array.from(exact).length};
  });
}

/** The words as they may stand in a quote: who types them over has other capitals, ends of lines and quotation marks. */
function asTyped(words: string): RegExp {
  const signs = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const spaced = signs.replace(/\s+/g, '\\s+');
  return new RegExp(spaced.replace(/['‘’]/g, "['‘’]").replace(/["“”„]/g, '["“”„]'), 'giu');
}
