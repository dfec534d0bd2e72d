import {html} from '../html.js';
import type {Kit, Page} from '../page.js';
import {plainPage} from './site.js';

/** A page that wants no `<samen-alliance>`: its own script gives the widget its state and takes its events. */
export function standalone(kit: Kit): Page {
  return plainPage(kit, {
    path: 'standalone.html',
    lang: 'nl',
    title: 'Een onderdeel met eigen code',
    description: 'Een widget met eigenschappen en gebeurtenissen alleen.',
    scripts: ['standalone'],
    embeds: true,
    body: html`<div class="flow opening">
<h1>Een onderdeel met eigen code</h1>
<p class="lead">Om dit invulveld staat geen <code>samen-alliance</code>. De code van deze pagina houdt de antwoorden zelf bij, in een lijst die verdwijnt als u de pagina sluit.</p>
</div>
<section class="flow asking" aria-labelledby="vraag">
<h2 id="vraag" class="out-of-sight">De vraag</h2>
<samen-quote-capture heading-level="3"><p>Hier kunt u antwoorden. Ziet u hier niets? Dan staat JavaScript uit in uw browser.</p></samen-quote-capture>
</section>
<section class="flow" aria-labelledby="lijst">
<h2 id="lijst">Wat deze pagina nu weet</h2>
<ol data-answers></ol>
<p class="quiet" data-none>Nog niets.</p>
</section>`,
  });
}
