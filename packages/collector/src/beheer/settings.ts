import {html} from 'hono/html';
import {about} from './about-alliance.js';
import {belonging, cardsOf, linkTo, type Cards} from './cards.js';
import {ending} from './ending.js';
import {files} from './files.js';
import type {Html, Page} from './layout.js';
import type {Site, Visit} from './site.js';
import {websites, websitesOf, type Websites} from './websites.js';

const day = new Intl.DateTimeFormat('nl', {dateStyle: 'long', timeZone: 'UTC'});

/** The settings of an alliance: a short page that says how each is, and leads to where it changes. */
export function settings(site: Site): void {
  site.page('/alliances/:alliance/settings', show);
  for (const room of [websites, about, files, ending]) room(site);
}

/** One setting: where it changes, what it is called, and how it is now. */
type Setting = readonly [path: string, name: string, now: string];

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const body = html`<ul class="plain">
    ${settingsOf(cards, await websitesOf(visit)).map(setting => leadingTo(visit, cards, setting))}
  </ul>`;
  return {title: 'Instellingen', alliance: belonging(cards), body};
}

function settingsOf({alliance}: Cards, sites: Websites): readonly Setting[] {
  const {responsible, retention} = alliance;
  return [
    ['/settings/origins', 'Op welke websites?', allowedNow(sites)],
    ['/settings/about', 'Wat mensen over u lezen', `${responsible.organisation} · ${responsible.contact}`],
    ['/settings/files', 'Bestanden', 'Een publicatie of back-up opslaan, of een bestand inlezen.'],
    ['/people', 'Wie mag beheren?', 'Iemand toelaten, of niet meer.'],
    ['/audit', 'Wat begeleiders deden', 'Wie deed wat, en wanneer?'],
    ['/settings/end', 'Weghalen', `U bewaart wat mensen schrijven tot ${day.format(new Date(retention.texts))}.`],
  ];
}

function allowedNow({allowed, refused}: Websites): string {
  const now = allowed.length === 0 ? ['Nog geen website'] : allowed;
  const tried = refused.length === 0 ? [] : [`geprobeerd, en niet op de lijst: ${refused.length}`];
  return [...now, ...tried].join(' · ');
}

function leadingTo(visit: Visit, cards: Cards, [path, name, now]: Setting): Html {
  return html`<li>
    <a href="${linkTo(visit, cards, path)}">${name}</a>
    <p class="quiet">${now}</p>
  </li>`;
}
