import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {language} from '../shared/voice.js';
import type {Speaker} from './closing.js';

/** One answer, how often it was given, and which part of the people that is, 0–1. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly share: number;
  /** How the bar is drawn, so that it can be told apart without colour. Solid where nothing is said. */
  readonly answer?: 'fits' | 'partly' | 'not';
}

interface BarTable {
  readonly question: string;
  /** The rubric it is about; empty where it is about all of them. */
  readonly title: string;
  readonly rows: readonly Bar[];
}

/** A table of counts and percentages with a bar in every row. */
export function barTableTemplate({question, title, rows}: BarTable, {say, voice}: Speaker): TemplateResult {
  const percent = (share: number): string => share.toLocaleString(language(voice), {style: 'percent'});
  return html`<table part="table">
    <caption class=${title ? 'question' : 'sr'}>
      ${question}<span class="sr">${title ? `: ${title}` : ''}</span>
    </caption>
    <thead class="small quiet">
      <tr>
        <th scope="col">${say('choice')}</th>
        <th scope="col">${say('count')}</th>
        <th scope="col">${say('percent')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        row =>
          html`<tr>
            <th scope="row"><span class="bar-row"><span>${row.label}</span>${barTemplate(row)}</span></th>
            <td>${row.count.toLocaleString(language(voice))}</td>
            <td>${percent(row.share)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Drawn with attributes: a printer keeps it, and a strict policy allows it. */
function barTemplate({share, answer = 'fits'}: Bar): TemplateResult {
  const length = `${share * 100}%`;
  return html`<svg class="bar" part="bar" width="100%" height="12" aria-hidden="true">
    <line class="track" x1="0" x2="100%" y1="11.5" y2="11.5"></line>
    ${share > 0 ? shapeTemplate(answer, length) : ''}
  </svg>`;
}

/** Fits is solid, fits partly is striped, does not fit is hollow. */
function shapeTemplate(answer: NonNullable<Bar['answer']>, length: string): SVGTemplateResult {
  return answer === 'partly'
    ? svg`<line class="partly" x1="0" x2=${length} y1="6" y2="6" stroke-width="12" stroke-dasharray="3 3"></line>`
    : svg`<rect class=${answer} x="0" y="0" width=${length} height="12"></rect>`;
}
