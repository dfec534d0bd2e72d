import {MARK_WORDS} from '@samenwaarde/core';
import type {CoreValue, Round} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import type {Html} from '../beheer/layout.js';
import type {Filling} from './forms.js';

const SIDES = [
  ['emotion', 'Hoe voelt het?'],
  ['function', 'Wat doet het?'],
  ['aspiration', 'Waar willen we heen?'],
] as const;

/** A core value that a plan is marked on. */
export type Asked = CoreValue & {readonly passMark: number};

/** The fields of one core value: what it is, the answers, and what would have to change. */
export function valueFields(filling: Filling, round: Round, value: Asked): Html {
  const {rubric, name, passMark} = value;
  const needed = passMark.toLocaleString('nl', {minimumFractionDigits: 1});
  return html`<fieldset>
    <legend>${name}</legend>
    ${described(round, value)} ${round.scale === 'marks' ? html`<p class="quiet">Nodig is een ${needed}.</p>` : ''}
    ${answers(round).map(
      ([score, words]) =>
        html`<label class="choice">
          <input
            type="radio"
            name="marks[${rubric}]"
            value="${score}"
            ${filling.text(`marks[${rubric}]`) === score ? html`checked` : ''}
          />
          ${words}
        </label>`,
    )}
    <div class="field">
      <label for="${rubric}">Bij een onvoldoende: wat moet er anders? <span class="quiet">(hoeft niet)</span></label>
      <textarea id="${rubric}" name="reasons[${rubric}]" rows="2" maxlength="5000" aria-describedby="reasons-hint">
${filling.text(`reasons[${rubric}]`)}</textarea
      >
    </div>
  </fieldset>`;
}

/** What can be answered, with its words. */
function answers({scale, notApplicable}: Round): (readonly [score: string, words: string])[] {
  return [
    ...(scale === 'marks'
      ? MARK_WORDS.map((words, place) => [String(place + 1), `${place + 1} · ${words}`] as const)
      : ([
          ['sufficient', 'voldoende'],
          ['insufficient', 'onvoldoende'],
        ] as const)),
    ['unknown', 'weet ik niet'],
    ...(notApplicable ? ([['not-applicable', 'past niet bij dit plan']] as const) : []),
  ];
}

/** The sides of a core value, and what a 4, a 6 and an 8 are. */
function described({scale}: Round, {facets, levels}: CoreValue): Html | '' {
  const sides = SIDES.flatMap(([side, words]) => {
    const facet = facets[side];
    return facet === undefined ? [] : [[words, facet.text] as const];
  });
  const known = scale === 'marks' ? (['4', '6', '8'] as const) : [];
  const marks = known.flatMap(mark => (levels?.[mark] === undefined ? [] : [[`Een ${mark}`, levels[mark]] as const]));
  const lines = [...sides, ...marks];
  if (lines.length === 0) return '';
  return html`<dl>
    ${lines.map(
      ([term, words]) =>
        html`<dt>${term}</dt>
          <dd>${words}</dd>`,
    )}
  </dl>`;
}
