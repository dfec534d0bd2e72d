import {html} from 'hono/html';
import {WIDGETS} from '../embed/frames.js';
import {linkTo, type Cards} from './cards.js';
import type {Html, Part} from './layout.js';
import type {Visit} from './site.js';

/** What to paste into a website, for each thing that people can do there: the lines of the page for web managers. */
export function embedding(visit: Visit, cards: Cards): Html {
  if (visit.parts.integrity === undefined)
    return html`<h2>Op uw website</h2>
      <p>Het script van de onderdelen staat hier nog niet. Vraag wie deze ontvanger beheert om de instelling SCRIPT.</p>`;
  return html`<h2>Op uw website</h2>
    <p>
      Zet eerst het adres van uw website bij de <a href="${linkTo(visit, cards, '/settings')}">instellingen</a>. Plak
      daarna wat u wilt laten zien.
    </p>
    ${Object.entries(WIDGETS).map(([widget, {title, hasForm}]) => linesFor(visit, cards, {widget, title, hasForm}))}`;
}

interface Widget {
  /** Its tag, without `samen-`. */
  readonly widget: string;
  readonly title: string;
  readonly hasForm: boolean;
}

function linesFor(visit: Visit, {slug}: Cards, {widget, title, hasForm}: Widget): Html {
  const {publicOrigin, basePath, integrity} = visit.parts;
  const home = `${publicOrigin}${basePath}`;
  const source = `${home}/v1/alliances/${slug}`;
  const inside = `
    <p>Ziet u hier niets? <a href="${source}/form">Antwoord zonder JavaScript</a>.</p>
  `;
  const tags = `<script type="module" src="${home}/script/samenwaarde.js" integrity="${String(integrity)}" crossorigin></script>
<samen-alliance src="${source}">
  <samen-${widget}>${hasForm ? inside : ''}</samen-${widget}>
</samen-alliance>`;
  const frame = `<iframe src="${source}/embed/${widget}" title="${title}" width="100%" height="900"></iframe>`;
  return html`<details>
    <summary>${title}</summary>
    <pre tabindex="0"><code>${tags}</code></pre>
    <p>Haalt uw website scripts weg? Gebruik dan een venster:</p>
    <pre tabindex="0"><code>${frame}</code></pre>
    <p>${framed(visit, slug, {widget, words: `Bekijk “${title}”`})}</p>
  </details>`;
}

/** What stands in a frame. */
interface Framed {
  readonly widget: string;
  readonly words: string;
  /** The one round that it is about. */
  readonly round?: string;
}

/** A link to the collector's own page with the widget in it; nothing where there is no script to show it with. */
export function framed({parts}: Visit, slug: string, {widget, words, round}: Framed): Part {
  if (parts.integrity === undefined) return '';
  const address = `${parts.basePath}/v1/alliances/${slug}/embed/${widget}${round === undefined ? '' : `?round=${round}`}`;
  return html`<a href="${address}">${words}</a>`;
}
