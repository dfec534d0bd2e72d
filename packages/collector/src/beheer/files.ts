import {html} from 'hono/html';
import {belonging, cardsOf, linkTo, pathTo} from './cards.js';
import {form, type Field} from './fields.js';
import type {Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {fileIn} from './start.js';

/** The files of an alliance: to save, and to read. */
export function files(site: Site): void {
  site.page('/alliances/:alliance/settings/files', show);
  site.upload('/alliances/:alliance/settings/import', {show, act: readIn});
  site.page('/alliances/:alliance/backup', visit => download(visit, 'backup'));
  site.page('/alliances/:alliance/publication', visit => download(visit, 'publication'));
}

const file: Field = {
  name: 'file',
  label: 'Back-up of pakket inlezen',
  type: 'file',
  accept: '.json,application/json',
  hint: 'Een pakket komt van een apparaat dat geen netwerk had. Wat er al is, telt niet dubbel.',
};

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const body = html`<h2>Opslaan</h2>
    <ul>
      <li><a href="${linkTo(visit, cards, '/publication')}">Publicatie</a>: wat iedereen mag lezen</li>
      <li><a href="${linkTo(visit, cards, '/backup')}">Back-up</a>: alles, behalve wat mensen kozen in een ronde die nog open is. Niet om te delen.</li>
    </ul>
    <h2>Inlezen</h2>
    ${form(visit, {action: pathTo(cards, '/settings/import'), button: 'Inlezen', fields: [file]})}`;
  return {title: 'Bestanden', alliance: belonging(cards), body};
}

async function readIn(visit: Visit): Promise<Done> {
  const slug = visit.parameter('alliance');
  const report = await visit.api.send<{added: number; reported: readonly unknown[]}>(
    'POST',
    `/v1/alliances/${slug}/imports`,
    await fileIn(visit, 'file'),
  );
  const said = `${report.added} kaarten en antwoorden erbij. ${report.reported.length} waren er al met een andere tekst.`;
  return {to: pathTo({slug}, '/settings/files'), said};
}

/** The file as the API gives it, to save. */
function download(visit: Visit, purpose: 'backup' | 'publication'): Promise<Response> {
  return visit.api.ask('GET', `/v1/alliances/${visit.parameter('alliance')}/${purpose}`);
}
