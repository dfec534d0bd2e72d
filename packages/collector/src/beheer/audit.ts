import {html} from 'hono/html';
import type {Card} from '../method/freeze.js';
import {belonging, cardsOf, linkTo} from './cards.js';
import {cursorOf, more, queryOf} from './cursor.js';
import type {Page} from './layout.js';
import type {Site, Visit} from './site.js';

/** What facilitators did, for each other to see. */
export function audit(site: Site): void {
  site.page('/alliances/:alliance/audit', show);
}

/** What a card holds, in words. */
const CARDS: Readonly<Record<Card['kind'], string>> = {
  alliance: 'de gegevens van de alliantie',
  question: 'een vraag',
  'source-count': 'een telling van bronnen',
  moderation: 'een besluit over een tekst',
  highlight: 'een streep in een citaat',
  value: 'een waarde',
  rubric: 'een rubriek',
  'name-proposal': 'een voorstel voor een naam',
  'profile-version': 'een versie van het waardenprofiel',
  'vote-round': 'een ronde over rubrieken',
  plan: 'een plan',
  'plan-version': 'een versie van een plan',
  round: 'een ronde',
  'group-mark': 'een tafelcijfer',
};

/** What was done with a card, after which follows what it holds. */
const DONE: Readonly<Record<string, string>> = {
  added: 'maakte',
  replaced: 'veranderde',
  closed: 'sloot',
  reopened: 'opende weer',
};

/** Acts that have words of their own. */
const ACTS: Readonly<Record<string, string>> = {
  'alliance-started': 'begon de alliantie',
  'backup-taken': 'haalde een back-up op',
  'code-cards-made': 'maakte codekaarten',
  'file-imported': 'las een bestand in',
  'origins-set': 'veranderde de lijst van websites',
  'person-let-in': 'liet iemand toe',
  'person-dismissed': 'liet iemand niet meer toe',
  'texts-deleted': 'haalde weg wat mensen schreven',
  'round-added': 'opende een ronde',
  'vote-round-added': 'opende een ronde over rubrieken',
  'question-added': 'opende een vraag',
  'question-reopened': 'opende een vraag weer',
  'highlight-removed': 'haalde een streep uit een citaat weg',
  'value-replaced': 'gaf een waarde een andere naam',
  'moderation-added': 'las een antwoord',
  'moderation-replaced': 'las een antwoord opnieuw',
};

/** What the API calls an act, in words; what it is called there when we have none. */
function wordsFor(act: string): string {
  const {kind = '', done = ''} = /^(?<kind>[a-z-]+)-(?<done>[a-z]+)$/.exec(act)?.groups ?? {};
  const [verb, noun] = [DONE[done], (CARDS as Readonly<Record<string, string>>)[kind]];
  return ACTS[act] ?? (verb !== undefined && noun !== undefined ? `${verb} ${noun}` : act);
}

interface Act {
  readonly act: string;
  readonly facilitator: string;
  readonly minute: number;
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const path = `/v1/alliances/${cards.slug}/audit${queryOf({cursor: cursorOf(visit)})}`;
  const {items, next} = await visit.api.get<{items: readonly Act[]; next?: string}>(path);
  const moment = new Intl.DateTimeFormat('nl', {dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam'});
  const body = html`<table>
    <thead>
      <tr>
        <th scope="col">Wanneer</th>
        <th scope="col">Wie</th>
        <th scope="col">Wat</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(
        ({act, facilitator, minute}) =>
          html`<tr>
            <td>${moment.format(minute * 60_000)}</td>
            <td>${facilitator}</td>
            <td>${wordsFor(act)}</td>
          </tr>`,
      )}
    </tbody>
    </table>
    ${more(linkTo(visit, cards, '/audit'), next)}`;
  return {title: 'Wat begeleiders deden', alliance: belonging(cards), body};
}
