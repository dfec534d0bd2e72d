import type {Histogram} from '@samenwaarde/core';
import {html, nothing, svg, type TemplateResult} from 'lit';
import type {FullSpeaker} from './full-speaker.js';
import type {Row} from './scorecard-figures.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** Height of the fullest column, in CSS pixels. */
const HEIGHT = 72;

/** How the marks on one value are spread; only the side of the pass mark where all are alike. */
export function distributionTemplate(row: Row, state: ReadyScorecard, speaker: FullSpeaker): TemplateResult {
  const {histogram} = row.score;
  return histogram ? histogramTemplate({row, histogram}, state, speaker) : html`<p>${alike(row, speaker)}</p>`;
}

function alike({score}: Row, {say}: FullSpeaker): string {
  return say(score.verdict === 'pass' ? 'alikePass' : 'alikeInsufficient', {n: score.n ?? 0});
}

function histogramTemplate(
  {row, histogram}: {readonly row: Row; readonly histogram: Histogram},
  state: ReadyScorecard,
  speaker: FullSpeaker,
): TemplateResult {
  const {say} = speaker;
  const share = state.scores.scale === 'sufficient';
  const columns = share ? shareColumns(histogram, speaker) : markColumns(histogram, row.score.passMark);
  const most = Math.max(1, ...columns.map(({times}) => times));
  return html`<table class="histogram">
      <caption class="small quiet">
        ${say(share ? 'howOftenAnswers' : 'howOften', {name: row.name})}
      </caption>
      <thead>
        <tr>
          <th scope="row"><span class="sr">${say(share ? 'verdict' : 'mark')}</span></th>
          ${columns.map(({label, low}) => html`<th scope="col" class=${low ? 'low' : ''}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row"><span class="sr">${say('count')}</span></th>
          ${columns.map(({times, low}) => html`<td>${times}${columnTemplate(times / most, low)}</td>`)}
        </tr>
      </tbody>
    </table>
    ${besideTemplate(histogram, speaker)}`;
}

interface Column {
  readonly label: string;
  readonly times: number;
  /** Whether it lies below what is needed. */
  readonly low: boolean;
}

function markColumns({marks}: Histogram, passMark: number): readonly Column[] {
  return marks.map((times, place) => ({label: String(place + 1), times, low: place + 1 < passMark}));
}

function shareColumns({sufficient, insufficient}: Histogram, {say}: FullSpeaker): readonly Column[] {
  return [
    {label: say('insufficient'), times: insufficient, low: true},
    {label: say('pass'), times: sufficient, low: false},
  ];
}

/** Insufficient is hollow, sufficient is filled: it can be told apart in black and white. */
function columnTemplate(part: number, low: boolean): TemplateResult {
  const height = Math.round(part * HEIGHT);
  return html`<svg class=${low ? 'low' : ''} height=${HEIGHT + 2} aria-hidden="true">
    ${svg`<rect x="10%" width="80%" y=${HEIGHT + 1 - height} height=${height}></rect>`}
  </svg>`;
}

/** Answers that are no mark. */
function besideTemplate({unknown, notApplicable}: Histogram, {say}: FullSpeaker): TemplateResult | typeof nothing {
  if (unknown + notApplicable === 0) return nothing;
  return html`<p class="small">
    ${unknown > 0 ? html`<span>${say('unknown', {n: unknown})}</span>` : nothing}
    ${notApplicable > 0 ? html`<span>${say('notApplicable', {n: notApplicable})}</span>` : nothing}
  </p>`;
}
