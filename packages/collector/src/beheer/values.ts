import {html} from 'hono/html';
import {belonging, cardsOf, linkTo} from './cards.js';
import {counted} from './given.js';
import type {Page} from './layout.js';
import {freeze, profiles} from './profile.js';
import {ask, close, votes} from './rubric-votes.js';
import {deepen, oneRubric, rubricsOf, sort, sorting} from './rubrics.js';
import type {Site, Visit} from './site.js';

/** Rubrics and core values, the profile that freezes them, and asking people about them. */
export function values(site: Site): void {
  site.page('/alliances/:alliance/values', show);
  site.action('/alliances/:alliance/values', {show, act: sort});
  site.action('/alliances/:alliance/values/profile', {show, act: freeze});
  site.action('/alliances/:alliance/values/votes', {show, act: ask});
  site.action('/alliances/:alliance/values/votes/:round', {show, act: close});
  site.action('/alliances/:alliance/values/:rubric', {show, act: deepen});
}

async function show(visit: Visit): Promise<Page> {
  const [known, {counts}] = await Promise.all([cardsOf(visit), counted(visit)]);
  const cards = {...known, counts};
  const body = html`<p>
      Rubrieken komen uit de woorden van mensen. Streep eerst waarden aan bij de
      <a href="${linkTo(visit, cards, '/quotes')}">citaten</a>.
    </p>
    ${sorting(visit, cards)} ${rubricsOf(cards).map(rubric => oneRubric(visit, cards, rubric))}
    ${profiles(visit, cards)} ${votes(visit, cards)}`;
  return {title: 'Kernwaarden', alliance: belonging(cards), body};
}
