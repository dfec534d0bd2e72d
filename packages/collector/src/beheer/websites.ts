import {html} from 'hono/html';
import {belonging, cardsOf, pathTo} from './cards.js';
import {button, form, type Field} from './fields.js';
import type {Html, Page, Part} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {lines, text} from './typed.js';

/** Websites of others, by their origin. */
export interface Websites {
  /** Those that may show the alliance. */
  readonly allowed: readonly string[];
  /** Those that tried and are not among them, and how often. */
  readonly refused: readonly {readonly origin: string; readonly n: number}[];
}

/** Which websites may show an alliance. */
export function websites(site: Site): void {
  site.page('/alliances/:alliance/settings/origins', show);
  site.action('/alliances/:alliance/settings/origins', {show, act: allow});
  site.action('/alliances/:alliance/settings/origins/more', {show, act: allowMore});
}

/** The websites of the alliance in the path. @throws Refused */
export async function websitesOf(visit: Visit): Promise<Websites> {
  const {api} = visit;
  const path = `/v1/alliances/${visit.parameter('alliance')}`;
  const {origins} = await api.get<{origins: Websites['allowed']}>(`${path}/settings`);
  const {items} = await api.get<{items: Websites['refused']}>(`${path}/refused-origins`);
  return {allowed: origins, refused: items};
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {allowed, refused} = await websitesOf(visit);
  const field: Field = {
    name: 'origins',
    label: 'Websites die deze alliantie mogen tonen',
    type: 'long',
    rows: 3,
    hint: 'Eén op elke regel, met https:// en zonder pad. Zoals https://www.ververij.nl',
    optional: true,
    value: allowed.join('\n'),
  };
  const body = html`${form(visit, {action: pathTo(cards, '/settings/origins'), button: 'Opslaan', fields: [field]})}
  ${tried(visit, cards.slug, refused)}`;
  return {title: 'Op welke websites?', alliance: belonging(cards), body};
}

function tried(visit: Visit, slug: string, refused: Websites['refused']): Part {
  if (refused.length === 0) return '';
  return html`<h2>Niet op de lijst</h2>
    <p>Deze websites probeerden het:</p>
    <ul class="plain">
      ${refused.map(({origin, n}) => html`<li>${origin} (op ${n} ${n === 1 ? 'plek' : 'plekken'})${letIn(visit, slug, origin)}</li>`)}
    </ul>`;
}

/** What is not known by an address cannot be let in. */
function letIn(visit: Visit, slug: string, origin: string): Html | '' {
  if (!URL.canParse(origin)) return '';
  const action = pathTo({slug}, '/settings/origins/more');
  return html` ${button(visit, {action, button: `${new URL(origin).host} toelaten`, hidden: {origin}})}`;
}

async function allow(visit: Visit): Promise<Done> {
  return put(visit, lines(visit, 'origins'), 'Opgeslagen.');
}

async function allowMore(visit: Visit): Promise<Done> {
  const {allowed} = await websitesOf(visit);
  return put(visit, [...allowed, text(visit, 'origin')], 'Deze website mag de alliantie tonen.');
}

async function put(visit: Visit, origins: readonly string[], said: string): Promise<Done> {
  const slug = visit.parameter('alliance');
  await visit.api.send('PUT', `/v1/alliances/${slug}/settings`, {origins});
  return {to: pathTo({slug}, '/settings/origins'), said};
}
