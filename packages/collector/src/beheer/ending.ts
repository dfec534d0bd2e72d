import {html} from 'hono/html';
import {refusedAt} from './api.js';
import {belonging, cardsOf, linkTo, pathTo} from './cards.js';
import {form, type Field} from './fields.js';
import type {Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {text} from './typed.js';

/** The end of an alliance, or of what people wrote in it. */
export function ending(site: Site): void {
  site.page('/alliances/:alliance/settings/end', show);
  site.action('/alliances/:alliance/settings/end', {show, act: end});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const fields: readonly Field[] = [
    {
      name: 'what',
      label: 'Wat gaat weg?',
      hint: 'De uitslagen blijven als u alleen weghaalt wat mensen schreven.',
      type: 'choice',
      options: [
        ['texts', 'Wat mensen schreven'],
        ['everything', 'De hele alliantie'],
      ],
    },
    {
      name: 'typed',
      label: 'Typ het korte adres van de alliantie over',
      type: 'text',
      hint: cards.slug,
      says: {'wrong-form': 'Er is niets weggehaald. Dit is niet het korte adres van deze alliantie.'},
    },
  ];
  const body = html`<p>
      Dit kan niet terug. Wilt u iets bewaren? Sla dan eerst een
      <a href="${linkTo(visit, cards, '/settings/files')}">back-up of publicatie</a> op.
    </p>
    ${form(visit, {action: pathTo(cards, '/settings/end'), button: 'Voorgoed weghalen', fields})}`;
  return {title: 'Weghalen', alliance: belonging(cards), body};
}

async function end(visit: Visit): Promise<Done> {
  const slug = visit.parameter('alliance');
  if (text(visit, 'typed') !== slug) throw refusedAt('typed', 'wrong-form');
  const what = text(visit, 'what') === 'everything' ? 'everything' : 'texts';
  await visit.api.send('DELETE', `/v1/alliances/${slug}?what=${what}`);
  return {to: what === 'everything' ? '/beheer' : pathTo({slug}, '/settings'), said: 'Het is weggehaald.'};
}
