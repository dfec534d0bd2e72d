import {html} from '../../html.js';
import type {Kit, Page} from '../../page.js';
import {fallback, ververijPage} from './layout.js';

/** For whoever writes down what others say, at a market stall or a kitchen table. */
export function scribe(kit: Kit): Page {
  return ververijPage(kit, {
    path: 'ververij/meeschrijven.html',
    title: 'Meeschrijven',
    description: 'Opschrijven wat anderen zeggen, en antwoorden uit een bestand erbij halen.',
    body: html`<div class="flow opening">
<h1>Meeschrijven</h1>
<p class="lead">Schrijf op wat iemand anders zegt. Letterlijk, zonder er iets aan toe te voegen. Lees het voor, en bewaar het dan.</p>
</div>
<section class="flow asking" aria-labelledby="opschrijven">
<h2 id="opschrijven">Opschrijven</h2>
<samen-quote-capture heading-level="3" mode="scribe">${fallback('Hier kunt u opschrijven wat mensen zeggen.')}</samen-quote-capture>
</section>
<section class="flow asking" aria-labelledby="bestand">
<h2 id="bestand">Uit een bestand</h2>
<p>Hebt u antwoorden in een spreadsheet? Sla die op als CSV. U ziet eerst wat erin staat, en u kunt het terugdraaien.</p>
<samen-quote-capture heading-level="3" mode="import">${fallback('Hier kunt u een bestand met antwoorden openen.')}</samen-quote-capture>
</section>`,
  });
}
