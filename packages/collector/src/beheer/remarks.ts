import {html} from 'hono/html';
import type {Remark} from '../method/vote-texts.js';
import {belonging, cardsOf, rubricName, type Cards} from './cards.js';
import type {Html, Page} from './layout.js';
import {more} from './quotes.js';
import type {Site, Visit} from './site.js';

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
  const query = new URLSearchParams({kind, ...cursorIn(visit)});
  const path = `/v1/alliances/${cards.slug}/remarks?${query.toString()}`;
  const {items, next} = await visit.api.get<RemarksPage>(path);
  const body = html`<p>
      Alleen begeleiders lezen dit. Het staat op geen andere pagina en in geen publicatie. Breng in wat u leest als de
      groep over de rubrieken praat.
    </p>
    ${choices(kind)}
    ${items.length === 0 ? html`<p>Hier staat niets.</p>` : items.map(remark => oneRemark(cards, remark))}
    ${more(next, {kind})}`;
  return {title: 'Wat mensen erbij schreven', alliance: belonging(cards), body};
}

function cursorIn({query}: Visit): {readonly cursor?: string} {
  const cursor = query.get('cursor');
  return cursor === null ? {} : {cursor};
}

function choices(kind: Remark['kind']): Html {
  return html`<ul class="choices" aria-label="Wat u ziet">
    ${KINDS.map(
      ([name, words]) =>
        html`<li><a href="?kind=${name}" ${name === kind ? html`aria-current="page"` : ''}>${words}</a></li>`,
    )}
  </ul>`;
}

function oneRemark(cards: Cards, remark: Remark): Html {
  return html`<section>
    ${remark.kind === 'objection' ? html`<p class="quiet">Bij ${rubricName(cards, remark.rubric)}</p>` : ''}
    <blockquote>${remark.text}</blockquote>
  </section>`;
}
