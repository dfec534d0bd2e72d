import {html} from '../html.js';
import type {Kit, Page} from '../page.js';
import {place} from '../sites/ververij/place.js';
import {roundOf, voteRound} from '../sites/ververij/alliance.js';
import {plainPage} from './site.js';

/** Samen Ververij on the collector that stands behind the demo: everybody who opens the page takes part in one alliance. */
export function together(kit: Kit): Page {
  return plainPage(kit, {
    path: 'samen.html',
    lang: 'nl',
    title: `${place.alliance}, met iedereen tegelijk`,
    description: 'Dezelfde samenwerking, met een server die alles bij elkaar brengt.',
    embeds: true,
    body: html`<div class="flow opening">
<h1>${place.alliance}, met iedereen tegelijk</h1>
<p class="lead">Op deze pagina gaat uw antwoord naar de server van deze demo. Iedereen die de pagina opent, doet mee aan dezelfde samenwerking. Open haar op twee apparaten om het te zien.</p>
<p>Wie begeleidt, leest en opent en sluit op <a href="/beheer">de pagina’s voor begeleiders</a>. De naam en de wachtzin staan in het venster waarin u de demo startte.</p>
</div>
<samen-alliance src="/v1/alliances/ververij">
<section class="flow asking" aria-labelledby="vraag">
<h2 id="vraag" class="out-of-sight">Wat vindt u belangrijk?</h2>
<samen-quote-capture heading-level="3"><p>Ziet u hier niets? <a href="/v1/alliances/ververij/form">Antwoord zonder JavaScript</a>.</p></samen-quote-capture>
</section>
<section class="flow asking" aria-labelledby="klopt">
<h2 id="klopt" class="out-of-sight">Klopt dit?</h2>
<samen-rubric-vote heading-level="3" round="${voteRound}"><p>Ziet u hier niets? <a href="/v1/alliances/ververij/rounds/${voteRound}/form">Zeg het zonder JavaScript</a>.</p></samen-rubric-vote>
</section>
<section class="flow asking" aria-labelledby="cijfers">
<h2 id="cijfers" class="out-of-sight">Cijfers geven</h2>
<samen-plan-ballot heading-level="3" round="${roundOf('verfplein', 1)}"><p>Ziet u hier niets? <a href="/v1/alliances/ververij/form">Geef cijfers zonder JavaScript</a>.</p></samen-plan-ballot>
</section>
<section class="flow" aria-labelledby="uitslag">
<h2 id="uitslag">De uitslag</h2>
<samen-scorecard heading-level="3" round="${roundOf('verfplein', 1)}"></samen-scorecard>
</section>
</samen-alliance>`,
  });
}
