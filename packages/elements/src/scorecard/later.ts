import {adoptStyles, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {saveFile} from '../shared/save-file.js';
import type {VoiceController} from '../shared/voice-controller.js';
import type {Text} from '../shared/voice.js';
import {fileName} from './file-name.js';
import {laterStyles} from './later.styles.js';
import {barTemplate} from './mark-bar.js';
import {barStyles} from './mark-bar.styles.js';
import {distributionStyles} from './distribution.styles.js';
import {moreTemplate} from './more.template.js';
import {previousNumbers} from './previous.js';
import type {RadarChart} from './radar-chart.js';
import {RadarDrawing} from './radar-drawing.js';
import {RadarStage} from './radar-stage.js';
import {details} from './scorecard-details.js';
import {figure, type Row} from './scorecard-figures.js';
import {NONE, type Cell} from './scorecard-table.js';
import {keyTemplate, leftOutTemplate} from './scorecard-key.js';
import type {ResultKey} from './result.messages.js';
import {scorecardTexts, type ScorecardKey} from './scorecard.messages.js';
import type {ReadyScorecard, ScorecardState} from './scorecard.state.js';

/** The widget that it belongs to. */
export interface LaterHost extends LitElement {
  readonly state: ScorecardState;
  readonly texts: Readonly<Record<string, Text>>;
  readonly headingLevel: number;
  /** The reader picked a core value. */
  pick(value: string): void;
}

/** What comes after the sentence and the table: bars, radar, reasons, all marks, and files to keep. */
export class Later {
  readonly #host: LaterHost;
  readonly #voice: VoiceController<ScorecardKey>;
  readonly #radar: RadarDrawing;
  #unsaved = false;

  constructor(host: LaterHost, voice: VoiceController<ResultKey>) {
    this.#host = host;
    this.#voice = voice.learn(scorecardTexts);
    this.#radar = new RadarDrawing(host, this.#voice, async () => {
      const {RadarChart} = await this.loadRadar();
      return new RadarStage(new RadarChart(), value => host.pick(value));
    });
    const {elementStyles} = host.constructor as typeof LitElement;
    const styles = [laterStyles, barStyles, distributionStyles];
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [...elementStyles, ...styles]);
  }

  /** Whether the chart's code could not be fetched. */
  get failed(): boolean {
    return this.#radar.failed;
  }

  /** Brings the code of the chart. */
  protected loadRadar(): Promise<{readonly RadarChart: new () => RadarChart}> {
    return import('./radar-chart.js');
  }

  /** Fetches the chart's code again. */
  retry(): void {
    this.#radar.fetch();
  }

  /** Sentences beside the result. */
  details(state: ReadyScorecard): readonly string[] {
    return details(state, this.#voice);
  }

  /** The column of the previous version, if there is one. */
  before(state: ReadyScorecard): ((row: Row) => Cell) | undefined {
    const {previous} = state;
    if (!previous) return undefined;
    const heading = this.#voice.say('before', {n: previous.number});
    const numbers = previousNumbers(state);
    return ({score}) => {
      const number = numbers.get(score.value);
      return [heading, number === undefined ? NONE : figure(number, state, this.#voice.voice)];
    };
  }

  /** The marks of a row as a picture. */
  bar(row: Row, state: ReadyScorecard): TemplateResult {
    return barTemplate(row, state);
  }

  /** Under the table: what the bars mean, and what was not asked. */
  underTable(state: ReadyScorecard): TemplateResult {
    const key = state.scores.ballots === null ? nothing : keyTemplate(state, this.#voice);
    return html`${key} ${leftOutTemplate(state, this.#voice)}`;
  }

  /** The table holds the same figures, so who cannot see the radar misses nothing: it is hidden from screen readers. */
  chart(): TemplateResult | typeof nothing {
    if (!this.#radar.wanted || this.#radar.failed) return nothing;
    return html`<div part="chart" data-radar @transitionend=${this.#radar.draw}>
      <canvas aria-hidden="true"></canvas>
    </div>`;
  }

  /** Below the figures: why, all marks, and files to keep. */
  more(state: ReadyScorecard): TemplateResult {
    const {say} = this.#voice;
    return html`${moreTemplate(state, this.#voice, this.#host.headingLevel + 1)}
      <div class="actions">
        <button type="button" @click=${() => this.#save(() => this.#savePicture(state))}>${say('savePicture')}</button>
        <button type="button" @click=${() => this.#save(() => this.#saveTable(state))}>${say('saveTable')}</button>
      </div>
      ${this.#unsaved ? html`<p class="problem" role="alert">${say('saveFailed')}</p>` : nothing}`;
  }

  async #save(save: () => Promise<void>): Promise<void> {
    this.#unsaved = await save().then(
      () => false,
      () => true,
    );
    this.#host.requestUpdate();
  }

  async #savePicture(state: ReadyScorecard): Promise<void> {
    const [{scorecardPicture}, {RadarChart}] = await Promise.all([import('./scorecard-picture.js'), this.loadRadar()]);
    const frame = this.#host.renderRoot.firstElementChild as HTMLElement;
    const picture = await scorecardPicture(state, this.#voice, {frame, chart: new RadarChart()});
    saveFile(`${fileName(state.plan, this.#voice)}.png`, picture, 'image/png');
  }

  async #saveTable(state: ReadyScorecard): Promise<void> {
    const {scorecardCsv} = await import('./scorecard-csv.js');
    saveFile(`${fileName(state.plan, this.#voice)}.csv`, scorecardCsv(state, this.#voice), 'text/csv');
  }
}
