import {html, type TemplateResult} from 'lit';
import {aboutTemplate} from '../shared/about.template.js';
import {heading} from '../shared/heading.js';
import {decimal} from '../shared/voice.js';
import type {BallotView} from './ballot-view.js';
import {onePassMark} from './value.template.js';

/** Name and version of the plan. */
export function planTitleTemplate({asked: {plan}, level, say}: BallotView): TemplateResult {
  return html`${heading(level, html`<span class="title">${plan.name}</span>`)}
    <p class="small quiet">${say('version', {n: plan.number})}</p>`;
}

/** The plan itself, and the rule: once, before the first mark. */
export function introTemplate(view: BallotView): TemplateResult {
  const {asked, say} = view;
  const {about, plan, terms} = asked;
  return html`<p class="plan" part="plan">${plan.text}</p>
    <p>${say(terms.scale === 'marks' ? 'introMarks' : 'introSufficient')} <strong>${rule(view)}</strong></p>
    ${aboutTemplate(about, say('marksUnseen'), view)}`;
}

function rule(view: BallotView): string {
  const {asked, say, voice} = view;
  if (asked.terms.scale === 'sufficient') return say('ruleSufficient');
  const passMark = onePassMark(view);
  const needed = typeof passMark === 'number' ? say('passMark', {mark: decimal(passMark, voice)}) : '';
  return `${needed} ${say('ruleMarks')}`;
}
