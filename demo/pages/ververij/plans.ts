import {html, type Html} from '../../html.js';
import type {Kit, Page} from '../../page.js';
import {roundOf} from '../../sites/ververij/alliance.js';
import {coreValues} from '../../sites/ververij/core-values.js';
import {proposals, verfplein, wonen, type ProposalText, type TestedVersion} from '../../sites/ververij/plans.js';
import {sayings} from '../../sites/ververij/sayings.js';
import {markedText} from '../../sites/ververij/marked-text.js';
import {facilitator, reveal} from './facilitator.js';
import {fallback, ververijPage} from './layout.js';

const [first, second] = wonen.versions as readonly [TestedVersion, TestedVersion];
const [square] = verfplein.versions as readonly [TestedVersion];

/** One plan that failed on one core value and got better, and one that the visitor marks. */
export function plans(kit: Kit): Page {
  return ververijPage(kit, {
    path: 'ververij/plannen.html',
    title: 'Plannen',
    description: 'Twee plannen voor de Ververij, naast alle vijf kernwaarden gelegd.',
    scripts: ['facilitator'],
    body: html`<div class="flow opening">
<h1>Twee plannen, vijf kernwaarden</h1>
<p class="lead">Een plan is pas goed genoeg als het op elke kernwaarde voldoende is. Een hoog cijfer maakt een laag cijfer niet goed.</p>
<nav aria-label="Op deze pagina">
<ul>
<li><a href="#wonen">Wonen aan het kanaal</a>: eerst niet goed genoeg, toen beter</li>
<li><a href="#verfplein">Het Verfplein</a>: geef zelf cijfers</li>
</ul>
</nav>
</div>
<article class="plan" id="wonen" aria-labelledby="wonen-naam">
<div class="flow">
<p class="kicker">Project</p>
<h2 id="wonen-naam">${wonen.name}</h2>
</div>
${failed()}
${improved()}
</article>
<article class="plan" id="verfplein" aria-labelledby="verfplein-naam">
${marking()}
</article>
${facilitator([reveal('Uitslag van Het Verfplein laten zien', roundOf('verfplein', 1))])}`,
  });
}

function planText({text}: TestedVersion): Html {
  return html`<blockquote class="plan-text"><p>${text}</p></blockquote>`;
}

function failed(): Html {
  return html`<section class="flow" aria-labelledby="wonen-1">
<h3 id="wonen-1">Het eerste plan</h3>
${planText(first)}
<p>${first.ballots} mensen gaven cijfers. Gemiddeld kwam het plan op een 7,2. En toch is het nog niet goed genoeg.</p>
<samen-scorecard class="wide" heading-level="4" round="${roundOf('wonen', 1)}">
<p class="lead">4 van de 5 kernwaarden zijn voldoende. Gastvrij krijgt een 4,8. Nodig is een 5,5.</p>
${reasons(first)}
</samen-scorecard>
</section>
<section class="flow" aria-labelledby="voorstellen">
<h3 id="voorstellen">Wat moet er anders voor Gastvrij?</h3>
<p>Mensen deden vier voorstellen. Op elk voorstel kwam een antwoord.</p>
<ol class="proposals" role="list">
${proposals.map(proposal)}</ol>
<p class="quiet">Dit is geen officieel bezwaar.</p>
</section>`;
}

function proposal({number, text, support, outcome, answer}: ProposalText): Html {
  const behind = sayings.flatMap(({changed, said}, place) => (changed === number ? [{said, place: place + 1}] : []));
  return html`<li id="voorstel-${number}">
<p class="proposed">${text}</p>
<p class="quiet">${support} mensen steunden dit.</p>
<p><strong>${outcome}.</strong> ${answer}</p>
${
  behind.length > 0 &&
  html`<p class="quiet">Dit begon met: ${behind.map(
    ({said, place}, index) =>
      html`${index > 0 && ' '}<a href="/ververij/gezegd.html#citaat-${place}">“${markedText(said).text}”</a>`,
  )}</p>`
}
</li>
`;
}

function improved(): Html {
  return html`<section class="flow" aria-labelledby="wonen-2">
<h3 id="wonen-2">Het tweede plan</h3>
${planText(second)}
<p>Opnieuw gaven mensen cijfers, nu ${second.ballots}. Weer op alle vijf kernwaarden, want wat beter wordt kan iets anders slechter maken.</p>
<samen-scorecard class="wide" heading-level="4" round="${roundOf('wonen', 2)}">
<p class="lead">Alle 5 kernwaarden zijn voldoende. Gastvrij ging van 4,8 naar 6,9. Vertrouwd zakte van 7,6 naar 6,1 en de meningen zijn verdeeld: 8 van de 22 geven een onvoldoende.</p>
${reasons(second)}
</samen-scorecard>
<p>Het plan is voldoende op alle vijf. Over de avond praten we verder, want daar zijn de meningen verdeeld.</p>
</section>`;
}

function reasons({reasons}: TestedVersion): Html {
  return html`<ul>
${reasons.map(({text}) => html`<li>${text}</li>\n`)}</ul>`;
}

function marking(): Html {
  const names = coreValues.map(({name}) => name).join(', ');
  return html`<section class="flow asking" aria-labelledby="verfplein-naam">
<p class="kicker">Ontwerp</p>
<h2 id="verfplein-naam">Geef zelf cijfers</h2>
<p>${square.ballots} mensen gingen u voor. De uitslag blijft dicht tot iedereen klaar is. Zo kiest u zelf.</p>
<samen-plan-ballot class="wide" heading-level="3" round="${roundOf('verfplein', 1)}">
${planText(square)}
${fallback(`Hier kunt u cijfers geven voor ${names}.`)}
</samen-plan-ballot>
</section>
<section class="flow" aria-labelledby="verfplein-uitslag">
<h3 id="verfplein-uitslag">De uitslag van ${verfplein.name}</h3>
<samen-scorecard class="wide" heading-level="4" round="${roundOf('verfplein', 1)}">${fallback('De uitslag komt als de ronde gesloten is.')}</samen-scorecard>
</section>`;
}
