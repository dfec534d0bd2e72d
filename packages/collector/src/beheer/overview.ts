import {html} from 'hono/html';
import {belonging, cardsOf, kindOf, type Cards} from './cards.js';
import type {Html, Page} from './layout.js';
import type {Site, Visit} from './site.js';

interface Counts {
  readonly counts: Readonly<Record<string, number>>;
}

/** One alliance at a glance: what came in, what waits, and how to show it to people. */
export function overview(site: Site): void {
  site.page('/alliances/:alliance', show);
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {counts} = await visit.api.get<Counts>(`/v1/alliances/${cards.slug}/counts`);
  const body = html`${cameIn(cards, counts)} ${embedding(visit, cards)}`;
  return {title: cards.alliance.name, alliance: belonging(cards), body};
}

/** How many answers there are: while something is open, that and nothing more. */
function cameIn(cards: Cards, counts: Counts['counts']): Html {
  const asked = [
    ...kindOf(cards, 'question').map(card => ({card, name: card.versions[card.asked]?.text ?? ''})),
    ...kindOf(cards, 'vote-round').map(card => ({card, name: 'Rubrieken kiezen'})),
    ...kindOf(cards, 'round').map(card => ({card, name: roundName(cards, card.planVersion)})),
  ];
  if (asked.length === 0)
    return html`<p>Er is nog niets gevraagd. Begin met een <a href="${cards.slug}/questions">vraag</a>.</p>`;
  return html`<h2>Wat er binnenkwam</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Waarop</th>
          <th scope="col">Nu</th>
          <th scope="col" class="number">Aantal</th>
        </tr>
      </thead>
      <tbody>
        ${asked.map(
          ({card, name}) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${card.status === 'open' ? 'open' : 'gesloten'}</td>
              <td class="number">${counts[card.id] ?? 0}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** The name of the plan with its version: `Het Verfplein, versie 1`. */
export function roundName(cards: Cards, planVersion: string): string {
  const version = kindOf(cards, 'plan-version').find(({id}) => id === planVersion);
  const plan = kindOf(cards, 'plan').find(({id}) => id === version?.plan);
  return `${plan?.name ?? ''}, versie ${version?.number ?? ''}`;
}

/** What to paste into a website: the lines of the page for web managers in the docs. */
function embedding({parts}: Visit, {slug}: Cards): Html {
  const home = `${parts.publicOrigin}${parts.basePath}`;
  const source = `${home}/v1/alliances/${slug}`;
  if (parts.integrity === undefined)
    return html`<h2>Op uw website</h2>
      <p>Het script van de onderdelen staat hier nog niet. Vraag wie deze ontvanger beheert om de instelling SCRIPT.</p>`;
  return html`<h2>Op uw website</h2>
    <p>Zet eerst het adres van uw website bij de <a href="${slug}/settings">instellingen</a>. Plak daarna dit:</p>
    <pre
      tabindex="0"
    ><code>${`<script type="module" src="${home}/script/samenwaarde.js" integrity="${parts.integrity}" crossorigin></script>
<samen-alliance src="${source}">
  <samen-quote-capture>
    <p>Ziet u hier niets? <a href="${source}/form">Antwoord zonder JavaScript</a>.</p>
  </samen-quote-capture>
</samen-alliance>`}</code></pre>
    <p>Haalt uw website scripts weg? Gebruik dan een venster:</p>
    <pre
      tabindex="0"
    ><code>${`<iframe src="${source}/embed/quote-capture" title="Uw antwoord" width="100%" height="900"></iframe>`}</code></pre>`;
}
