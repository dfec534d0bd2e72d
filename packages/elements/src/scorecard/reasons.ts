import {html, nothing, type TemplateResult} from 'lit';
import type {FullSpeaker} from './full-speaker.js';
import {insufficientFirst} from './scorecard-figures.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** As many reasons of a value are read at once; the others open on demand. */
const AT_ONCE = 4;

/** Why people found something insufficient, in their own words, per value. */
export function reasonsTemplate(state: ReadyScorecard, speaker: FullSpeaker): readonly TemplateResult[] {
  return insufficientFirst(state).flatMap(({score, name}) => {
    const texts = state.reasons.filter(({value}) => value === score.value).map(({text}) => text);
    return texts.length === 0 ? [] : [ofValue(name, texts, speaker)];
  });
}

function ofValue(name: string, texts: readonly string[], {say}: FullSpeaker): TemplateResult {
  const more = texts.slice(AT_ONCE);
  return html`<div class="reasons">
    <p class="name">${name}</p>
    ${quotes(texts.slice(0, AT_ONCE))}
    ${
      more.length > 0
        ? html`<details>
          <summary>${say('moreReasons', {n: more.length})}</summary>
          ${quotes(more)}
        </details>`
        : nothing
    }
  </div>`;
}

function quotes(texts: readonly string[]): readonly TemplateResult[] {
  return texts.map(text => html`<blockquote part="quote">${text}</blockquote>`);
}
