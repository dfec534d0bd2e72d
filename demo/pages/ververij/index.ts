import {html, type Html} from '../../html.js';
import type {Kit, Page} from '../../page.js';
import {place, question} from '../../sites/ververij/place.js';
import {fallback, ververijPage} from './layout.js';

/** The place, the question that starts everything, and what happens with the answers. */
export function index(kit: Kit): Page {
  return ververijPage(kit, {
    path: 'index.html',
    title: `${place.alliance}: bedenk mee wat de Ververij wordt`,
    description: 'Zes partners en de buurt bedenken samen wat de Ververij in Elzendrecht wordt.',
    hero: html`<div class="panorama">${kit.drawing('ververij')}</div>`,
    body: html`${opening()}
${ask()}
${versions()}
${steps()}
${partners()}`,
  });
}

function opening(): Html {
  return html`<div class="flow opening">
<h1>${place.alliance}</h1>
<p class="lead">Tussen het station en het kanaal ligt de Ververij: twaalf hallen, één schoorsteen en heel veel steen. De fabriek is dicht. Zes partners en de buurt bedenken samen wat het wordt.</p>
<p class="lead">Eerst vragen we wat u belangrijk vindt. Pas daarna komen de plannen.</p>
</div>`;
}

function ask(): Html {
  return html`<section class="flow asking" aria-labelledby="vraag">
<h2 id="vraag" class="kicker">De vraag</h2>
<samen-quote-capture heading-level="3">
<p class="lead">${question.versions[question.asked].text}</p>
${fallback('Hier kunt u antwoorden.')}
</samen-quote-capture>
</section>`;
}

function versions(): Html {
  return html`<section class="flow" aria-labelledby="versies">
<h2 id="versies">Drie keer gevraagd</h2>
<p>Een goede vraag vind je niet alleen. Twee keer zei de buurt wat er niet klopte. Toen was de vraag goed.</p>
<ol class="versions" role="list">
${question.versions.map(
  version => html`<li>
<p class="asked">${version.text}</p>
${
  'reaction' in version
    ? html`<p class="reaction"><span class="quiet">Reactie:</span> <q>${version.reaction}</q></p>`
    : html`<p class="reaction quiet">Deze vraag stellen we nu. ${question.prompts.join(' ')}</p>`
}
</li>\n`,
)}</ol>
</section>`;
}

function steps(): Html {
  return html`<section class="flow" aria-labelledby="stappen">
<h2 id="stappen">Van uw woorden naar een beter plan</h2>
<ol class="steps">
<li><h3>Wij vragen</h3>
<p>Eén open vraag, voor iedereen. Wat u zegt, schrijven wij letterlijk op. <a href="#vraag">Geef uw antwoord</a></p></li>
<li><h3>Wij lezen alles</h3>
<p>In 24 antwoorden streepten wij aan wat mensen belangrijk vinden. Niets is weggelaten. <a href="/ververij/gezegd.html">Lees wat mensen zeiden</a></p></li>
<li><h3>Wij kiezen wat telt</h3>
<p>Daaruit kwamen vijf kernwaarden: wat wij samen het belangrijkst vinden. <a href="/ververij/kernwaarden.html">Bekijk de kernwaarden</a></p></li>
<li><h3>Wij leggen elk plan ernaast</h3>
<p>Een plan moet op alle vijf voldoende zijn. Een hoog cijfer maakt een laag cijfer niet goed. <a href="/ververij/plannen.html">Geef cijfers aan een plan</a></p></li>
</ol>
</section>`;
}

function partners(): Html {
  return html`<section class="flow" aria-labelledby="partners">
<h2 id="partners">Zes partners maken samen een zevende: Samen Ververij</h2>
<p>Ons doel: <strong>${place.purpose}</strong></p>
<ul class="partners" role="list">
${place.partners.map(partner => html`<li>${partner}</li>\n`)}<li class="seventh">${place.alliance}</li>
</ul>
</section>`;
}
