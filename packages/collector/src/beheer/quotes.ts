import {follow} from '@samenwaarde/core';
import type {Highlight} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {belonging, cardsOf, find, kindOf, linkTo, pathTo, type Cards} from './cards.js';
import {choices} from './choices.js';
import {correcting, remove, rename, undoing} from './correcting.js';
import {cursorOf, more, nothingHere, queryOf} from './cursor.js';
import {allGiven, IN_ONE_GO, placeOf, readable, type Given} from './given.js';
import {highlight, highlighting, knownValues} from './highlighting.js';
import type {Html, Page, Part} from './layout.js';
import {marked} from './marked.js';
import type {Done, Site, Visit} from './site.js';
import {text} from './typed.js';

/** Quotes that are released, with the values that are highlighted in them. */
export function quotes(site: Site): void {
  site.page('/alliances/:alliance/quotes', show);
  site.action('/alliances/:alliance/quotes/:quote', {
    show,
    act: async visit => back(visit, await highlight(visit)),
  });
  site.action('/alliances/:alliance/quotes/:quote/highlights/:highlight', {
    show,
    act: async visit => back(visit, await rename(visit)),
  });
  site.action('/alliances/:alliance/quotes/:quote/highlights/:highlight/removal', {show, act: takeAway});
}

/** To the quote that it was done in. @param more What else that page has to know */
function back(visit: Visit, said: string, more: Readonly<Record<string, string>> = {}): Done {
  const id = visit.parameter('quote');
  const query = queryOf({...chosen(visit), quote: id, ...more});
  return {to: pathTo({slug: visit.parameter('alliance')}, `/quotes${query}`), said, at: placeOf({record: {id}})};
}

async function takeAway(visit: Visit): Promise<Done> {
  const {said, removed} = await remove(visit);
  return back(visit, said, {...removed});
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
    ${knownValues(cards)}
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
  const made = kindOf(cards, 'highlight')
    .filter(mark => mark.quote === id)
    .sort((a, b) => a.start - b.start);
  const words = readable(one);
  const inQuote = {quote: id, hidden: {...choice}};
  return html`<section id="${placeOf(one)}" tabindex="-1">
    <blockquote>${marked(
      words,
      made.flatMap(mark => follow(mark, words) ?? []),
    )}</blockquote>
    ${namesOf(cards, made)}
    ${visit.query.get('quote') === id ? undoing(visit, cards, {words: one.record.text, ...inQuote}) : ''}
    ${highlighting(visit, cards, inQuote)} ${correcting(visit, cards, {made, ...inQuote})}
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
