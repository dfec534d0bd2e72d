import {LONGEST_TEXT, toCsv} from '@samenwaarde/core';
import type {QuotesFile, RefusedFile, RefusedRow} from '@samenwaarde/core/csv';
import {html, nothing, type TemplateResult} from 'lit';
import {heading, headingLevel} from '../shared/heading.js';
import {saveFile} from '../shared/save-file.js';
import type {VoiceController} from '../shared/voice-controller.js';
import type {ImportKey} from './import.messages.js';

type Speaker = Pick<VoiceController<ImportKey>, 'say'>;

/** What the preview needs to know of the widget. */
export interface Around {
  readonly voice: Speaker;
  /** Level of the heading above it. */
  readonly level: number;
  /** Whether what comes in is sent to a collector, which is not told what was withheld. */
  readonly sends: boolean;
}

/** Most refused rows and quotes that are shown on the page. */
const SHOWN_ROWS = 50;
const SHOWN_QUOTES = 5;

const ROW: Readonly<Record<RefusedRow['reason'], ImportKey>> = {
  empty: 'refusedEmpty',
  malformed: 'refusedMalformed',
  unreadable: 'refusedUnreadable',
  'too-long': 'refusedTooLong',
  'too-many': 'refusedTooMany',
};

const FILE: Readonly<Record<RefusedFile['reason'], ImportKey>> = {
  binary: 'binary',
  'cell-too-long': 'cellTooLong',
  'no-rows': 'noRows',
  'no-text-column': 'noTextColumn',
  'unknown-column': 'noTextColumn',
  stopped: 'stopped',
};

/** Why a file is not taken. */
export function refusalWords({reason, line = 1}: RefusedFile, {say}: Speaker): string {
  return say(FILE[reason], {line});
}

/** What would come in, what would not and why; another column can be chosen. */
export function previewTemplate(
  read: QuotesFile | RefusedFile,
  choose: (column: string) => void,
  {voice, level, sends}: Around,
): TemplateResult {
  const columns = columnTemplate(read, choose, voice);
  if (read.type === 'refused') {
    return html`<p class="problem" role="alert">${refusalWords(read, voice)}</p>
      ${columns}`;
  }
  const n = coming(read, sends);
  // What was withheld is not shown, here either.
  const shown = read.quotes.filter(({held}) => !held).slice(0, SHOWN_QUOTES);
  return html`${heading(headingLevel(level) + 1, voice.say('preview'))}
    <p class="lead">${n > 0 ? voice.say('found', {n}) : voice.say('nothingFound')}</p>
    ${heldTemplate(read, sends ? 'withheld' : 'held', voice)} ${columns}
    ${
      shown.length > 0
        ? html`<p class="small quiet" id="first-quotes">${voice.say('firstQuotes')}</p>
          <ul aria-labelledby="first-quotes">
            ${shown.map(({text}) => html`<li><blockquote part="quote">${text}</blockquote></li>`)}
          </ul>`
        : nothing
    }
    ${refusedTemplate(read, voice)}`;
}

/** How many quotes would come in. */
export function coming({quotes}: QuotesFile, sends: boolean): number {
  return sends ? quotes.filter(({held}) => !held).length : quotes.length;
}

function heldTemplate(
  {quotes, statusColumn}: QuotesFile,
  key: 'held' | 'withheld',
  {say}: Speaker,
): TemplateResult | typeof nothing {
  const n = quotes.filter(({held}) => held).length;
  return n > 0 ? html`<p>${say(key, {n})} ${say('statusColumn', {column: statusColumn ?? ''})}</p>` : nothing;
}

function columnTemplate(
  read: QuotesFile | RefusedFile,
  choose: (column: string) => void,
  {say}: Speaker,
): TemplateResult | typeof nothing {
  const {columns = []} = read;
  const chosen = read.type === 'read' ? read.textColumn : undefined;
  if (columns.length < 2) return nothing;
  return html`<label for="column">${say('textColumn')}</label>
    <select id="column" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${chosen === undefined ? html`<option value="" selected></option>` : nothing}
      ${columns.map(column => html`<option value=${column} ?selected=${column === chosen}>${column}</option>`)}
    </select>`;
}

function refusedTemplate({refused, refusedTotal}: QuotesFile, {say}: Speaker): TemplateResult | typeof nothing {
  if (refusedTotal === 0) return nothing;
  const rows = refused.map(({line, reason}) => [line, say(ROW[reason], {longest: LONGEST_TEXT})] as const);
  const save = (): void =>
    saveFile(`${say('refusedFile')}.csv`, toCsv([[say('line'), say('reason')], ...rows]), 'text/csv');
  return html`<details part="refused">
    <summary>${say('refusedRows', {n: refusedTotal})}</summary>
    ${refusedTotal > SHOWN_ROWS ? html`<p class="small quiet">${say('moreRefused', {n: SHOWN_ROWS})}</p>` : nothing}
    <table>
      <thead>
        <tr>
          <th scope="col">${say('line')}</th>
          <th scope="col">${say('reason')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, SHOWN_ROWS).map(([line, reason]) => html`<tr><td>${line}</td><td>${reason}</td></tr>`)}
      </tbody>
    </table>
    <button type="button" class="plain" @click=${save}>${say('saveRefused')}</button>
  </details>`;
}
