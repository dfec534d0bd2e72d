import {html} from 'hono/html';
import type {Html} from './layout.js';
import type {Visit} from './site.js';

/** Where in a long list the page begins that somebody asks for, or that the form they sent was on; empty at the start. */
export function cursorOf({query, typed}: Visit): string {
  const sent = typed.get('cursor');
  return query.get('cursor') ?? (typeof sent === 'string' ? sent : '');
}

/** A query of what is not empty: `?kind=quote&status=held`; nothing when all of it is. */
export function queryOf(chosen: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** The way to the next page. @param chosen What else its address has to say. */
export function more(
  address: string,
  next: string | undefined,
  chosen: Readonly<Record<string, string>> = {},
): Html | '' {
  if (next === undefined) return '';
  return html`<p><a href="${address}${queryOf({...chosen, cursor: next})}">Verder lezen</a></p>`;
}

/** What stands where nothing is left to show: after the first page there may be something in front of it. */
export function nothingHere(visit: Visit, address: string): Html {
  if (cursorOf(visit) === '') return html`<p>Hier staat niets.</p>`;
  return html`<p>Hier staat niets meer. <a href="${address}">Naar het begin</a></p>`;
}
