import {html} from 'hono/html';
import type {Html} from './layout.js';

/** One of several things to look at. */
export interface Way {
  readonly words: string;
  readonly address: string;
  /** Whether it is what is shown. */
  readonly isHere: boolean;
}

/** Links of which one is where you are. */
export function choices(label: string, ways: readonly Way[]): Html {
  return html`<ul class="choices" aria-label="${label}">
    ${ways.map(
      ({words, address, isHere}) =>
        html`<li><a href="${address}" ${isHere ? html`aria-current="page"` : ''}>${words}</a></li>`,
    )}
  </ul>`;
}
