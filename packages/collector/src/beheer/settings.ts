import {html} from 'hono/html';
import {typedAbout} from './about-alliance.js';
import {refusedAt} from './api.js';
import {belonging, cardsOf, change, linkTo, pathTo, type Cards} from './cards.js';
import {button, foldedForm, form, given, lines, text, type Field} from './fields.js';
import type {Html, Page, Part} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {fileIn} from './start.js';

interface Origins {
  readonly origins: readonly string[];
}

interface RefusedOrigins {
  readonly items: readonly {readonly origin: string; readonly n: number}[];
}

/** Who is responsible, which sites may show it, its files, and its end. */
export function settings(site: Site): void {
  site.page('/alliances/:alliance/settings', show);
  site.action('/alliances/:alliance/settings', {show, act: describe});
  site.action('/alliances/:alliance/settings/origins', {show, act: allow});
  site.action('/alliances/:alliance/settings/origins/more', {show, act: allowMore});
  site.upload('/alliances/:alliance/settings/import', {show, act: putBack});
  site.action('/alliances/:alliance/settings/end', {show, act: end});
  site.page('/alliances/:alliance/backup', visit => download(visit, 'backup'));
  site.page('/alliances/:alliance/publication', visit => download(visit, 'publication'));
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {slug} = cards;
  const {origins} = await visit.api.get<Origins>(`/v1/alliances/${slug}/settings`);
  const refused = await visit.api.get<RefusedOrigins>(`/v1/alliances/${slug}/refused-origins`);
  const body = html`${sites(visit, slug, {origins, refused: refused.items})} ${described(visit, cards)}
    ${files(visit, slug)}
    <h2>Mensen en verslag</h2>
    <ul>
      <li><a href="${linkTo(visit, cards, '/people')}">Wie mag beheren?</a></li>
      <li><a href="${linkTo(visit, cards, '/audit')}">Wat begeleiders deden</a></li>
    </ul>
    ${ending(visit, slug)}`;
  return {title: 'Instellingen', alliance: belonging(cards), body};
}

function sites(visit: Visit, slug: string, seen: Origins & {readonly refused: RefusedOrigins['items']}): Html {
  const field: Field = {
    name: 'origins',
    label: 'Websites die deze alliantie mogen tonen',
    type: 'long',
    rows: 3,
    hint: 'Eén op elke regel, met https:// en zonder pad. Zoals https://www.ververij.nl',
    optional: true,
    value: seen.origins.join('\n'),
  };
  return html`<h2>Op welke websites?</h2>
    ${form(visit, {action: `/beheer/alliances/${slug}/settings/origins`, button: 'Opslaan', fields: [field]})}
    ${
      seen.refused.length === 0
        ? ''
        : html`<p>Deze websites probeerden het, en staan niet op de lijst:</p>
          <ul class="plain">
            ${seen.refused.map(({origin, n}) => html`<li>${origin} (${n} keer)${letIn(visit, slug, origin)}</li>`)}
          </ul>`
    }`;
}

/** What is not known by an address cannot be let in. */
function letIn(visit: Visit, slug: string, origin: string): Part {
  if (!URL.canParse(origin)) return '';
  const action = pathTo({slug}, '/settings/origins/more');
  return html` ${button(visit, {action, button: `${new URL(origin).host} toelaten`, hidden: {origin}})}`;
}

function described(visit: Visit, {slug, alliance}: Cards): Html {
  const {responsible, retention} = alliance;
  const fields: readonly Field[] = [
    {name: 'name', label: 'Naam', type: 'text', value: alliance.name},
    {name: 'purpose', label: 'Doel', type: 'long', rows: 2, optional: true, value: alliance.purpose ?? ''},
    {name: 'partners', label: 'Partners', type: 'long', optional: true, value: alliance.partners.join('\n')},
    {name: 'organisation', label: 'Wie is verantwoordelijk?', type: 'text', value: responsible.organisation},
    {name: 'contact', label: 'Waar kunnen mensen iets vragen?', type: 'text', value: responsible.contact},
    {name: 'privacy', label: 'Adres van de pagina over privacy', type: 'text', value: responsible.privacy},
    {name: 'texts', label: 'Tot wanneer bewaart u wat mensen schrijven?', type: 'date', value: retention.texts},
    {name: 'everything', label: 'Tot wanneer bewaart u al het andere?', type: 'date', value: retention.everything},
  ];
  return html`<h2>Wat mensen over u lezen</h2>
    ${form(visit, {action: `/beheer/alliances/${slug}/settings`, button: 'Opslaan', fields})}`;
}

