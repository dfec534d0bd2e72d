import {adoptStyles, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {OwnContributionController} from '../shared/own-contribution-controller.js';
import {AnotherEvent} from '../shared/own-events.js';
import type {VoiceController} from '../shared/voice-controller.js';
import type {Text} from '../shared/voice.js';
import {answeredTemplate, closedTemplate} from './after.template.js';
import {BallotCourse} from './ballot-course.js';
import {BallotField} from './ballot-field.js';
import {given} from './given.js';
import {lastStep, type BallotView, type ClosedView, type MarkingView} from './ballot-view.js';
import {clearTemplate} from './clear.template.js';
import {CodeEntry} from './code-entry.js';
import {closingStyles} from './closing.styles.js';
import type {MarkingKey} from './marking.messages.js';
import {BallotSubmitEvent} from './plan-ballot.events.js';
import {planBallotTexts, type PlanBallotKey} from './plan-ballot.messages.js';
import type {MarkedValue, OwnBallot} from './plan-ballot.state.js';
import {reasonTemplate} from './reason.template.js';
import {planAgainTemplate, problemTemplate, progressTemplate, stepsTemplate} from './steps.template.js';
import {changingTemplate, summaryTemplate} from './summary.template.js';

type Host = LitElement & {readonly texts: Readonly<Record<string, Text>>};

/**
 * What comes after the first mark: reasons, steps, what is missing, the summary, thanks and receipts. It arrives after
 * the first view, which is smaller for it.
 */
export class Closing {
  /** Where somebody is. */
  readonly course: BallotCourse;
  /** What the form around it is told. */
  readonly field: BallotField;
  /** Says every text of the ballot. */
  readonly speaker: VoiceController<PlanBallotKey>;
  readonly #host: Host;
  readonly #own: OwnContributionController;
  readonly #code: CodeEntry;

  constructor(host: Host, voice: VoiceController<MarkingKey>, internals: ElementInternals) {
    this.#host = host;
    this.course = new BallotCourse(host);
    this.field = new BallotField(internals);
    this.speaker = voice.learn(planBallotTexts);
    this.#own = new OwnContributionController(host, this.speaker);
    this.#code = new CodeEntry(host, this.speaker);
    const {elementStyles} = host.constructor as typeof LitElement;
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [...elementStyles, closingStyles]);
  }

  /** That these answers were given before. */
  changing(view: MarkingView): TemplateResult {
    const stop = (): boolean => this.#host.dispatchEvent(new AnotherEvent(view.asked.terms.round));
    return changingTemplate(stop, this.speaker);
  }

  /** Takes an answer back. */
  clear(value: MarkedValue, view: MarkingView): TemplateResult {
    return clearTemplate(value, view, this.speaker);
  }

  planAgain(view: MarkingView): TemplateResult {
    return planAgainTemplate(view, this);
  }

  problem(view: MarkingView): TemplateResult | typeof nothing {
    return problemTemplate(view, this);
  }

  progress(step: number, view: MarkingView): TemplateResult {
    return progressTemplate(step, view, this);
  }

  /** Asks what would have to change. */
  reason(value: MarkedValue, place: number, view: MarkingView): TemplateResult {
    return reasonTemplate({...value, place}, view, this.speaker);
  }

  steps(view: MarkingView): TemplateResult | typeof nothing {
    return stepsTemplate(view, this);
  }

  /** The answers before they go, when somebody is that far. A form has a button of its own. */
  summary(view: MarkingView): TemplateResult | undefined {
    if (view.inForm || this.course.step <= lastStep(view)) return undefined;
    return summaryTemplate(view, {
      course: this.course,
      speaker: this.speaker,
      give: () => this.#give(view),
      code: this.#code.template(view.asked),
    });
  }

  /** What still waits, and a field for a receipt of before. */
  receiptEntry({asked: {about, terms}}: MarkingView): TemplateResult {
    return html`${this.#own.status()} ${this.#own.waiting(about)} ${this.#own.receiptEntry(terms.round)}`;
  }

  /** Thanks, and what can still be done. */
  answered(own: OwnBallot, view: BallotView): TemplateResult {
    return html`${answeredTemplate(own, view, this.speaker)}
    ${this.#own.actions(view.asked.terms.round, own.id, {what: this.speaker.say('yourAnswers')})} ${this.#own.nextPerson()}
    ${this.#own.status()}`;
  }

  /** The round is over. */
  closed(view: ClosedView): TemplateResult {
    const {own, draft} = view.asked;
    return html`${closedTemplate(view, this.speaker)} ${own || draft ? this.#own.nextPerson() : nothing}`;
  }

  #give({asked: {terms, values, changing, code: asked}, draft}: MarkingView): void {
    const code = asked === undefined ? undefined : this.#code.read(asked);
    if (asked !== undefined && !code) return;
    const ballot = {...given(draft, values), ...(code && {code})};
    /** @internal Listed by @fires of the widget. */
    this.#host.dispatchEvent(new BallotSubmitEvent(terms.round, ballot, changing));
  }
}
