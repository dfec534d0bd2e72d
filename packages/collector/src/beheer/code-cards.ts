import {html, raw} from 'hono/html';
import {correction, generate} from 'lean-qr';
import {toSvgSource} from 'lean-qr/extras/svg';
import {refusedAt} from './api.js';
import {belonging, cardsOf, find, linkTo, pathTo} from './cards.js';
import {form, type Field} from './fields.js';
import type {Html, Page} from './layout.js';
import {roundName} from './overview.js';
import type {Site, Visit} from './site.js';
import {number, text} from './typed.js';

/** Cards on one sheet of A4: three beside each other, eight under each other. */
const ON_A_SHEET = 24;

/** Characters of an address that a QR code of this size holds well. */
const LONGEST_ADDRESS = 500;

/** Code cards of a round: made, printed, and never seen again. */
export function codeCards(site: Site): void {
  site.page('/alliances/:alliance/rounds/:round/code-cards', show);
  site.action('/alliances/:alliance/rounds/:round/code-cards', {show, act: print});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const round = find(cards, 'round', visit.parameter('round'));
  const fields: readonly Field[] = [
    {name: 'count', label: 'Hoeveel kaarten?', type: 'number', value: ON_A_SHEET, hint: `${ON_A_SHEET} op een vel A4.`},
    {
      name: 'page',
      label: 'Adres van de pagina waar mensen het plan vinden',
      type: 'text',
      says: {'wrong-form': 'Dit is niet het adres van een pagina. Begin met https:// en gebruik hooguit 500 tekens.'},
      value: ownPage(visit, cards.slug),
      hint: 'Komt in de QR-code. De code zelf staat erachter, zo dat geen server hem ziet.',
    },
  ];
  const body = html`<p>${round ? roundName(cards, round.planVersion) : ''}</p>
    <p>
      U ziet de kaarten maar één keer: print ze meteen. Er blijft geen lijst. Geef ze ongezien uit, uit een doos of een
      hoed, dan weet niemand wie welke kaart kreeg. Wie de kaarten voor het uitdelen bekijkt, kan codes gebruiken die
      van een ander zijn: bewaar ze dus als geld.
    </p>
    ${form(visit, {action: pathTo(cards, `/rounds/${visit.parameter('round')}/code-cards`), button: 'Kaarten maken', fields})}`;
  return {title: 'Codekaarten', alliance: belonging(cards), body};
}

/** The collector's own page with the widget in it, for this round: later ones may be open beside it. */
function ownPage(visit: Visit, slug: string): string {
  const {publicOrigin, basePath} = visit.parts;
  return `${publicOrigin}${basePath}/v1/alliances/${slug}/embed/plan-ballot?round=${visit.parameter('round')}`;
}

async function print(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const round = visit.parameter('round');
  const address = text(visit, 'page') || ownPage(visit, cards.slug);
  if (!isPage(address)) throw refusedAt('page', 'wrong-form');
  const made = await visit.api.send<{codes: readonly string[]}>(
    'POST',
    `/v1/alliances/${cards.slug}/rounds/${round}/code-cards`,
    {count: number(visit, 'count')},
  );
  const about = find(cards, 'round', round);
  const words = html`<strong>${cards.alliance.name}</strong> ${about ? roundName(cards, about.planVersion) : ''}`;
  const body = html`<p class="screen-only">Print deze pagina nu. Als u haar sluit, zijn de codes weg.</p>
    <ul class="cards">
      ${made.codes.map(code => oneCard({words, code, address}))}
    </ul>
    <p class="screen-only">Geprint? <a href="${linkTo(visit, cards, '/plans')}">Terug naar plannen en rondes</a></p>`;
  return {title: 'Codekaarten', bare: true, body};
}

/** Whether a QR code can lead there. */
function isPage(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^https?:\/\//.test(address) && URL.canParse(address);
}

/** What stands on a card: what it is for, and its code. */
interface Card {
  readonly words: Html;
  readonly code: string;
  /** Of the page that it leads to. */
  readonly address: string;
}

function oneCard({words, code, address}: Card): Html {
  // Our own drawing of our own code: nothing that anybody typed but the address, which `generate` turns into dots.
  const join = address.includes('#') ? '&' : '#';
  const picture = toSvgSource(generate(`${address}${join}code=${code}`, {minCorrectionLevel: correction.M}), {
    width: 96,
    height: 96,
    xmlDeclaration: false,
  });
  return html`<li>
    ${raw(picture)}
    <p>${words}</p>
    <p class="code">${code}</p>
  </li>`;
}
