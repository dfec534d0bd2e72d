import {html} from 'hono/html';
import type {Remark} from '../method/vote-texts.js';
import {belonging, cardsOf, linkTo, rubricName, type Cards} from './cards.js';
import {choices} from './choices.js';
import {cursorOf, more, nothingHere, queryOf} from './cursor.js';
import type {Html, Page} from './layout.js';
import type {Site, Visit} from './site.js';
import {kindsToRead} from './to-read.js';

const KINDS = [
  ['objection', 'Wat niet klopt'],
  ['missing', 'Wat mensen missen'],
] as const satisfies readonly (readonly [Remark['kind'], string])[];

interface RemarksPage {
  readonly items: readonly Remark[];
  readonly next?: string;
}

/** What people wrote when they said whether the rubrics fit: only to be read. */
export function remarks(site: Site): void {
  site.page('/alliances/:alliance/remarks', show);
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const kind = KINDS.find(([name]) => name === visit.query.get('kind'))?.[0] ?? 'objection';
  const path = `/v1/alliances/${cards.slug}/remarks${queryOf({kind, cursor: cursorOf(visit)})}`;
  const {items, next} = await visit.api.get<RemarksPage>(path);
  const address = linkTo(visit, cards, '/remarks');
  const ways = KINDS.map(([name, words]) => {
    return {words, address: address + queryOf({kind: name}), isHere: name === kind};
  });
  const body = html`${await kindsToRead(visit, cards, 'remarks')} ${choices('Welke u ziet', ways)}
    <p>
      Alleen begeleiders lezen dit. Het staat op geen andere pagina en in geen publicatie. Breng in wat u leest als de
      groep over de rubrieken praat.
    </p>
    ${items.length === 0 ? nothingHere(visit, address + queryOf({kind})) : items.map(remark => oneRemark(cards, remark))}
    ${more(address, next, {kind})}`;
  return {title: 'Opmerkingen', alliance: belonging(cards), body};
}

function oneRemark(cards: Cards, remark: Remark): Html {
  return html`<section>
    ${remark.kind === 'objection' ? html`<p class="quiet">Bij ${rubricName(cards, remark.rubric)}</p>` : ''}
    <blockquote>${remark.text}</blockquote>
  </section>`;
}