function files(visit: Visit, slug: string): Html {
  const {basePath} = visit.parts;
  return html`<h2>Bestanden</h2>
    <ul>
      <li><a href="${basePath}/beheer/alliances/${slug}/publication">Publicatie</a>: wat iedereen mag lezen</li>
      <li><a href="${basePath}/beheer/alliances/${slug}/backup">Back-up</a>: alles, behalve stemmen op wat nog open is. Niet om te delen.</li>
    </ul>
    ${form(visit, {
      action: `/beheer/alliances/${slug}/settings/import`,
      button: 'Inlezen',
      fields: [
        {
          name: 'file',
          label: 'Back-up of pakket inlezen',
          type: 'file',
          accept: '.json,application/json',
          hint: 'Een pakket komt van een apparaat dat geen netwerk had. Wat er al is, telt niet dubbel.',
        },
      ],
    })}`;
}

function ending(visit: Visit, slug: string): Html {
  return html`<h2>Weghalen</h2>
    ${foldedForm(visit, {
      summary: 'Wat mensen schreven, of de hele alliantie, weghalen',
      before: html`<p>Dit kan niet terug. Maak eerst een back-up of een publicatie, als u iets wilt bewaren.</p>`,
      action: `/beheer/alliances/${slug}/settings/end`,
      button: 'Voorgoed weghalen',
      fields: [
        {
          name: 'what',
          label: 'Wat gaat weg?',
          type: 'choice',
          options: [
            ['texts', 'Wat mensen schreven; de uitslagen blijven'],
            ['everything', 'De hele alliantie'],
          ],
        },
        {
          name: 'typed',
          label: 'Typ het korte adres van de alliantie over',
          type: 'text',
          hint: slug,
          says: {'wrong-form': 'Er is niets weggehaald. Dit is niet het korte adres van deze alliantie.'},
        },
      ],
    })}`;
}

async function describe(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const fields = {...typedAbout(visit), purpose: given(visit, 'purpose')};
  await change(visit, cards, {card: cards.alliance, fields});
  return {to: `/beheer/alliances/${cards.slug}/settings`, said: 'Opgeslagen.'};
}

async function allowMore(visit: Visit): Promise<Done> {
  const slug = visit.parameter('alliance');
  const {origins} = await visit.api.get<Origins>(`/v1/alliances/${slug}/settings`);
  await visit.api.send('PUT', `/v1/alliances/${slug}/settings`, {origins: [...origins, text(visit, 'origin')]});
  return {to: pathTo({slug}, '/settings'), said: 'Deze website mag de alliantie tonen.'};
}

async function allow(visit: Visit): Promise<Done> {
  const slug = visit.parameter('alliance');
  await visit.api.send('PUT', `/v1/alliances/${slug}/settings`, {origins: lines(visit, 'origins')});
  return {to: `/beheer/alliances/${slug}/settings`, said: 'Opgeslagen.'};
}

async function putBack(visit: Visit): Promise<Done> {
  const slug = visit.parameter('alliance');
  const report = await visit.api.send<{added: number; reported: readonly unknown[]}>(
    'POST',
    `/v1/alliances/${slug}/imports`,
    await fileIn(visit, 'file'),
  );
  const said = `${report.added} kaarten en antwoorden erbij. ${report.reported.length} waren er al met een andere tekst.`;
  return {to: `/beheer/alliances/${slug}/settings`, said};
}

async function end(visit: Visit): Promise<Done> {
  const slug = visit.parameter('alliance');
  if (text(visit, 'typed') !== slug) throw refusedAt('typed', 'wrong-form');
  const what = text(visit, 'what') === 'everything' ? 'everything' : 'texts';
  await visit.api.send('DELETE', `/v1/alliances/${slug}?what=${what}`);
  const to = what === 'everything' ? '/beheer' : `/beheer/alliances/${slug}/settings`;
  return {to, said: 'Het is weggehaald.'};
}

/** The file as the API gives it, to save. */
function download(visit: Visit, purpose: 'backup' | 'publication'): Promise<Response> {
  return visit.api.ask('GET', `/v1/alliances/${visit.parameter('alliance')}/${purpose}`);
}
