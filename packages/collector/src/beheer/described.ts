import {html} from 'hono/html';
import type {Html, Part} from './layout.js';

/** What is said about a field, besides its label. */
export interface Said {
  /** Id of its hint; nothing without one. */
  readonly hint: string | undefined;
  /** What is wrong with it, when something is. */
  readonly wrong: string | undefined;
}

/** Attributes that tie a field to its hint and to what is wrong with it. */
export function describing(id: string, {hint, wrong}: Said): Html {
  const ids = [hint, wrong !== undefined && `${id}-wrong`].filter(Boolean).join(' ');
  return html`${ids === '' ? '' : html`aria-describedby="${ids}"`}
  ${wrong === undefined ? '' : html`aria-invalid="true"`}`;
}

/** What is wrong with a field, where `describing` points to. */
export function wrongWords(id: string, wrong: string | undefined): Part {
  return wrong === undefined ? '' : html`<p class="wrong" id="${id}-wrong">${wrong}</p>`;
}
