import type {Alliance} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import type {Trouble} from '../beheer/faults.js';
import {summary, type Html, type Part} from '../beheer/layout.js';

/** One page for residents that works without a script. */
export interface Sheet {
  readonly title: string;
  readonly body: Part;
  readonly status?: number;
  /** What is wrong, above everything else. */
  readonly problem?: Trouble;
}

/** The whole document around a sheet. `base` stands before every path of the collector. */
export function sheet({title, body, problem}: Sheet, base: string): Html {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${problem === undefined ? '' : 'Let op: '}${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${base}/beheer/style.css" />
      </head>
      <body>
        <main id="main">
          <h1>${title}</h1>
          ${problem === undefined ? '' : summary(problem)} ${body}
        </main>
      </body>
    </html>`;
}

/** Who asks, until when, and what is kept: before anything is filled in. */
export function about({responsible}: Alliance, sentences: readonly (string | undefined)[]): Html {
  const {organisation, contact, privacy} = responsible;
  const isPage = /^https?:\/\//.test(privacy);
  return html`<p class="quiet">
    ${organisation} vraagt dit. Wij vragen niet wie u bent. ${sentences.filter(Boolean).join(' ')} Vragen? ${contact}
    ${isPage ? html`<a href="${privacy}">Over privacy</a>.` : ''}
  </p>`;
}

/** A day as it is written in a sentence: 21 november 2026. */
export function day(date: string): string {
  return new Intl.DateTimeFormat('nl', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${date}T00:00:00Z`));
}

/** What travels along with a form, unseen: ids and receipts, so that sending it twice is sending it once. */
export function hiddenFields(fields: Readonly<Record<string, string>>): Html[] {
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}
