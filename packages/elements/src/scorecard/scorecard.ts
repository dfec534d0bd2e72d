import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {absenceTemplate, lateTemplate} from '../shared/about-absence.template.js';
import {choiceConverter} from '../shared/choice-converter.js';
import {ConnectionController} from '../shared/connection-controller.js';
import {controls} from '../shared/controls.styles.js';
import {heading} from '../shared/heading.js';
import {KeepFocusController} from '../shared/keep-focus-controller.js';
import {LatePart} from '../shared/late-part.js';
import {textsConverter} from '../shared/texts-converter.js';
import {tokens} from '../shared/tokens.styles.js';
import {unreachable} from '../shared/unreachable.js';
import {VoiceController} from '../shared/voice-controller.js';
import {day, type Text} from '../shared/voice.js';
import type {Later} from './later.js';
import {resultTexts, type ResultKey} from './result.messages.js';
import type {Row} from './scorecard-figures.js';
import {tableStyles} from './scorecard-table.styles.js';
import {AxisSelectEvent} from './scorecard.events.js';
import type {ReadyScorecard, ScorecardState, TestedPlan} from './scorecard.state.js';
import {styles} from './scorecard.styles.js';
import {resultTemplate} from './scorecard.template.js';

export {AxisSelectEvent};
export type {ReadyScorecard, ScorecardState, ShownReason, TestedPlan} from './scorecard.state.js';

/** Whose marks a page may ask for. */
const basisConverter = choiceConverter('samen-scorecard', 'basis', ['', 'ballots', 'group-marks']);

/**
 * The result of a test: one sentence, a table, and a radar of the plan against the ring of its pass marks.
 *
 * @fires {AxisSelectEvent} samen-axis-select - The reader picked a core value, in its row or in the radar.
 * @fires {ConnectEvent} samen-connect - Asks the page around it for its state.
 * @slot - What to show as long as there is no result.
 * @csspart heading - The plan and its version.
 * @csspart sentence - The result in a sentence.
 * @csspart details - What is worth knowing beside it.
 * @csspart basis - Whose marks they are.
 * @csspart table - The figures per core value.
 * @csspart chart - The box of the radar.
 * @csspart subheading - The headings below the figures.
 * @csspart left-out - Core values that the round did not ask about.
 * @csspart reasons - Why people found something insufficient.
 * @csspart quote - A reason in somebody's own words.
 * @csspart marks - All marks per core value.
 * @csspart distribution - How the marks of one core value are spread.
 * @cssprop [--samen-scorecard-plan=--samen-accent] - Colour of the plan's line.
 * @cssprop [--samen-scorecard-previous=--samen-second] - Colour of the previous version's line.
 */
export class Scorecard extends LitElement {
  static override styles = [tokens, controls, tableStyles, styles];

  /** What to show. Set it anew; it is never mutated. */
  @property({attribute: false}) state: ScorecardState = {type: 'loading'};

  /** Texts of the page's own, by key. */
  @property({converter: textsConverter}) texts: Readonly<Record<string, Text>> = {};

  /** Level of the first heading, 2–6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Id of the round to show. Empty: the latest one. */
  @property() round = '';

  /** Whose marks to show: `ballots` of individuals or `group-marks` of tables. Empty: those that the round has. */
  @property({converter: basisConverter}) basis: '' | 'ballots' | 'group-marks' = '';

  readonly #voice = new VoiceController<ResultKey>(this, resultTexts);
  readonly #later = new LatePart<Later>(this, () => this.loadLater(this.#voice));

  constructor() {
    super();
    new KeepFocusController(this);
    new ConnectionController<ScorecardState>(this, 'samen-scorecard', () => ({
      round: this.round,
      basis: this.basis,
    }));
  }

  /** The reader picked a core value: the page is told, and here its marks open. */
  pick(value: string): void {
    /** @internal Listed by @fires. */
    this.dispatchEvent(new AxisSelectEvent(value));
    for (const details of this.renderRoot.querySelectorAll('details')) {
      if (details.dataset['value'] === value) details.open = true;
    }
  }

  /** Brings what comes after the sentence and the table. */
  protected async loadLater(voice: VoiceController<ResultKey>): Promise<Later> {
    const {Later} = await import('./later.js');
    return new Later(this, voice);
  }

  protected override updated(): void {
    if ((this.state.type === 'ready' || !this.#voice.ready) && !this.#later.failed) void this.#later.load();
  }

  /** Complete is when what comes after the sentence and the table is there too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#later.arrival;
    return complete && super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    return html`<div part="scorecard" lang=${this.#voice.lang}>${this.#renderState()}</div>`;
  }

  #renderState(): TemplateResult {
    const {state} = this;
    if (!this.#voice.ready) return html`${lateTemplate(this.#later, this.#voice)}<slot></slot>`;
    switch (state.type) {
      case 'loading':
      case 'empty':
      case 'failed':
        return absenceTemplate(state, this.#voice);
      case 'open':
        return html`${this.#renderHeading(state.plan)}
          <p part="sentence" class="lead">${this.#comes(state.resultsFrom)}</p>`;
      case 'ready':
        return this.#renderReady(state);
      default:
        return unreachable(state);
    }
  }

  #renderHeading({name, number}: TestedPlan): TemplateResult {
    return heading(this.headingLevel, this.#voice.say('title', {plan: name, n: number}));
  }

  #comes(resultsFrom: string | undefined): string {
    const {say, voice} = this.#voice;
    return resultsFrom ? say('resultsFrom', {day: day(resultsFrom, voice)}) : say('resultsLater');
  }

  #renderReady(state: ReadyScorecard): TemplateResult {
    const later = this.#later.part;
    const parts = {
      onPick: (value: string) => this.pick(value),
      bar: (row: Row) => later?.bar(row, state),
      before: later?.before(state),
      details: later?.details(state) ?? [],
    };
    return html`${this.#renderHeading(state.plan)}
      <div class="result">
        <div class="figures">${resultTemplate(state, this.#voice, parts)} ${later?.underTable(state)}</div>
        ${this.#failed ? this.#renderFailed() : later?.chart()}
      </div>
      ${state.scores.ballots === null ? nothing : later?.more(state)}`;
  }

  get #failed(): boolean {
    return this.#later.failed || this.#later.part?.failed === true;
  }

  /** The table stays: nothing is missing but the picture of it. */
  #renderFailed(): TemplateResult {
    const {say} = this.#voice;
    return html`<div class="no-chart small">
      <p class="quiet" role="status">${say('chartFailed')}</p>
      <button type="button" class="plain" @click=${this.#onRetry}>${say('retry')}</button>
    </div>`;
  }

  #onRetry(): void {
    if (this.#later.part) this.#later.part.retry();
    else void this.#later.load();
  }
}
