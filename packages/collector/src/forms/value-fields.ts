import {LONGEST_TEXT, MARK_WORDS} from '@samenwaarde/core';
import type {CoreValue, Round} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {describing, wrongWords} from '../beheer/described.js';
import type {Html} from '../beheer/layout.js';
import {choice, type Answer} from './choice.js';
import type {Filling} from './forms.js';
import {definitions, sidesOf, type Line} from './sides.js';

/** Id of what is said once, about the reasons at all core values. */
export const REASONS_HINT = 'reasons-hint';

/** A core value that a plan is marked on. */
export type Asked = CoreValue & {readonly passMark: number};

/** The fields of one core value: what it is, the answers, and what would have to change. */
export function valueFields(filling: Filling, round: Round, value: Asked): Html {
  const {rubric, name, passMark} = value;
  const needed = passMark.toLocaleString('nl', {minimumFractionDigits: 1});
  const id = `mark-${rubric}`;
  const says = {empty: 'Geef eerst bij minstens één kernwaarde een cijfer.'};
  const wrong = filling.faults.at({id, label: name, at: `marks.${rubric}`, typed: '', says});
  // A group of radios has no state of its own that says that it is wrong: it is described by what is.
  return html`<fieldset ${wrong === undefined ? '' : html`aria-describedby="${id}-wrong"`}>
    <legend>${name}</legend>
    ${described(round, value)} ${round.scale === 'marks' ? html`<p class="quiet">Nodig is een ${needed}.</p>` : ''}
    ${wrongWords(id, wrong)}
    ${answersOf(round).map((answer, place) => choice(filling, {name: `marks[${rubric}]`, answer, id: place === 0 ? id : ''}))}
    ${reasonField(filling, value)}
  </fieldset>`;
}

/** What can be answered, with its words. */
function answersOf({scale, notApplicable}: Round): readonly Answer[] {
  const marks = MARK_WORDS.map((words, place): Answer => [String(place + 1), `${place + 1} · ${words}`]);
  const alone: readonly Answer[] = [
    ['sufficient', 'voldoende'],
    ['insufficient', 'onvoldoende'],
  ];
  return [
    ...(scale === 'marks' ? marks : alone),
    ['unknown', 'weet ik niet'],
    ...(notApplicable ? [['not-applicable', 'past niet bij dit plan'] as const] : []),
  ];
}

function reasonField({text, faults}: Filling, {rubric, name}: Asked): Html {
  const typed = text(`reasons[${rubric}]`);
  const says = {'not-asked': 'Wat er anders moet, vragen wij alleen bij een onvoldoende.'};
  const wrong = faults.at({id: rubric, label: name, at: `reasons.${rubric}`, typed, says});
  return html`<div class="field">
    <label for="${rubric}">Bij een onvoldoende: wat moet er anders? <span class="quiet">(hoeft niet)</span></label>
    ${wrongWords(rubric, wrong)}
    <textarea
      id="${rubric}"
      name="reasons[${rubric}]"
      rows="2"
      maxlength="${LONGEST_TEXT}"
      ${describing(rubric, {hint: REASONS_HINT, wrong})}
    >
${typed}</textarea
    >
  </div>`;
}

/** The sides of a core value, and what a 4, a 6 and an 8 are. */
function described({scale}: Round, {facets, levels}: CoreValue): Html | '' {
  const known = scale === 'marks' ? (['4', '6', '8'] as const) : [];
  const marks = known.flatMap((mark): Line[] => (levels?.[mark] === undefined ? [] : [[`Een ${mark}`, levels[mark]]]));
  return definitions([...sidesOf(facets), ...marks]);
}
