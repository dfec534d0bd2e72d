import {html} from '../../html.js';
import type {Kit, Page} from '../../page.js';
import {place} from '../../sites/ververij/place.js';
import {ververijPage} from './layout.js';

/** Who answers for the data, what is kept where and how long. */
export function privacy(kit: Kit): Page {
  return ververijPage(kit, {
    path: 'ververij/privacy.html',
    title: 'Privacy',
    description: 'Wat Samen Ververij bewaart, waar en hoe lang.',
    scripts: ['stored'],
    body: html`<div class="flow opening">
<h1>Privacy</h1>
<p class="lead">Wij vragen niet wie u bent. In dit voorbeeld blijft alles wat u invult op dit apparaat.</p>
</div>
<section class="flow" aria-labelledby="wie">
<h2 id="wie">Wie is verantwoordelijk?</h2>
<p>${place.organisation}, voor de samenwerking ${place.alliance}. Vragen? ${place.contact}</p>
</section>
<section class="flow" aria-labelledby="apparaat">
<h2 id="apparaat">Wat staat er op dit apparaat?</h2>
<p>Pas als u iets invult, bewaart uw browser iets. Er zijn geen cookies. Niets gaat naar een ander bedrijf.</p>
<div data-stored><p class="quiet">Deze lijst verschijnt als JavaScript aanstaat.</p></div>
<p>Wilt u alles wissen? Dat kan onderaan de pagina met de <a href="/ververij/plannen.html#begeleider">plannen</a>.</p>
</section>
<section class="flow" aria-labelledby="lang">
<h2 id="lang">Hoe lang?</h2>
<p>Op dit apparaat: tot u het wist. Een iPhone of iPad wist het zelf als u deze site 7 dagen niet opent. In het echt zou de gemeente de woorden bewaren tot en met 31 december 2027, en de rest tot en met 31 december 2031.</p>
</section>
<section class="flow" aria-labelledby="echt">
<h2 id="echt">En als het echt is?</h2>
<p>Dan staat dit boven het invulveld:</p>
<blockquote class="plan-text"><p>Wij vragen niet wie u bent. Een begeleider leest uw antwoord eerst. Daarna staat het zonder naam op deze website. Alle partners kunnen het lezen. Schrijf geen namen, adressen of telefoonnummers op. Met uw bewijs kunt u uw antwoord later weghalen.</p></blockquote>
<p>Zonder naam is niet hetzelfde als onherkenbaar. Uw eigen woorden kunnen laten zien wie u bent.</p>
</section>`,
  });
}
