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

/** What to paste into a website. */
function embedding(visit: Visit, {slug}: Cards): Html {
  const source = `${visit.parts.publicOrigin}${visit.parts.basePath}/v1/alliances/${slug}`;
  const tags = `<samen-alliance src="${source}">
  <samen-quote-capture></samen-quote-capture>
</samen-alliance>`;
  return html`<h2>Op uw website</h2>
    <p>
      Zet eerst het adres van uw website bij de <a href="${slug}/settings">instellingen</a>. Plak daarna dit op de
      pagina, onder de regel met het script:
    </p>
    <pre tabindex="0"><code>${tags}</code></pre>
    <p>Haalt uw website scripts weg? Gebruik dan een venster:</p>
    <pre
      tabindex="0"
    ><code>${`<iframe src="${source}/embed/quote-capture" title="Uw antwoord"></iframe>`}</code></pre>`;
}
