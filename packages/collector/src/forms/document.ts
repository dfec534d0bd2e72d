import type {Alliance} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import type {Trouble} from '../beheer/faults.js';
import {summary, type Html, type Part} from '../beheer/layout.js';

/** One page for residents that works without a script. */
export interface Sheet {
  readonly title: string;
  readonly body: Part;
  readonly status?: number;
  /** Back in the browser shows it as it was, with the same ids: sent again it takes the place of what was sent. */
  readonly isKept?: boolean;
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

/** What else is said before anything is filled in. */
export interface Said {
  /** What people give: texts, which go first, or everything. */
  readonly keeps: keyof Alliance['retention'];
  readonly says: readonly (string | undefined)[];
}

/** Who asks, until when, and how long it is kept: before anything is filled in. */
export function about({responsible, retention}: Alliance, {keeps, says}: Said): Html {
  const {organisation, contact, privacy} = responsible;
  const isPage = /^https?:\/\//.test(privacy);
  return html`<p class="quiet">
    ${organisation} vraagt dit. Wij vragen niet wie u bent. ${says.filter(Boolean).join(' ')}
    Wij bewaren het tot ${day(retention[keeps])}. Vragen? ${contact}
    ${isPage ? html`<a href="${privacy}">Over privacy</a>.` : ''}
  </p>`;
}

/** When the result comes, where that was set. */
export function resultsOn({resultsOn: date}: {readonly resultsOn?: string | undefined}): string | undefined {
  return date === undefined ? undefined : `De uitslag komt op ${day(date)}.`;
}

/** That marks or a vote came in, and when the result comes. */
export function received(round: Parameters<typeof resultsOn>[0]): string {
  return `Verstuurd. Wij hebben uw antwoord. ${resultsOn(round) ?? 'U ziet de uitslag als iedereen klaar is.'}`;
}

/** A day as it is written in a sentence: 21 november 2026. */
export function day(date: string): string {
  return new Intl.DateTimeFormat('nl', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${date}T00:00:00Z`));
}
