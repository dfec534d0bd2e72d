import {html} from 'hono/html';
import {belonging, cardsOf, kindOf, linkTo, type Cards} from './cards.js';
import {embedding} from './embedding.js';
import {counted, KINDS, type Counts} from './given.js';
import {queryOf} from './cursor.js';
import type {Html, Page, Part} from './layout.js';
import type {Site, Visit} from './site.js';

/** One alliance at a glance: what came in, what waits, and how to show it to people. */
export function overview(site: Site): void {
  site.page('/alliances/:alliance', show);
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {counts, waiting} = await counted(visit);
  const body = html`${toRead(visit, cards, waiting)} ${cameIn(visit, cards, counts)} ${embedding(visit, cards)}`;
  return {title: cards.alliance.name, alliance: belonging(cards), body};
}

/** What waits for somebody to read it. */
function toRead(visit: Visit, cards: Cards, waiting: Counts['waiting']): Part {
  const kinds = KINDS.filter(([kind]) => waiting[kind] > 0);
  if (kinds.length === 0) return '';
  return html`<h2>Nog te lezen</h2>
    <ul class="choices">
      ${kinds.map(([kind, words]) => html`<li><a href="${linkTo(visit, cards, `/queue${queryOf({kind})}`)}">${words} (${waiting[kind]})</a></li>`)}
    </ul>`;
}

/** How many answers there are: while something is open, that and nothing more. */
function cameIn(visit: Visit, cards: Cards, counts: Counts['counts']): Html {
  const asked = [
    ...kindOf(cards, 'question').map(card => ({card, name: card.versions[card.asked]?.text ?? '', at: '/questions'})),
    ...kindOf(cards, 'vote-round').map(card => ({card, name: 'Vragen over de rubrieken', at: '/values'})),
    ...kindOf(cards, 'round').map(card => ({card, name: roundName(cards, card.planVersion), at: '/plans'})),
  ];
  if (asked.length === 0)
    return html`<p>Er is nog niets gevraagd. Begin met een <a href="${linkTo(visit, cards, '/questions')}">vraag</a>.</p>`;
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
          ({card, name, at}) =>
            html`<tr>
              <th scope="row"><a href="${linkTo(visit, cards, at)}">${name}</a></th>
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
