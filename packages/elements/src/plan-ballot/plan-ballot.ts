import {html, LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {absenceTemplate, lateTemplate} from '../shared/about-absence.template.js';
import {choiceConverter} from '../shared/choice-converter.js';
import {ConnectionController} from '../shared/connection-controller.js';
import {controls} from '../shared/controls.styles.js';
import {headingLevel} from '../shared/heading.js';
import {KeepFocusController} from '../shared/keep-focus-controller.js';
import {LatePart} from '../shared/late-part.js';
import {DraftEvent} from '../shared/draft-event.js';
import {textsConverter} from '../shared/texts-converter.js';
import {tokens} from '../shared/tokens.styles.js';
import {unreachable} from '../shared/unreachable.js';
import {VoiceController} from '../shared/voice-controller.js';
import type {Text} from '../shared/voice.js';
import {EMPTY_DRAFT} from './ballot-draft.js';
import {markNames, type Asked, type BallotView, type Marking, type MarkingView} from './ballot-view.js';
import {KeptDraft} from './kept-draft.js';
import {markingTexts, type MarkingKey} from './marking.messages.js';
import {markingTemplate, showAnswers} from './marking.template.js';
import {BallotSubmitEvent} from './plan-ballot.events.js';
import type {BallotDraft, PlanBallotState} from './plan-ballot.state.js';
import {styles} from './plan-ballot.styles.js';
import {planTitleTemplate} from './plan.template.js';

export {BallotSubmitEvent};

/**
 * A plan, and a mark for it on every core value. With a `name` inside a form it is a field of that form: it then asks
 * nothing of an alliance and has no button to send.
 *
 * @fires {BallotSubmitEvent} samen-ballot-submit - Somebody gave their marks: keep or send them.
 * @fires {DraftEvent} samen-draft - An answer or a reason changed.
 * @fires {ChangeEvent} samen-change - Somebody wants to change the marks they gave.
 * @fires {WithdrawEvent} samen-withdraw - Somebody takes their marks away.
 * @fires {AnotherEvent} samen-another - Somebody stops changing their marks.
 * @fires {NextPersonEvent} samen-next-person - This person is done with the device.
 * @fires {ReceiptEvent} samen-receipt - Somebody typed the code of a receipt.
 * @fires {ParcelEvent} samen-parcel - A file was asked of what waits to be sent.
 * @fires {ConnectEvent} samen-connect - The widget came onto the page and asks for its state.
 * @fires {Event} input - In a form: an answer or a reason changed. The form has it already.
 * @fires {Event} change - In a form: an answer or a reason changed for good.
 * @slot - What to show while there is nothing to mark.
 * @csspart ballot - Everything.
 * @csspart heading - The name of the plan.
 * @csspart plan - The text of the plan.
 * @csspart about - Who asks and where the answers go.
 * @csspart waiting - How many could not be sent yet, and a file of them.
 * @csspart value - One core value with its answers.
 * @csspart value-name - The name of a core value.
 * @csspart sides - What a core value feels like, does and strives for.
 * @csspart levels - What a 4, a 6 and an 8 is.
 * @csspart marks - The row of ten marks.
 * @csspart reason - The question what would have to change.
 * @csspart progress - How far one is.
 * @csspart problem - What is missing, with links.
 * @csspart summary - The answers before they go.
 * @csspart answers - The table of answers.
 * @csspart thanks - What is said afterwards.
 * @cssprop [--samen-plan-ballot-chosen=var(--samen-accent)] - Colour of the chosen answer.
 * @cssprop [--samen-plan-ballot-on-chosen=var(--samen-on-accent)] - Colour of the text on it.
 */
export class PlanBallot extends LitElement {
  static override styles = [tokens, controls, styles];
  static readonly formAssociated = true;

  /** What to show. Set it anew; it is never mutated. */
  @property({attribute: false})
  get state(): PlanBallotState {
    return this.#state;
  }
  set state(state: PlanBallotState) {
    this.#state = state;
    this.#follow();
  }

  /** Texts of the page's own, by key: they come before the widget's. */
  @property({converter: textsConverter}) texts: Readonly<Record<string, Text>> = {};

  /** Level of the first heading, 2–6, so that it fits the page's outline. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Id of the round to mark in. Empty: the one that is open. */
  @property() round = '';

  /**
   * All values in one list, or step by step. The list is the default: on an old phone one scroll costs less than ten
   * taps that each build a page, the marks stand beside each other, and one sees how much is asked.
   */
  @property({converter: choiceConverter('samen-plan-ballot', 'layout', ['list', 'steps'])}) layout: 'list' | 'steps' =
    'list';

  /** Name of the field in the form around it. With it that form gets the answers, and nobody else. */
  @property({reflect: true}) name = '';

  /** In a form: whether every value must be answered before it can be sent. "Don't know" is an answer. */
  @property({type: Boolean}) required = false;

  #state: PlanBallotState = {type: 'loading'};
  #disabled = false;
  readonly #kept = new KeptDraft();
  readonly #internals = this.attachInternals();
  readonly #voice = new VoiceController<MarkingKey>(this, markingTexts);
  readonly #closing = new LatePart(
    this,
    async () => new (await this.loadClosing()).Closing(this, this.#voice, this.#internals),
  );

  constructor() {
    super();
    new ConnectionController<PlanBallotState>(this, 'samen-plan-ballot', () => ({round: this.round}));
    new KeepFocusController(this);
    this.addEventListener('invalid', () => this.#closing.part?.course.check());
  }

  get #inForm(): boolean {
    return this.name !== '' && this.#internals.form !== null;
  }

  /** What can be filled in now. A form asks for itself: what was given outside of it is no answer to it. */
  get #marking(): Marking | undefined {
    const state = this.#state;
    if (state.type === 'marking') return state;
    return state.type === 'answered' && this.#inForm ? {...state, type: 'marking', draft: EMPTY_DRAFT} : undefined;
  }

  formAssociatedCallback(): void {
    this.#follow();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#kept.reset();
    this.#closing.part?.course.begin();
    this.#tellForm();
    this.requestUpdate();
  }

  async formStateRestoreCallback(state: File | string | FormData | null): Promise<void> {
    await this.#closing.load();
    if (!(state instanceof FormData) || !this.#closing.part) return;
    this.#kept.change(this.#closing.part.field.restored(state, this.name));
    this.#tellForm();
    this.requestUpdate();
  }

  /** Brings what comes after the first mark. */
  protected loadClosing(): Promise<typeof import('./closing.js')> {
    return import('./closing.js');
  }

  /** The name or the texts may have changed; and what is missing can only be pointed at once it is there. */
  protected override updated(): void {
    if (this.#marking) showAnswers(this.renderRoot, this.#marking.values, this.#kept.draft);
    this.#tellForm();
    const wanted = 'terms' in this.#state || this.#inForm || !this.#voice.ready;
    if (wanted && !this.#closing.failed) void this.#closing.load();
  }

  /** Complete is when what comes after the first mark is there too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#closing.arrival;
    return complete && super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    return html`<div part="ballot" lang=${this.#voice.lang}>${this.#renderState(this.#marking ?? this.#state)}</div>`;
  }

  #renderState(state: PlanBallotState): TemplateResult {
    if (!this.#voice.ready) return html`${lateTemplate(this.#closing, this.#voice)}<slot></slot>`;
    switch (state.type) {
      case 'loading':
      case 'empty':
      case 'failed':
        return absenceTemplate(state, this.#voice);
      case 'marking':
        // A form must know of every answer: none can be given before it does.
        if (this.#inForm && !this.#closing.part) return lateTemplate(this.#closing, this.#voice);
        return markingTemplate(this.#markingView(state));
      case 'answered':
        return this.#closing.part?.answered(state.own, this.#view(state)) ?? lateTemplate(this.#closing, this.#voice);
      case 'closed':
        return html`${planTitleTemplate(this.#view(state))}
        ${this.#closing.part?.closed(this.#view(state)) ?? lateTemplate(this.#closing, this.#voice)}`;
      default:
        return unreachable(state);
    }
  }

  #view<A extends Asked>(asked: A): BallotView & {readonly asked: A} {
    const {say, voice} = this.#voice;
    const level = headingLevel(this.headingLevel);
    return {asked, draft: this.#kept.draft, level, say, voice, markNames: markNames(this.#voice)};
  }

  #markingView(asked: Marking): MarkingView {
    return {
      ...this.#view(asked),
      closing: this.#closing.part,
      unreachable: this.#closing.failed ? lateTemplate({failed: true, load: this.#onRetry}, this.#voice) : undefined,
      stepped: this.layout === 'steps',
      disabled: this.#disabled,
      inForm: this.#inForm,
      required: this.required,
      onDraft: change => this.#onDraft(change(this.#kept.draft), asked),
      onSettled: () => this.#onSettled(),
    };
  }

  #onDraft(draft: BallotDraft, {terms}: Marking): void {
    this.#kept.change(draft);
    this.#tellForm();
    this.requestUpdate();
    /** @internal Listed by @fires. */
    if (!this.#inForm) this.dispatchEvent(new DraftEvent(terms.round, draft));
  }

  /** The platform lets `input` out of a shadow root, and keeps `change` in. */
  #onSettled(): void {
    /** @internal Listed by @fires. */
    if (this.#inForm) this.dispatchEvent(new Event('change', {bubbles: true}));
  }

  /** What was pressed is gone then: the focus goes to what came in its place. */
  readonly #onRetry = async (): Promise<void> => {
    await this.#closing.load();
    this.#closing.part?.course.go(0);
  };

  #follow(): void {
    if (this.#kept.follow(this.#marking, this.#inForm)) this.#closing.part?.course.begin(this.#marking);
    this.#tellForm();
  }

  /** Until what knows of forms is there, a ballot that is required cannot have been filled in. */
  #tellForm(): void {
    const [marking, {draft}, {name, required}] = [this.#marking, this.#kept, this];
    const missing = this.#voice.say('missing');
    if (this.#closing.part) this.#closing.part.field.tell({marking, draft, name, required, missing});
    else if (this.#inForm && required) this.#internals.setValidity({valueMissing: true}, missing);
  }
}
