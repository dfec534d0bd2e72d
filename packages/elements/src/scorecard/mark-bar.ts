import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {previousNumbers} from './previous.js';
import type {Row} from './scorecard-figures.js';
import type {ReadyScorecard} from './scorecard.state.js';

const TRIANGLE = svg`<path d="M0-7.5 8 6.5H-8Z"/>`;
const DOT = svg`<circle r="6" class="full"/>`;
const SPLIT_DOT = svg`<circle r="6"/><path d="M0-6A6 6 0 0 0 0 6Z" class="full"/>`;

/**
 * A thin bar over the whole scale, with a notch where the pass mark is and the spread as a faint band. Decoration: the
 * figures stand beside it.
 */
export function barTemplate({score, number, divided}: Row, state: ReadyScorecard): TemplateResult {
  const before = previousNumbers(state).get(score.value);
  const marks = state.scores.scale === 'marks';
  const at = (points: number) => x(marks ? (points - 1) / 9 : points / 100);
  const needed = at(marks ? score.passMark : 50);
  const sign = score.verdict === 'insufficient' ? TRIANGLE : divided ? SPLIT_DOT : DOT;
  return html`<svg class="bar ${divided ? 'divided' : score.verdict}" height="24" aria-hidden="true">
    ${score.middle ? band(at(score.middle[0]), at(score.middle[1])) : nothing}
    <line class="scale" x1=${x(0)} x2=${x(1)} y1="12" y2="12"></line>
    <line class="notch" x1=${needed} x2=${needed} y1="3" y2="21"></line>
    ${before === undefined ? nothing : svg`<svg x=${at(before)} y="12" class="before"><circle r="4"/></svg>`}
    <svg x=${at(number ?? 0)} y="12" class="dot">${sign}</svg>
  </svg>`;
}

function band(from: string, to: string): SVGTemplateResult {
  return svg`<line class="band" x1=${from} x2=${to} y1="12" y2="12"/>`;
}

/** A place on the bar, 0–1, with a little room at either end, so that a dot there is not cut. */
function x(place: number): string {
  return `${(3 + 94 * place).toFixed(2)}%`;
}
