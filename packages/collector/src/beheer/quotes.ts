import {follow, uuid} from '@samenwaarde/core';
import type {Highlight} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {refusedAt} from './api.js';
import {belonging, cardsOf, find, kindOf, linkTo, make, pathTo, type Cards} from './cards.js';
import {choices} from './choices.js';
import {cursorOf, more, nothingHere, queryOf} from './cursor.js';
import {foldedForm, text, type Field} from './fields.js';
import {allGiven, IN_ONE_GO, placeOf, readable, wordsWith, type Given} from './given.js';
import type {Html, Page, Part} from './layout.js';
import {marked} from './marked.js';
import type {Done, Site, Visit} from './site.js';

/** Id of the list of values that there are already. */
const KNOWN = 'known-values';

/** Quotes that are released, with the values that are highlighted in them. */
export function quotes(site: Site): void {
  site.page('/alliances/:alliance/quotes', show);
  site.action('/alliances/:alliance/quotes/:quote', {show, act: highlight});
}

/** Which quotes somebody looks at. */
interface Choice {
  /** `none` for those in which nothing is highlighted yet; empty for all. */
  readonly marks: string;
  readonly cursor: string;
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const choice = chosen(visit);
  const {marks} = choice;
  const {items, next} = await toShow(visit, cards, choice);
  const address = linkTo(visit, cards, '/quotes');
  const bare = address + queryOf({marks: 'none'});
  const ways = [
    {words: 'Alle citaten', address, isHere: marks === ''},
    {words: 'Nog niets aangestreept', address: bare, isHere: marks !== ''},
  ];
  const body = html`<p>
      Streep aan wat iemand belangrijk vindt: neem de woorden precies over en geef ze een naam. Wat niemand zei, komt er
      niet bij.
    </p>
    ${choices('Welke u ziet', ways)}
    <datalist id="${KNOWN}">${kindOf(cards, 'value').map(({name}) => html`<option value="${name}"></option>`)}</datalist>
    ${items.length === 0 ? nothingHere(visit, address + queryOf({marks})) : items.map(one => oneQuote(visit, cards, {one, choice}))}
    ${more(address, next, {marks})}`;
  return {title: 'Citaten', alliance: belonging(cards), body};
}

function chosen(visit: Visit): Choice {
  const marks = visit.query.get('marks') ?? text(visit, 'marks');
  return {marks: marks === 'none' ? 'none' : '', cursor: cursorOf(visit)};
}

interface Shown {
  readonly items: readonly Given[];
  readonly next: string | undefined;
}

/** The next quotes; the one in which something was highlighted just now is among them, for there may be more in it. */
async function toShow(visit: Visit, cards: Cards, {marks, cursor}: Choice): Promise<Shown> {
  const done = new Set(marks === 'none' ? kindOf(cards, 'highlight').map(({quote}) => quote) : []);
  done.delete(visit.query.get('quote') ?? visit.parameter('quote'));
  const items: Given[] = [];
  for await (const one of allGiven(visit, {kind: 'quote', status: 'released', cursor})) {
    if (items.length === IN_ONE_GO) return {items, next: items.at(-1)?.record.id};
    if (!done.has(one.record.id)) items.push(one);
  }
  return {items, next: undefined};
}

interface OneQuote {
  readonly one: Given;
  readonly choice: Choice;
}

function oneQuote(visit: Visit, cards: Cards, {one, choice}: OneQuote): Html {
  const {id} = one.record;
  const made = kindOf(cards, 'highlight').filter(mark => mark.quote === id);
  const words = readable(one);
  return html`<section id="${placeOf(one)}" tabindex="-1">
    <blockquote>${marked(
      words,
      made.flatMap(mark => follow(mark, words) ?? []),
    )}</blockquote>
    ${namesOf(cards, made)}
    ${foldedForm(visit, {
      summary: 'Aanstrepen',
      action: pathTo(cards, `/quotes/${id}`),
      button: 'Aanstrepen',
      fields,
      hidden: {...choice},
    })}
  </section>`;
}

/** The values that are called otherwise than the words they are in. */
function namesOf(cards: Cards, made: readonly Highlight[]): Part {
  const named = made.map(({exact, value}) => ({exact, name: find(cards, 'value', value)?.name ?? ''}));
  const renamed = named.filter(({exact, name}) => name.toLowerCase() !== exact.toLowerCase());
  if (renamed.length === 0) return '';
  return html`<ul class="quiet">
    ${renamed.map(({exact, name}) => html`<li>“${exact}”: ${name}</li>`)}
  </ul>`;
}

const fields: readonly Field[] = [
  {name: 'exact', label: 'Woorden uit dit citaat', type: 'text'},
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

async function highlight(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const id = visit.parameter('quote');
  const exact = text(visit, 'exact');
  const name = text(visit, 'value') || exact;
  const place = await wordsIn(visit, {id, exact});
  const known = kindOf(cards, 'value').find(each => each.name.toLowerCase() === name.toLowerCase());
  const value = known?.id ?? (await make(visit, cards, {kind: 'value', fields: {name}}));
  await make(visit, cards, {
    kind: 'highlight',
    fields: {quote: id, value, exact, ...place, pass: uuid(visit.parts.random).slice(0, 8)},
  });
  const to = pathTo(cards, `/quotes${queryOf({...chosen(visit), quote: id})}`);
  return {to, said: 'De woorden zijn aangestreept.', at: placeOf({record: {id}})};
}

/** Where the words stand, in code points. @throws Refused when they are not in the quote */
async function wordsIn(visit: Visit, {id, exact}: {readonly id: string; readonly exact: string}): Promise<Place> {
  const words = (await wordsWith(visit, id, 'quote'))?.text ?? '';
  const place = words.indexOf(exact);
  if (exact === '') throw refusedAt('exact', 'empty');
  if (place < 0) throw refusedAt('exact', 'words-not-in-quote');
  const start = Array.from(words.slice(0, place)).length;
  return {start, end: start + Array.from(exact).length};
}

type Place = Pick<Highlight, 'start' | 'end'>;
