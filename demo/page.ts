import {html, type Html} from './html.js';

/** What every page of the demo is made with. */
export interface Kit {
  /** The one line that embeds the widgets, as the build prints it. */
  readonly embedLine: Html;
  /** A drawing of Samen Ververij by the name of its file, to stand in the page. */
  readonly drawing: (name: string) => Html;
  /** The alliance of Samen Ververij as a data block. */
  readonly ververij: Html;
}

/** A page, and where it stands. */
export interface Page {
  /** From the root of the site: `ververij/plannen.html`. */
  readonly path: string;
  readonly html: Html;
}

export interface Document {
  readonly lang: 'nl' | 'en';
  readonly title: string;
  readonly description: string;
  /** Style sheets by name, beside the base. */
  readonly styles: readonly string[];
  /** The page's own scripts, by name. */
  readonly scripts?: readonly string[];
  readonly embedLine?: Html;
  readonly body: Html;
}

/** A whole document. Styles and scripts are files: a strict policy allows nothing else. */
export function document({lang, title, description, styles, scripts = [], embedLine, body}: Document): Html {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="/images/icoon.svg" type="image/svg+xml">
${['base', ...styles].map(name => html`<link rel="stylesheet" href="/styles/${name}.css">\n`)}${
    embedLine && html`${embedLine}\n`
  }${scripts.map(name => html`<script type="module" src="/scripts/${name}.js"></script>\n`)}</head>
<body>
<a class="skip" href="#inhoud">${lang === 'nl' ? 'Naar de inhoud' : 'To the content'}</a>
${body}
</body>
</html>
`;
}

/** Links of a navigation; the page that is open says so. */
export function links(list: readonly (readonly [path: string, label: string])[], open: string): Html {
  return html`<ul role="list">
${list.map(
  ([path, label]) =>
    html`<li><a href="${address(path)}"${path === open && html` aria-current="page"`}>${label}</a></li>\n`,
)}</ul>`;
}

/** The address of a page: the first one is the root. */
export function address(path: string): string {
  return path === 'index.html' ? '/' : `/${path}`;
}
