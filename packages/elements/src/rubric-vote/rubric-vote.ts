import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {absenceTemplate, lateTemplate} from '../shared/about-absence.template.js';
import {ConnectionController} from '../shared/connection-controller.js';
import {controls} from '../shared/controls.styles.js';
import {KeepFocusController} from '../shared/keep-focus-controller.js';
import {LatePart} from '../shared/late-part.js';
import {DraftEvent} from '../shared/draft-event.js';
import {textsConverter} from '../shared/texts-converter.js';
import {tokens} from '../shared/tokens.styles.js';
import {unreachable} from '../shared/unreachable.js';
import {VoiceController} from '../shared/voice-controller.js';
import type {Text} from '../shared/voice.js';
import {VoteSubmitEvent} from './rubric-vote.events.js';
import type {RubricVoteState, VoteDraft} from './rubric-vote.state.js';
import {styles} from './rubric-vote.styles.js';
import {titles} from './rubric.template.js';
import type {Asking} from './questions.template.js';
import type {Problem} from './vote-check.js';
import {goesOn, toggleDot} from './vote-draft.js';
import {voteFormTemplate} from './vote-form.template.js';
import {votingTexts, type VotingKey} from './voting.messages.js';

export {VoteSubmitEvent};
export type {OwnVote, RubricVoteState, VoteDraft, VotedRubric, VoteQuestions} from './rubric-vote.state.js';

type Voting = Extract<RubricVoteState, {type: 'voting'}>;

/**
 * Core values and groups without a name, to say of each whether it fits, which weigh most and which name fits; once
 * the round is closed, what everybody answered.
 *
 * @fires {VoteSubmitEvent} samen-vote-submit - Somebody's answers, to keep or to send.
 * @fires {DraftEvent} samen-draft - What is chosen so far.
 * @fires {ChangeEvent} samen-change - The person wants to change the own answers.
 * @fires {WithdrawEvent} samen-withdraw - The person takes the own answers away.
 * @fires {AnotherEvent} samen-another - The person stops changing the own answers.
 * @fires {NextPersonEvent} samen-next-person - Somebody else comes to this device.
 * @fires {ReceiptEvent} samen-receipt - Somebody typed the code of a receipt.
 * @fires {ParcelEvent} samen-parcel - A file was asked of what waits to be sent.
 * @fires {ConnectEvent} samen-connect - Asks for the state.
 * @slot - What the page shows as long as there is nothing to vote on.
 * @csspart vote - Everything.
 * @csspart heading - The first heading.
 * @csspart about - Who asks, and what happens with the answers.
 * @csspart waiting - How many could not be sent yet, and a file of them.
 * @csspart form - The form.
 * @csspart rubric - One core value or group, with its questions or its results.
 * @csspart name - The name of a core value or group, and other headings.
 * @csspart question - One question with its answers.
 * @csspart own - The person's own answers.
 * @csspart sentence - The result in words.
 * @csspart table - A table with bars.
 * @cssprop [--samen-rubric-vote-bar] - Colour of the bars; the accent of the page unless set.
 * @cssprop [--samen-rubric-vote-space=3em] - Space between two rubrics.
 */
export class RubricVote extends LitElement {
  static override styles = [tokens, controls, styles];

  /** What to show. `<samen-alliance>` sets it, or the page's own code. Set it anew; it is never mutated. */
  @property({attribute: false}) state: RubricVoteState = {type: 'loading'};

  /** Id of the vote round to show; without it the one that is open. */
  @property() round = '';

  /** Texts of the page's own, by key; the others stay as they are. */
  @property({converter: textsConverter}) texts: Readonly<Record<string, Text>> = {};

  /** Level of the first heading, 2–6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** What the person chose since the form was shown; before the first touch the draft of the state counts. */
  @state() private chosen: VoteDraft | undefined;

  /** What kept the draft from being sent when that was last tried. */
  @state() private problems: readonly Problem[] = [];

  /** The rubric that was pressed when every dot was used. */
  @state() private refused: string | undefined;

  readonly #voice = new VoiceController<VotingKey>(this, votingTexts);
  readonly #late = new LatePart(this, async () => new (await this.loadClosing()).Closing(this, this.#voice));

  constructor() {
    super();
    new ConnectionController<RubricVoteState>(this, 'samen-rubric-vote', () => (this.round ? {round: this.round} : {}));
    new KeepFocusController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state') || goesOn(changed.get('state'), this.state)) return;
    this.chosen = undefined;
    this.problems = [];
    this.refused = undefined;
  }

  /** Brings what comes after the first touch. */
  protected loadClosing(): Promise<typeof import('./closing.js')> {
    return import('./closing.js');
  }

  protected override updated(): void {
    if (('rubrics' in this.state || !this.#voice.ready) && !this.#late.failed) void this.#late.load();
  }

  /** Complete is when what comes after the first touch is there too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#late.arrival;
    return complete && super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    return html`<div part="vote" lang=${this.#voice.lang}>${this.#late.part?.status()} ${this.#renderState()}</div>`;
  }

  #renderState(): TemplateResult {
    const {state} = this;
    if (!this.#voice.ready) return html`${this.#renderWaiting()}<slot></slot>`;
    switch (state.type) {
      case 'loading':
      case 'empty':
      case 'failed':
        return absenceTemplate(state, this.#voice);
      case 'voting':
        return this.#renderForm(state);
      case 'answered':
        return this.#late.part?.answered(state, this.headingLevel) ?? this.#renderWaiting();
      case 'closed':
        return this.#late.part?.closed(state, this.headingLevel) ?? this.#renderWaiting();
      case 'revealed':
        return this.#late.part?.revealed(state, this.headingLevel) ?? this.#renderWaiting();
      default:
        return unreachable(state);
    }
  }

  #renderForm(state: Voting): TemplateResult {
    const asking: Asking = {
      state,
      draft: this.chosen ?? state.draft,
      titles: titles(state.rubrics, this.#voice),
      problems: this.problems,
      refused: this.refused,
      speaker: this.#voice,
      closing: this.#late.part,
      change: update => this.#onChoose(update, state),
      press: rubric => this.#onPress(rubric, state),
    };
    return html`${voteFormTemplate(asking, this.headingLevel, event => void this.#onSubmit(event, state))}
    ${this.#late.failed ? lateTemplate({failed: true, load: this.#onRetry}, this.#voice) : this.#late.part?.receiptEntry(state)}`;
  }

  #renderWaiting(): TemplateResult {
    return lateTemplate(this.#late, this.#voice);
  }

  #onChoose(update: (draft: VoteDraft) => VoteDraft, {draft, questions}: Voting): void {
    this.chosen = update(this.chosen ?? draft);
    this.refused = undefined;
    /** @internal Listed by @fires. */
    this.dispatchEvent(new DraftEvent(questions.round, this.chosen));
  }

  #onPress(rubric: string, state: Voting): void {
    const toggled = toggleDot(this.chosen ?? state.draft, rubric, state);
    if (toggled) this.#onChoose(() => toggled, state);
    else this.refused = rubric;
  }

  async #onSubmit(event: Event, asked: Voting): Promise<void> {
    event.preventDefault();
    await this.#late.load();
    const {part} = this.#late;
    this.problems = part?.submit(this.chosen ?? asked.draft, asked) ?? [];
    if (!part) await this.#focus('[role=alert]');
    else if (this.problems.length > 0) await this.#focus('[part=problems]');
  }

  /** What was pressed is gone then: the focus goes to where one can go on. */
  readonly #onRetry = async (): Promise<void> => {
    await this.#late.load();
    if (this.#late.part) await this.#focus('[type=submit]');
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
