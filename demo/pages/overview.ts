import {html} from '../html.js';
import type {Kit, Page} from '../page.js';
import {plainPage} from './site.js';
import {WIDGETS} from './widgets.js';

/** Everything there is to see, for who looks around. */
export function overview(kit: Kit): Page {
  return plainPage(kit, {
    path: 'demo.html',
    lang: 'nl',
    title: 'Alles in deze demo',
    description: 'Samenwerkingen, elk onderdeel apart, en een pagina met eigen code.',
    embeds: true,
    body: html`<div class="flow opening">
<h1>Alles in deze demo</h1>
<p class="lead">Alles wat u hier invult, blijft in deze browser. Alleen op de pagina “met iedereen tegelijk” gaat het naar de server van deze demo.</p>
</div>
<section class="flow" aria-labelledby="samenwerkingen">
<h2 id="samenwerkingen">Samenwerkingen</h2>
<ul>
<li><a href="/">Samen Ververij</a>: een bedachte stadswijk, van de eerste vraag tot een beter plan</li>
<li><a href="/samen.html">Samen Ververij, met iedereen tegelijk</a>: dezelfde wijk, op meer apparaten samen</li>
<li><a href="/bowling-green/" hreflang="en" lang="en">Bowling Green 2050</a>: echte antwoorden van inwoners, uit een bestand (Engels)</li>
</ul>
</section>
<section class="flow" aria-labelledby="onderdelen">
<h2 id="onderdelen">Elk onderdeel apart</h2>
<p>Alle toestanden van een onderdeel, in twee talen, licht en donker, smal, in een formulier en in de huisstijl van een gemeente. Deze pagina’s zijn in het Engels.</p>
<ul>
${WIDGETS.map(({tag, does}) => html`<li><a href="/widgets/${tag}.html" hreflang="en"><code>${tag}</code></a>: ${does.nl}</li>\n`)}</ul>
</section>
<section class="flow" aria-labelledby="eigen">
<h2 id="eigen">Met eigen code</h2>
<ul>
<li><a href="/docs/" hreflang="en">De documentatie</a>, met levende voorbeelden (Engels)</li>
<li><a href="/standalone.html">Een onderdeel zonder samenwerking eromheen</a>: de pagina houdt zelf alles bij</li>
</ul>
</section>`,
  });
}
