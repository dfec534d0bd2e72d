import {html, nothing, type TemplateResult} from 'lit';
import {decimal} from '../shared/voice.js';
import {figure, insufficientFirst, sharedPassMark, type Row, type Speaker} from './scorecard-figures.js';
import type {ReadyScorecard} from './scorecard.state.js';
import {signTemplate} from './sign.js';

/** What a row asks of the widget around it. */
export interface RowParts {
  readonly onPick: (value: string) => void;
  /** The bar of a row, when what draws it is there. */
  readonly bar: (row: Row) => unknown;
  /** One column more, when there is one. */
  readonly before: ((row: Row) => Cell) | undefined;
}

/** One cell, with the heading of its column. */
export type Cell = readonly [heading: string, text: string];

/** Stands where there is no figure; the verdict says why. */
export const NONE = '–';

/**
 * The values as rows of one table. Roles are written out: in a narrow column the rows are laid out as a grid, and some
 * browsers then forget that it is a table.
 */
export function tableTemplate(state: ReadyScorecard, speaker: Speaker, parts: RowParts): TemplateResult {
  const {say} = speaker;
  const all = insufficientFirst(state);
  const headings = [
    say('value'),
    say(state.scores.scale === 'marks' ? 'mark' : 'share'),
    say('verdict'),
    ...(all[0] ? cells(all[0], state, {...speaker, ...parts}).map(([heading]) => heading) : []),
  ];
  return html`<table part="table" class="rows" role="table">
    <caption class="sr">
      ${say('caption')}
    </caption>
    <thead>
      <tr role="row">
        ${headings.map(heading => html`<th role="columnheader" scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${all.map(row => rowTemplate(row, state, {...speaker, ...parts}))}
    </tbody>
  </table>`;
}

function rowTemplate(row: Row, state: ReadyScorecard, around: Speaker & RowParts): TemplateResult {
  const {score, name, number, divided} = row;
  const {say, voice, onPick, bar} = around;
  return html`<tr role="row" class=${score.verdict}>
    <th role="rowheader" scope="row">
      <button type="button" class="plain pick" @click=${() => onPick(score.value)}>${name}</button>
      ${number === null ? nothing : (bar(row) ?? html`<div class="bar"></div>`)}
    </th>
    <td role="cell" class="figure">
      ${number === null ? NONE : figure(number, state, voice)} ${ownPassMark(row, state, around)}
    </td>
    <td role="cell" class="verdict">
      ${signTemplate(score.verdict, say(score.verdict))} ${divided ? signTemplate('divided', say('dissent')) : nothing}
    </td>
    ${cells(row, state, around).map(
      ([heading, text]) =>
        html`<td role="cell" class="small quiet"><span class="of" aria-hidden="true">${heading}: </span>${text}</td>`,
    )}
  </tr>`;
}

/** What stands after the verdict: in a narrow column each with its heading before it. */
function cells(row: Row, {scores}: ReadyScorecard, {say, before}: Speaker & RowParts): readonly Cell[] {
  const {n} = row.score;
  return [
    ...(scores.scale === 'marks' ? [[say('middle'), middle(row, say)] as const] : []),
    [say('count'), n === null ? NONE : String(n)],
    ...(before ? [before(row)] : []),
  ];
}

function middle({score, number}: Row, say: Speaker['say']): string {
  if (score.alike) return say('alike');
  if (number === null || !score.middle) return NONE;
  const [low, high] = score.middle;
  return low === high ? String(low) : say('range', {low, high});
}

/** What is needed stands under the table once, and in the row where values differ in it. */
function ownPassMark({score}: Row, state: ReadyScorecard, {say, voice}: Speaker): TemplateResult | typeof nothing {
  if (state.scores.scale !== 'marks' || sharedPassMark(state) !== null) return nothing;
  return html`<span class="own small quiet">${say('needs', {mark: decimal(score.passMark, voice)})}</span>`;
}
