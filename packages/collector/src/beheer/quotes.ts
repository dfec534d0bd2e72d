import {decisions, uuid} from '@samenwaarde/core';
import type {Highlight, Moderation, Quote, Reason} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {refusedAt} from './api.js';
import {belonging, cardsOf, kindOf, make, type Cards} from './cards.js';
import {foldedForm, text, type Field} from './fields.js';
import type {OwnName} from '../method/vote-texts.js';
import type {Html, Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';

/** What somebody wrote, with what was decided about it. */
export interface Given {
  readonly record: Quote | Reason | OwnName;
  readonly decision?: Moderation;
}

interface QueuePage {
  readonly items: readonly Given[];
  readonly next?: string;
}

/** Quotes that are released, with the values that are highlighted in them. */
export function quotes(site: Site): void {
  site.page('/alliances/:alliance/quotes', show);
  site.action('/alliances/:alliance/quotes/:quote', {show, act: highlight});
}

/** One page of what was given and has this status, and where the next page begins. */
export async function given(visit: Visit, {status, kind}: {status: string; kind: string}): Promise<QueuePage> {
  const cursor = visit.query.get('cursor');
  const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  return visit.api.get(`/v1/alliances/${visit.parameter('alliance')}/queue?status=${status}&kind=${kind}${from}`);
}

/** The words as they may be read. */
export function readable({record, decision}: Given): string {
  return decision?.redacted ?? record.text;
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {items, next} = await given(visit, {status: 'released', kind: 'quote'});
  const body = html`<p>
      Streep aan wat iemand belangrijk vindt: neem de woorden precies over en geef ze een naam. Wat niemand zei, komt er
      niet bij.
    </p>
    ${items.length === 0 ? html`<p>Er zijn nog geen citaten om te lezen.</p>` : items.map(one => oneQuote(visit, cards, one))}
    ${more(next)}`;
  return {title: 'Citaten', alliance: belonging(cards), body};
}

/** The way to the next page. @param chosen What else its address has to say. */
export function more(next: string | undefined, chosen: Readonly<Record<string, string>> = {}): Html | '' {
  if (next === undefined) return '';
  const query = new URLSearchParams({...chosen, cursor: next});
  return html`<p><a href="?${query.toString()}">Verder lezen</a></p>`;
}

function oneQuote(visit: Visit, cards: Cards, quote: Given): Html {
  const names = new Map(kindOf(cards, 'value').map(({id, name}) => [id, name]));
  const marks = kindOf(cards, 'highlight').filter(mark => mark.quote === quote.record.id);
  const fields: readonly Field[] = [
    {name: 'exact', label: 'Woorden uit dit citaat', type: 'text'},
    {
      name: 'value',
      at: 'name',
      label: 'Naam van de waarde',
      type: 'text',
      hint: 'Mag dezelfde zijn als de woorden.',
      optional: true,
    },
  ];
  return html`<section>
    <blockquote>${readable(quote)}</blockquote>
    ${
      marks.length === 0
        ? ''
        : html`<ul>
          ${marks.map(({exact, value}) => html`<li><mark>${exact}</mark> → ${names.get(value) ?? ''}</li>`)}
        </ul>`
    }
    ${foldedForm(visit, {
      summary: 'Aanstrepen',
      action: `/beheer/alliances/${cards.slug}/quotes/${quote.record.id}`,
      button: 'Aanstrepen',
      fields,
    })}
  </section>`;
}

async function highlight(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const id = visit.parameter('quote');
  const exact = text(visit, 'exact');
  const name = text(visit, 'value') || exact;
  const place = await placeOf(visit, {id, exact});
  const known = kindOf(cards, 'value').find(each => each.name.toLowerCase() === name.toLowerCase());
  const value = known?.id ?? (await make(visit, cards, {kind: 'value', fields: {name}}));
  const fields = {quote: id, value, exact, ...place, pass: uuid(visit.parts.random).slice(0, 8)};
  await make(visit, cards, {kind: 'highlight', fields});
  return {to: `/beheer/alliances/${cards.slug}/quotes`, said: 'De woorden zijn aangestreept.'};
}

/** Where the words stand, in code points. @throws Refused when they are not in the quote */
async function placeOf(visit: Visit, {id, exact}: {readonly id: string; readonly exact: string}): Promise<Place> {
  const words = (await wordsWith(visit, id, 'quote'))?.text ?? '';
  const place = words.indexOf(exact);
  if (exact === '') throw refusedAt('exact', 'empty');
  if (place < 0) throw refusedAt('exact', 'words-not-in-quote');
  const start = Array.from(words.slice(0, place)).length;
  return {start, end: start + Array.from(exact).length};
}

type Place = Pick<Highlight, 'start' | 'end'>;

/** What somebody wrote, as it is now, by its kind and id. */
export async function wordsWith(
  visit: Visit,
  id: string,
  kind: Given['record']['kind'],
): Promise<Given['record'] | undefined> {
  let from = '';
  for (;;) {
    const path = `/v1/alliances/${visit.parameter('alliance')}/queue?limit=500&kind=${kind}${from}`;
    const {items, next}: QueuePage = await visit.api.get(path);
    const found = items.find(({record}) => record.id === id);
    if (found || next === undefined) return found?.record;
    from = `&cursor=${encodeURIComponent(next)}`;
  }
}

/** The decisions among the cards, by what they are about. */
export function decided(cards: Cards): ReadonlyMap<string, Moderation> {
  return decisions(kindOf(cards, 'moderation'));
}
