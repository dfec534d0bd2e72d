import {html} from 'hono/html';
import type {Html} from '../beheer/layout.js';
import type {Filling} from './forms.js';

/** What is sent for an answer, and its words. */
export type Answer = readonly [value: string, words: string];

/** One answer of several. */
export interface Choice {
  readonly name: string;
  readonly answer: Answer;
  /** Of the first one, to go to; empty for the others. */
  readonly id: string;
}

/** A radio button with its words; chosen when it was chosen before. */
export function choice({text}: Filling, {name, answer: [value, words], id}: Choice): Html {
  return html`<label class="choice">
    <input
      type="radio"
      name="${name}"
      value="${value}"
      ${text(name) === value ? html`checked` : ''}
      ${id === '' ? '' : html`id="${id}"`}
    />
    ${words}
  </label>`;
}
