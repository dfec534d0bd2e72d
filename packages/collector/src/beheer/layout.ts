import {html} from 'hono/html';
import type {HtmlEscapedString} from 'hono/utils/html';
import type {Trouble} from './faults.js';

/** Escaped by `html`: a text in it is never markup. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
export type Part = Html | readonly Part[] | string;

/** One page of the site. */
export interface Page {
  readonly title: string;
  readonly body: Part;
  /** The alliance that it is about, for the way back. */
  readonly alliance?: {readonly slug: string; readonly name: string};
  /** Why what somebody sent was not done. */
  readonly problem?: Trouble;
  readonly status?: number;
  /** A sentence above everything else. */
  readonly said?: string;
  /** Sheets to print have no head. */
  readonly bare?: boolean;
}

/** The parts of the site about an alliance: where each begins, its name, and what else belongs to it. */
const SECTIONS: readonly (readonly [path: string, name: string, rooms?: readonly string[]])[] = [
  ['', 'Overzicht'],
  ['/questions', 'Vragen'],
  ['/queue', 'Nog te lezen', ['/remarks']],
  ['/quotes', 'Citaten'],
  ['/values', 'Kernwaarden'],
  ['/plans', 'Plannen en rondes', ['/rounds']],
  ['/settings', 'Instellingen', ['/people', '/audit']],
];

/** What a document says besides its page. */
interface Around {
  /** Path before every address. */
  readonly base: string;
  readonly said: string;
  /** Address of the page, without the base path. */
  readonly path: string;
}

/** The whole document around a page. */
export function layout(page: Page, {base, said, path}: Around): Html {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.problem === undefined ? '' : 'Let op: '}${page.title}${page.alliance ? ` · ${page.alliance.name}` : ''} · Beheer</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${base}/beheer/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Naar de inhoud</a>
        ${page.bare ? '' : head(page, base, path)}
        <main id="main" tabindex="-1">
          <h1>${page.title}</h1>
          ${said === '' ? '' : html`<p class="said" role="status">${said}</p>`}
          ${page.problem === undefined ? '' : summary(page.problem)} ${page.body}
        </main>
      </body>
    </html>`;
}

/** What is wrong, above everything else, with the way to each place. The first thing that is read, by keyboard too. */
export function summary({words, wrongs}: Trouble): Html {
  return html`<div class="problem" role="alert" tabindex="-1" autofocus>
    <p>${words}</p>
    ${
      wrongs.length === 0
        ? ''
        : html`<ul>
          ${wrongs.map(
            ({words: what, place}) =>
              html`<li>${place === undefined ? '' : html`<a href="#${place.id}">${place.label}</a><br />`}${what}</li>`,
          )}
        </ul>`
    }
  </div>`;
}

function head({alliance}: Page, base: string, here: string): Html {
  return html`<header>
    <p><a href="${base}/beheer">Samenwaarde beheer</a></p>
    ${
      alliance
        ? html`<nav aria-label="${alliance.name}">
          <p>${alliance.name}</p>
          <ul>
            ${SECTIONS.map(([path, name, rooms = []]) => {
              const home = `/beheer/alliances/${alliance.slug}`;
              const isHere = [path, ...rooms].some(room => roomOf(here, home) === room);
              return html`<li><a href="${base}${home}${path}" ${isHere ? html`aria-current="true"` : ''}>${name}</a></li>`;
            })}
          </ul>
        </nav>`
        : ''
    }
  </header>`;
}

/** The first step from the home of an alliance: `/plans`; empty at home. */
function roomOf(path: string, home: string): string {
  return /^\/[^/]+/.exec(path.slice(home.length))?.[0] ?? '';
}
