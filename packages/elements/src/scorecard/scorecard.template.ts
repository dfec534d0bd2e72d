import {html, nothing, type TemplateResult} from 'lit';
import {basisWords, list, rows, type Speaker} from './scorecard-figures.js';
import {sentences} from './scorecard-sentence.js';
import type {ReadyScorecard} from './scorecard.state.js';
import {tableTemplate, type RowParts} from './scorecard-table.js';
import {signTemplate} from './sign.js';

/** What arrives after it. */
export interface ResultParts extends RowParts {
  /** Sentences on what is worth knowing beside the result. */
  readonly details: readonly string[];
}

/** The result in a sentence, and the figures. */
export function resultTemplate(state: ReadyScorecard, speaker: Speaker, parts: ResultParts): TemplateResult {
  const {headline, rest} = sentences(state, speaker);
  const details = [...rest, ...parts.details];
  return html`<p part="sentence" class="title">${headline.join(' ')}</p>
    ${details.length > 0 ? html`<p part="details" class="lead">${details.join(' ')}</p>` : nothing}
    ${
      state.scores.ballots === null
        ? nothing
        : html`<div class="standing">
            ${planVerdict(state, speaker)}
            <p part="basis" class="small quiet">${basisWords(state, speaker)}</p>
          </div>
          ${tableTemplate(state, speaker, parts)}`
    }`;
}

/** The verdict word with its sign. Without a verdict the sentence has said so. */
function planVerdict(state: ReadyScorecard, {say, voice}: Speaker): TemplateResult | typeof nothing {
  if (state.scores.verdict === 'pass') return signTemplate('pass', say('planPass'));
  if (state.scores.verdict !== 'insufficient') return nothing;
  const names = rows(state).flatMap(({name, score}) => (score.verdict === 'insufficient' ? name : []));
  return signTemplate('insufficient', say('planInsufficient', {names: list(names, voice)}));
}
