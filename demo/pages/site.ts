import {html, type Html} from '../html.js';
import {document, links, type Kit, type Page} from '../page.js';

export interface PlainPage {
  readonly path: string;
  readonly lang: 'nl' | 'en';
  readonly title: string;
  readonly description: string;
  readonly body: Html;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Whether the page has widgets. */
  readonly embeds?: boolean;
}

const FOOTERS = {
  nl: {label: 'Over deze demo', example: 'Dit is een voorbeeld. Elzendrecht bestaat niet.', all: 'Alles in deze demo'},
  en: {
    label: 'About this demo',
    example: 'Dit is een voorbeeld. Elzendrecht bestaat niet.',
    all: 'Everything in this demo',
  },
} as const;

/** A page around the sites: no house style of its own. */
export function plainPage(kit: Kit, page: PlainPage): Page {
  const {lang, title, description, styles = [], scripts = [], embeds} = page;
  const {label, example, all} = FOOTERS[lang];
  const body = html`<main id="inhoud" tabindex="-1">
${page.body}
</main>
<footer class="footer">
<p${lang === 'en' && html` lang="nl"`}><strong>${example}</strong></p>
<nav aria-label="${label}">${links(
    [
      ['demo.html', all],
      ['index.html', 'Samen Ververij'],
    ],
    page.path,
  )}</nav>
</footer>`;
  const whole = document({
    lang,
    title,
    description,
    styles: ['plain', ...styles],
    scripts,
    ...(embeds && {embedLine: kit.embedLine}),
    body,
  });
  return {path: page.path, html: whole};
}
