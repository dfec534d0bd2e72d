import {html, nothing, svg, type TemplateResult} from 'lit';
import {decimal} from '../shared/voice.js';
import {previousNumbers} from './previous.js';
import {nameOf, sharedPassMark} from './scorecard-figures.js';
import type {FullSpeaker} from './full-speaker.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** What the signs in the bars mean. For the eye only: the table says it in words. */
export function keyTemplate(state: ReadyScorecard, {say, voice}: FullSpeaker): TemplateResult {
  const passMark = sharedPassMark(state);
  const marks = state.scores.scale === 'marks';
  const needed = passMark === null ? say('neededEach') : say('neededAll', {mark: decimal(passMark, voice)});
  const hasBefore = previousNumbers(state).size > 0;
  return html`<ul class="key small quiet">
    <li>
      ${drawing(svg`<line class="scale" x1="0" x2="20" y1="8" y2="8"/><line class="notch" x1="10" x2="10" y1="1" y2="15"/>`)}
      ${marks ? needed : say('neededShareAll')}
    </li>
    ${
      marks
        ? html`<li>${drawing(svg`<line class="band" x1="6" x2="14" y1="8" y2="8"/>`)} ${say('middleMeans')}</li>`
        : nothing
    }
    ${
      hasBefore && state.previous
        ? html`<li>
          ${drawing(svg`<svg x="10" y="8" class="before"><circle r="4"/></svg>`)}
          ${say('versionOf', {n: state.previous.number})}
        </li>`
        : nothing
    }
  </ul>`;
}

function drawing(shape: unknown): TemplateResult {
  return html`<svg class="bar" width="20" height="16" aria-hidden="true">${shape}</svg>`;
}

/** Values that the round did not ask about, each with the reason that was given before it opened. */
export function leftOutTemplate(state: ReadyScorecard, {say}: FullSpeaker): TemplateResult | typeof nothing {
  const {leftOut} = state.scores;
  if (leftOut.length === 0) return nothing;
  return html`<div part="left-out" class="small">
    <p class="quiet">${say('leftOut')}</p>
    <dl>
      ${leftOut.map(
        ({value, reason}) =>
          html`<dt>${nameOf(state, value)}</dt>
            <dd>${reason}</dd>`,
      )}
    </dl>
  </div>`;
}
