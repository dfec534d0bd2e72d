import {html, type Html} from '../../html.js';
import type {Kit, Page} from '../../page.js';
import {coreValues, type CoreValueKey} from '../../sites/ververij/core-values.js';
import {sayings, sources, type Saying} from '../../sites/ververij/sayings.js';
import {markedText, type MarkedText} from '../../sites/ververij/marked-text.js';
import {ververijPage} from './layout.js';

/** Every answer, what was highlighted in it, and what became of that. */
export function said(kit: Kit): Page {
  return ververijPage(kit, {
    path: 'ververij/gezegd.html',
    title: 'Wat mensen zeiden',
    description: 'Alle 24 antwoorden, letterlijk, met wat eruit voortkwam.',
    body: html`<div class="flow opening">
<h1>Wat mensen zeiden</h1>
<p class="lead">Hier staan alle ${sayings.length} antwoorden, zo letterlijk als het kan. Aangestreept is wat iemand belangrijk vindt: een waarde. Daarnaast leest u wat ervan werd.</p>
<p>Ze komen van ${sources.participant} mensen die meededen, ${sources.interviewee} mensen in een langer gesprek en ${sources.expert} deskundige. Dat tellen wij apart. Bij een antwoord staat nooit wie het gaf.</p>
</div>
<section aria-labelledby="antwoorden">
<h2 id="antwoorden" class="out-of-sight">De antwoorden</h2>
<ol class="sayings" role="list">
${sayings.map((saying, place) => entry(saying, place + 1))}</ol>
</section>
<section class="flow" aria-labelledby="verder">
<h2 id="verder">Nog meer horen?</h2>
<p>Staat iets er niet bij? <a href="/#vraag">Geef zelf een antwoord</a>. Of schrijf op wat anderen zeggen, op de markt of aan de keukentafel: <a href="/ververij/meeschrijven.html">meeschrijven</a>.</p>
</section>`,
  });
}

function entry(saying: Saying, number: number): Html {
  const text = markedText(saying.said);
  return html`<li id="citaat-${number}">
<blockquote><p>${highlighted(text)}</p></blockquote>
<div class="thread">
<p>${text.marks.length > 0 && became(text)} Nu in ${within(saying.within)}.</p>
${saying.changed !== undefined && html`<p class="changed"><a href="/ververij/plannen.html#voorstel-${saying.changed}">Dit veranderde een plan</a></p>`}
${saying.said.includes('telefoonnummer') && html`<p>In dit antwoord stond een telefoonnummer. Dat is eruit gehaald.</p>`}
</div>
</li>
`;
}

/** The other names of the values; where words and name are the same, the underline says it all. */
function became({marks}: MarkedText): Html | false {
  const renamed = marks.filter(({name, exact}) => name !== exact);
  return renamed.length > 0 && html`Op de lijst als <em>${renamed.map(({name}) => name).join(' en ')}</em>.`;
}

function within(keys: readonly CoreValueKey[]): Html[] {
  return keys.map((key, place) => {
    const name = coreValues.find(value => value.key === key)?.name;
    return html`${place > 0 && ' en '}<a href="/ververij/kernwaarden.html#${key}">${name}</a>`;
  });
}

/** The words, with a mark at each highlight. Positions count code points. */
function highlighted({text, marks}: MarkedText): Html[] {
  const points = Array.from(text);
  const cut = (from: number, to?: number): string => points.slice(from, to).join('');
  const pieces = marks.map(
    ({start, end}, place) => html`${cut(marks[place - 1]?.end ?? 0, start)}<mark>${cut(start, end)}</mark>`,
  );
  return [...pieces, html`${cut(marks.at(-1)?.end ?? 0)}`];
}
