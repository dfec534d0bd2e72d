import type {CoreValue} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {cardsOf, kindOf, make, pathTo, type Cards} from './cards.js';
import {button} from './fields.js';
import type {Html} from './layout.js';
import {filledRubrics, looseValues} from './rubrics.js';
import type {Done, Visit} from './site.js';

/** The versions of the profile, and the way to make the next one. */
export function profiles(visit: Visit, cards: Cards): Html {
  const made = kindOf(cards, 'profile-version').sort((a, b) => b.number - a.number);
  const named = filledRubrics(cards).filter(({name}) => name !== undefined);
  return html`<h2 id="profile" tabindex="-1">Profiel</h2>
    <p>Een profiel legt de kernwaarden vast zoals ze nu zijn. Een plan wordt aan een profiel getoetst.</p>
    ${
      made.length === 0
        ? ''
        : html`<ul>
          ${made.map(({number: count, coreValues}) => html`<li>Versie ${count}: ${coreValues.map(({name}) => name).join(', ')}</li>`)}
        </ul>`
    }
    ${
      named.length === 0
        ? html`<p>Geef eerst een rubriek een naam.</p>`
        : button(visit, {action: pathTo(cards, '/values/profile'), button: 'Profiel vastleggen'})
    }`;
}

/** Freezes the core values as they are now. @throws Refused */
export async function freeze(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const count = Math.max(0, ...kindOf(cards, 'profile-version').map(each => each.number)) + 1;
  const coreValues = filledRubrics(cards).flatMap(({id, name, facets = {}, levels}): CoreValue[] =>
    name === undefined ? [] : [{rubric: id, name, facets, ...(levels && {levels})}],
  );
  const fields = {number: count, split: 'sides' as const, coreValues, noPlaceYet: looseValues(cards).length};
  await make(visit, cards, {kind: 'profile-version', fields});
  return {to: pathTo(cards, '/values'), said: `Versie ${count} van het profiel ligt vast.`, at: 'profile'};
}
