import {html, type Html} from '../../html.js';
import {document, links, type Kit, type Page} from '../../page.js';
import {place} from '../../sites/ververij/place.js';

const MENU = [
  ['index.html', 'De vraag'],
  ['ververij/gezegd.html', 'Wat mensen zeiden'],
  ['ververij/kernwaarden.html', 'Kernwaarden'],
  ['ververij/plannen.html', 'Plannen'],
] as const;

export interface VerverijPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Above the title: the place itself on the first page, a strip of it elsewhere. */
  readonly hero?: Html;
  readonly body: Html;
  readonly scripts?: readonly string[];
}

/** A page of Samen Ververij: everything on it stands in one alliance, which lives in this browser. */
export function ververijPage(kit: Kit, page: VerverijPage): Page {
  const body = html`<header class="masthead">
<p class="example">Dit is een voorbeeld. Elzendrecht bestaat niet.</p>
<div class="bar">
<a class="wordmark" href="/">${place.alliance}</a>
<nav aria-label="Hoofdmenu">${links(MENU, page.path)}</nav>
</div>
</header>
${page.hero}
<main id="inhoud" tabindex="-1">
<samen-alliance name="samen-ververij" practice>
${kit.ververij}
${page.body}
</samen-alliance>
</main>
${footer()}`;
  const {path, title, description, scripts = []} = page;
  const whole = document({
    lang: 'nl',
    title: path === 'index.html' ? title : `${title} | ${place.alliance}`,
    description,
    styles: ['ververij'],
    scripts,
    embedLine: kit.embedLine,
    body,
  });
  return {path, html: whole};
}

function footer(): Html {
  return html`<footer class="footer">
<p><strong>Dit is een voorbeeld. Elzendrecht bestaat niet.</strong> Ook de partners, de plannen en de woorden zijn bedacht.</p>
<ul role="list">
<li><a href="/ververij/meeschrijven.html">Meeschrijven</a></li>
<li><a href="/ververij/privacy.html">Privacy</a></li>
<li><a href="/demo.html">Alles in deze demo</a></li>
</ul>
</footer>`;
}

/** What stands in the place of a widget before and without its script. */
export function fallback(what: string): Html {
  return html`<p class="fallback">${what} Ziet u hier niets? Dan staat JavaScript uit in uw browser. Schrijf ons: ${place.contact}.</p>`;
}
