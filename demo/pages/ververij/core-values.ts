import type {Facet} from '@samenwaarde/core/schema';
import {html, type Html} from '../../html.js';
import type {Kit, Page} from '../../page.js';
import {valuesIn, voteRound} from '../../sites/ververij/alliance.js';
import {coreValues, type CoreValueText} from '../../sites/ververij/core-values.js';
import {place, recognised} from '../../sites/ververij/place.js';
import {sayings} from '../../sites/ververij/sayings.js';
import {markedText} from '../../sites/ververij/marked-text.js';
import {facilitator, reveal} from './facilitator.js';
import {fallback, ververijPage} from './layout.js';

const SIDES: readonly (readonly [Facet, string])[] = [
  ['emotion', 'Hoe voelt het?'],
  ['function', 'Wat doet het?'],
  ['aspiration', 'Waar willen we heen?'],
];

const DRAWINGS: Readonly<Record<CoreValueText['key'], string>> = {
  gastvrij: 'tafel',
  ademruimte: 'kastanje',
  geworteld: 'handen',
  vertrouwd: 'raam',
  eerlijk: 'deuren',
};

/** What the alliance finds most important, where that comes from, and whether people recognise it. */
export function coreValuesPage(kit: Kit): Page {
  return ververijPage(kit, {
    path: 'ververij/kernwaarden.html',
    title: 'Dit vinden wij belangrijk',
    description: 'De vijf kernwaarden van Samen Ververij, en de woorden waar ze uit komen.',
    scripts: ['facilitator'],
    body: html`<div class="flow opening">
<h1>Dit vinden wij belangrijk</h1>
<p class="lead">Een kernwaarde is wat wij samen het belangrijkst vinden. Dit zijn er vijf. Elk plan voor de Ververij leggen wij naast alle vijf.</p>
<p>Niets hiervan is door ons bedacht. Onder elke kernwaarde staat waar ze vandaan komt: uit woorden van mensen.</p>
</div>
${coreValues.map(value => coreValue(value, kit))}
${recognition()}
${standing()}
${vote()}
${facilitator([reveal('Uitslag van de vraag hierboven laten zien', voteRound)])}`,
  });
}

function coreValue(value: CoreValueText, {drawing}: Kit): Html {
  const {key, name, sides, levels, alsoProposed} = value;
  return html`<section class="core-value flow" id="${key}" aria-labelledby="${key}-naam">
<div class="portrait wide">
<figure class="drawing" role="img" aria-label="${value.drawing}">${drawing(DRAWINGS[key])}</figure>
<div>
<h2 id="${key}-naam">${name}</h2>
<dl class="sides">
${SIDES.map(([side, title]) => html`<div><dt>${title}</dt><dd>${sides[side].text}</dd></div>\n`)}</dl>
</div>
</div>
<h3 id="${key}-cijfers">Wat is een 4, een 6 en een 8?</h3>
<ul class="levels wide" role="list" aria-labelledby="${key}-cijfers">
${([4, 6, 8] as const).map(
  mark =>
    html`<li><span class="mark"><span class="out-of-sight">Een </span>${mark}<span class="out-of-sight">:</span></span> ${levels[mark]}</li>\n`,
)}</ul>
<h3>Waar komt dit vandaan?</h3>
<ul class="sources" role="list">
${valuesIn(key).map(source)}</ul>
<p class="quiet">Ook voorgesteld als naam: ${alsoProposed.join(', ')}.</p>
</section>
`;
}

/** A value with the words behind it: the thread back. */
function source(value: string): Html {
  const said = sayings.flatMap(({said}, place) => {
    const text = markedText(said);
    return text.marks.some(({name}) => name === value) ? [{number: place + 1, text: text.text}] : [];
  });
  return html`<li>${value} ${said.map(
    ({number, text}) =>
      html`<a href="/ververij/gezegd.html#citaat-${number}" aria-label="Lees wat iemand zei: ${text}">lees wat iemand zei</a>`,
  )}</li>\n`;
}

function recognition(): Html {
  const {fits, partly, not, objection, answer} = recognised;
  return html`<section class="flow" id="klopt-dit" aria-labelledby="klopt">
<h2 id="klopt">Klopt dit?</h2>
<p>Dat vroegen wij aan iedereen die iets had gezegd. Er kwamen ${fits + partly + not} antwoorden.</p>
<dl class="counts">
<div><dt>klopt</dt><dd>${fits}</dd></div>
<div><dt>klopt deels</dt><dd>${partly}</dd></div>
<div><dt>klopt niet</dt><dd>${not}</dd></div>
</dl>
<blockquote class="said"><p>${objection}</p></blockquote>
<p><strong>Ons antwoord:</strong> ${answer}</p>
<p class="quiet">Dit is geen officieel bezwaar.</p>
</section>`;
}

function standing(): Html {
  return html`<section class="flow" aria-labelledby="partners">
<h2 id="partners">Wij staan hierachter</h2>
<p>Alle zes partners zeggen dat hardop. Het profiel is afgesproken op 24 september 2026.</p>
<ul class="standing" role="list">
${place.partners.map(
  partner =>
    html`<li><strong>${partner}</strong> Wij staan hierachter${partner.startsWith('eigenaar') && html`, <q>${recognised.condition}</q>`}.</li>\n`,
)}</ul>
</section>`;
}

function vote(): Html {
  return html`<section class="flow asking" aria-labelledby="doe-mee">
<h2 id="doe-mee">Herkent u dit?</h2>
<p>Dit is dezelfde vraag die de buurt kreeg. Probeer het zelf.</p>
<samen-rubric-vote heading-level="3" round="${voteRound}">${fallback('Hier kunt u zeggen of u de kernwaarden herkent.')}</samen-rubric-vote>
</section>`;
}
