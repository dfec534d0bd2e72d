import {html} from '../html.js';
import type {Kit, Page} from '../page.js';
import {plainPage} from './site.js';

/** What an address that leads nowhere shows. */
export function notFound(kit: Kit): Page {
  return plainPage(kit, {
    path: '404.html',
    lang: 'nl',
    title: 'Deze pagina is er niet',
    description: 'Deze pagina is er niet.',
    body: html`<div class="flow opening">
<h1>Deze pagina is er niet</h1>
<p class="lead">Misschien is het adres verkeerd overgenomen. Ga naar <a href="/">Samen Ververij</a> of naar <a href="/demo.html">alles in deze demo</a>.</p>
</div>`,
  });
}
