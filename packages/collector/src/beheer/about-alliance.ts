import type {Alliance} from '@samenwaarde/core/schema';
import {belonging, cardsOf, change, pathTo, type Fields} from './cards.js';
import {form, type Field} from './fields.js';
import type {Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {given, lines, text} from './typed.js';

/** What people read about an alliance before they give something. */
export function about(site: Site): void {
  site.page('/alliances/:alliance/settings/about', show);
  site.action('/alliances/:alliance/settings/about', {show, act: describe});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const action = pathTo(cards, '/settings/about');
  const body = form(visit, {action, button: 'Opslaan', fields: aboutFields(cards.alliance)});
  return {title: 'Wat mensen over u lezen', alliance: belonging(cards), body};
}

async function describe(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  await change(visit, cards, {card: cards.alliance, fields: typedAbout(visit)});
  return {to: pathTo(cards, '/settings/about'), said: 'Opgeslagen.'};
}

/** What there is to say about an alliance, as it is said now; empty for one that is new. */
export function aboutFields(now?: Alliance): readonly Field[] {
  const {responsible, retention} = now ?? {};
  return [
    {name: 'name', label: 'Naam', type: 'text', value: now?.name ?? ''},
    {name: 'area', label: 'Gebied', type: 'text', optional: true, value: now?.area ?? ''},
    {name: 'purpose', label: 'Doel', type: 'long', rows: 2, optional: true, value: now?.purpose ?? ''},
    {
      name: 'partners',
      label: 'Partners',
      type: 'long',
      hint: 'Eén op elke regel.',
      optional: true,
      value: (now?.partners ?? []).join('\n'),
    },
    {
      name: 'organisation',
      label: 'Wie is verantwoordelijk?',
      type: 'text',
      hint: 'De organisatie. Mensen zien dit voor ze iets invullen.',
      value: responsible?.organisation ?? '',
    },
    {
      name: 'contact',
      label: 'Waar kunnen mensen iets vragen?',
      type: 'text',
      hint: 'Een e-mailadres of een telefoonnummer.',
      value: responsible?.contact ?? '',
    },
    {
      name: 'privacy',
      label: 'Adres van de pagina over privacy',
      type: 'text',
      hint: 'Begint met https://',
      value: responsible?.privacy ?? '',
    },
    {name: 'texts', label: 'Tot wanneer bewaart u wat mensen schrijven?', type: 'date', value: retention?.texts ?? ''},
    {
      name: 'everything',
      label: 'Tot wanneer bewaart u al het andere?',
      type: 'date',
      value: retention?.everything ?? '',
    },
  ];
}

/** What somebody typed in those fields. */
export function typedAbout(visit: Visit): Fields<'alliance'> {
  return {
    name: text(visit, 'name'),
    area: given(visit, 'area'),
    purpose: given(visit, 'purpose'),
    partners: lines(visit, 'partners'),
    responsible: {
      organisation: text(visit, 'organisation'),
      contact: text(visit, 'contact'),
      privacy: text(visit, 'privacy'),
    },
    retention: {texts: text(visit, 'texts'), everything: text(visit, 'everything')},
  };
}
