import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import {distributionTemplate} from './distribution.js';
import type {FullSpeaker} from './full-speaker.js';
import {reasonsTemplate} from './reasons.js';
import {insufficientFirst} from './scorecard-figures.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** What people said, and all their marks. */
export function moreTemplate(state: ReadyScorecard, speaker: FullSpeaker, level: number): TemplateResult {
  const marks = state.scores.scale === 'marks' ? 'distribution' : 'distributionAnswers';
  const section = (key: 'reasons' | typeof marks, content: readonly TemplateResult[]) =>
    content.length === 0
      ? nothing
      : html`<section part=${key === 'reasons' ? 'reasons' : 'marks'}>
          ${heading(level, speaker.say(key), 'subheading')}${content}
        </section>`;
  return html`<div class="more">
    ${section('reasons', reasonsTemplate(state, speaker))} ${section(marks, marksTemplate(state, speaker))}
  </div>`;
}

/** The marks on each value on demand. Where a value has no figure, there is nothing to open. */
function marksTemplate(state: ReadyScorecard, speaker: FullSpeaker): readonly TemplateResult[] {
  return insufficientFirst(state)
    .filter(({number, score}) => number !== null || (score.alike && score.verdict !== 'incomplete'))
    .map(
      row =>
        html`<details part="distribution" data-value=${row.score.value}>
          <summary>${row.name}</summary>
          ${distributionTemplate(row, state, speaker)}
        </details>`,
    );
}
