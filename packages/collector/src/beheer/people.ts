import {html} from 'hono/html';
import {belonging, cardsOf, pathTo} from './cards.js';
import {button, form} from './fields.js';
import type {Html, Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {text} from './typed.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who may enter an alliance. */
export function people(site: Site): void {
  site.page('/alliances/:alliance/people', show);
  site.action('/alliances/:alliance/people', {show, act: invite});
  site.action('/alliances/:alliance/people/:person/dismiss', {show, act: dismiss});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {items} = await visit.api.get<{items: readonly Person[]}>(`/v1/alliances/${cards.slug}/people`);
  const body = html`<ul class="plain">
      ${items.map(({id, name}) => oneOf(visit, cards.slug, {id, name}))}
    </ul>
    <h2>Iemand erbij</h2>
    ${form(visit, {
      action: `/beheer/alliances/${cards.slug}/people`,
      button: 'Uitnodigen',
      fields: [
        {
          name: 'name',
          label: 'Naam om mee in te loggen',
          type: 'text',
          says: {taken: 'Deze naam is van iemand anders op deze server. Kies een andere naam.'},
        },
      ],
    })}`;
  return {title: 'Wie mag beheren?', alliance: belonging(cards), body};
}

function oneOf(visit: Visit, slug: string, {id, name}: Person): Html {
  const action = pathTo({slug}, `/people/${id}/dismiss`);
  return html`<li>
    ${name}
    <details>
      <summary>Niet meer toelaten</summary>
      ${button(visit, {action, button: `${name} mag niet meer`})}
    </details>
  </li>`;
}

/** The code is shown on this one page, and kept nowhere. */
async function invite(visit: Visit): Promise<Page> {
  const slug = visit.parameter('alliance');
  const invited = await visit.api.send<Person & {code?: string}>('POST', `/v1/alliances/${slug}/people`, {
    name: text(visit, 'name'),
  });
  const cards = await cardsOf(visit);
  const body = html`<p>${invited.name} mag nu in ${cards.alliance.name}.</p>
    ${
      invited.code === undefined
        ? html`<p>
            Deze naam was er al: ${invited.name} logt in met een eigen wachtzin. Weet u niet zeker wie dit is? Laat de
            naam dan niet meer toe, en kies een andere.
          </p>`
        : html`<p>Geef deze code door. U ziet hem maar één keer:</p>
          <p class="code">${invited.code}</p>
          <p>
            Daarmee kiest ${invited.name} een wachtzin, op ${visit.parts.publicOrigin}${visit.parts.basePath}/beheer.
          </p>`
    }`;
  return {title: 'Uitgenodigd', alliance: belonging(cards), body};
}

async function dismiss(visit: Visit): Promise<Done> {
  const slug = visit.parameter('alliance');
  await visit.api.send('DELETE', `/v1/alliances/${slug}/people/${visit.parameter('person')}`);
  return {to: `/beheer/alliances/${slug}/people`, said: 'Die mag er niet meer in.'};
}
