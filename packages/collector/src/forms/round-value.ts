import {LONGEST_TEXT} from '@samenwaarde/core';
import type {CoreValue, Round} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {describing, wrongWords} from '../beheer/described.js';
import type {Html} from '../beheer/layout.js';
import type {Filling} from './forms.js';

const MARKS = [
  'zeer slecht',
  'slecht',
  'ruim onvoldoende',
  'onvoldoende',
  'net niet voldoende',
  'voldoende',
  'ruim voldoende',
  'goed',
  'zeer goed',
  'uitstekend',
] as const;

/** A core value that a round asks about. */
export type ValueToMark = CoreValue & {readonly passMark: number};

/** The marks of one core value, and what would have to change. */
export function valueToMark(filling: Filling, round: Round, value: ValueToMark): Html {
  const {rubric, name, facets, passMark} = value;
  const sides = [facets.emotion, facets.function, facets.aspiration].flatMap(side => side?.text ?? []);
  const needed = `Nodig is een ${passMark.toLocaleString('nl', {minimumFractionDigits: 1})}.`;
  const id = `mark-${rubric}`;
  const says = {empty: 'Geef eerst bij minstens één kernwaarde een cijfer.'};
  const wrong = filling.faults.at({id, label: name, at: `marks.${rubric}`, typed: '', says});
  // A group of radios has no state of its own that says that it is wrong: it is described by what is.
  return html`<fieldset ${wrong === undefined ? '' : html`aria-describedby="${id}-wrong"`}>
    <legend>${name}</legend>
    <p>${sides.join(' ')}</p>
    ${round.scale === 'marks' ? html`<p class="quiet">${needed}</p>` : ''} ${wrongWords(id, wrong)}
    ${answersOf(round).map((answer, place) => choice(filling, {name: `marks[${rubric}]`, answer, id: place === 0 ? id : ''}))}
    ${reasonField(filling, value)}
  </fieldset>`;
}

type Answer = readonly [score: string, words: string];

function answersOf({scale, notApplicable}: Round): readonly Answer[] {
  const marks = MARKS.map((words, place): Answer => [String(place + 1), `${place + 1} · ${words}`]);
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

interface Choice {
  readonly name: string;
  readonly answer: Answer;
  /** Of the first one, to go to; empty for the others. */
  readonly id: string;
}

function choice({text}: Filling, {name, answer: [score, words], id}: Choice): Html {
  return html`<label class="choice">
    <input
      type="radio"
      name="${name}"
      value="${score}"
      ${text(name) === score ? html`checked` : ''}
      ${id === '' ? '' : html`id="${id}"`}
    />
    ${words}
  </label>`;
}

function reasonField({text, faults}: Filling, {rubric, name}: ValueToMark): Html {
  const typed = text(`reasons[${rubric}]`);
  const wrong = faults.at({id: rubric, label: name, at: `reasons.${rubric}`, typed});
  return html`<div class="field">
    <label for="${rubric}">Bij een onvoldoende: wat moet er anders? <span class="quiet">(hoeft niet)</span></label>
    ${wrongWords(rubric, wrong)}
    <textarea
      id="${rubric}"
      name="reasons[${rubric}]"
      rows="2"
      maxlength="${LONGEST_TEXT}"
      ${describing(rubric, {hint: false, wrong})}
    >
${typed}</textarea
    >
  </div>`;
}
