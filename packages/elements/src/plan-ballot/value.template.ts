import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import {decimal} from '../shared/voice.js';
import {isInsufficient} from './ballot-draft.js';
import type {BallotView, MarkingView} from './ballot-view.js';
import type {MarkedValue} from './plan-ballot.state.js';
import {scaleTemplate} from './scale.template.js';

const SIDES = ['emotion', 'function', 'aspiration'] as const;
const LEVELS = ['4', '6', '8'] as const;

/** One core value: what it is, the answers, and below the pass mark what would have to change. */
export function valueTemplate(value: MarkedValue, place: number, view: MarkingView): TemplateResult {
  const {draft, say, voice, level, disabled} = view;
  const chosen = draft.marks[value.id];
  return html`<fieldset id=${`value-${place}`} part="value" ?disabled=${disabled}>
    <legend>${heading(level + 1, value.name, 'value-name')}</legend>
    ${sidesTemplate(value, view)} ${levelsTemplate(value, view)}
    ${onePassMark(view) === undefined ? html`<p>${say('passMark', {mark: decimal(value.passMark, voice)})}</p>` : nothing}
    ${scaleTemplate(value, place, view)}
    ${isInsufficient(chosen, value.passMark) ? view.closing?.reason(value, place, view) : nothing}
  </fieldset>`;
}

/** The pass mark in points when it is the same for every value, so that it is said once. Without marks there is none. */
export function onePassMark({asked: {terms, values}}: BallotView): number | undefined | null {
  if (terms.scale === 'sufficient') return null;
  const passMark = values[0]?.passMark;
  return values.every(value => value.passMark === passMark) ? passMark : undefined;
}

function sidesTemplate({facets}: MarkedValue, {say}: BallotView): TemplateResult | typeof nothing {
  const sides = SIDES.filter(side => facets[side]);
  if (sides.length === 0) return nothing;
  return html`<dl class="sides" part="sides">
    ${sides.map(side => html`<div><dt>${say(side)}</dt><dd>${facets[side]?.text}</dd></div>`)}
  </dl>`;
}

function levelsTemplate({levels}: MarkedValue, {say, asked}: BallotView): TemplateResult | typeof nothing {
  const known = asked.terms.scale === 'marks' ? LEVELS.filter(mark => levels?.[mark]) : [];
  if (known.length === 0) return nothing;
  return html`<dl class="levels" part="levels">
    ${known.map(mark => html`<div><dt>${say('level', {mark})}</dt><dd>${levels?.[mark]}</dd></div>`)}
  </dl>`;
}
