import {uuid} from '@samenwaarde/core';
import {html} from 'hono/html';
import {aboutFields, typedAbout} from './about-alliance.js';
import {refusedAt} from './api.js';
import {form, type Field} from './fields.js';
import type {Page} from './layout.js';
import type {Site, Visit} from './site.js';
import {text} from './typed.js';

const slug: Field = {
  name: 'slug',
  label: 'Kort adres',
  type: 'text',
  hint: 'Kleine letters, cijfers en streepjes, zoals ververij. Het staat in het adres van de alliantie en verandert niet meer.',
  says: {
    'wrong-form':
      'Gebruik hooguit 60 kleine letters, cijfers en streepjes, zonder spatie. Begin en eindig niet met een streepje.',
    taken: 'Dit korte adres is al in gebruik. Kies een ander.',
  },
};

/** To begin an alliance: with nothing, or with a file. */
export function start(site: Site): void {
  site.page('/start', show);
  site.action('/start', {show, act: begin});
  site.upload('/start-from-file', {show, act: beginFromFile});
}

async function show(visit: Visit): Promise<Page> {
  await visit.api.get('/v1/sessions/current');
  const body = html`${form(visit, {action: '/beheer/start', button: 'Beginnen', fields: [slug, ...aboutFields()]})}
    <h2>Of begin met een bestand</h2>
    <p>Een back-up, van een andere plek of uit een browser, of een publicatie.</p>
    ${form(visit, {
      action: '/beheer/start-from-file',
      button: 'Beginnen met dit bestand',
      fields: [
        {...slug, name: 'file-slug', at: 'slug'},
        {name: 'file', label: 'Back-up of publicatie', type: 'file', accept: '.json,application/json'},
      ],
    })}`;
  return {title: 'Nieuwe alliantie', body};
}

async function begin(visit: Visit): Promise<{to: string; said: string}> {
  const record = {
    schema: 1,
    kind: 'alliance',
    id: uuid(visit.parts.random),
    counter: 1,
    tag: uuid(visit.parts.random).slice(0, 8),
    ...typedAbout(visit),
  };
  const address = text(visit, 'slug');
  await visit.api.send('POST', '/v1/alliances', {slug: address, record});
  return {to: `/beheer/alliances/${address}`, said: 'De alliantie is begonnen.'};
}

async function beginFromFile(visit: Visit): Promise<{to: string; said: string}> {
  const address = text(visit, 'file-slug');
  await visit.api.send('POST', '/v1/alliances', {slug: address, file: await fileIn(visit, 'file')});
  return {to: `/beheer/alliances/${address}`, said: 'Alles uit het bestand staat er nu in.'};
}

/** The JSON of a file that was chosen. @throws Refused when it is none */
export async function fileIn({typed}: Visit, name: string): Promise<unknown> {
  const file = typed.get(name);
  try {
    return JSON.parse(file instanceof File ? await file.text() : '');
  } catch {
    throw refusedAt(name, 'not-json');
  }
}
