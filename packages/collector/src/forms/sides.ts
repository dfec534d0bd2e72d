import type {CoreValue, Facet} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import type {Html} from '../beheer/layout.js';

/** A term with what is said of it. */
export type Line = readonly [term: string, words: string];

/** From which a core value is looked at, with what is asked of each. */
export const SIDES = [
  ['emotion', 'Hoe voelt het?'],
  ['function', 'Wat doet het?'],
  ['aspiration', 'Waar willen we heen?'],
] as const satisfies readonly (readonly [Facet, string])[];

/** The sides of a core value that were filled in. */
export function sidesOf(facets: CoreValue['facets']): Line[] {
  return SIDES.flatMap(([side, words]): Line[] => {
    const facet = facets[side];
    return facet === undefined ? [] : [[words, facet.text]];
  });
}

/** Terms with what is said of them; nothing for none. */
export function definitions(lines: readonly Line[]): Html | '' {
  if (lines.length === 0) return '';
  return html`<dl>
    ${lines.map(
      ([term, words]) =>
        html`<dt>${term}</dt>
          <dd>${words}</dd>`,
    )}
  </dl>`;
}
