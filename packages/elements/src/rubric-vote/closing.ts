import {adoptStyles, html, type nothing, type LitElement, type TemplateResult} from 'lit';
import {OwnContributionController} from '../shared/own-contribution-controller.js';
import {AnotherEvent} from '../shared/own-events.js';
import type {VoiceController} from '../shared/voice-controller.js';
import type {Text} from '../shared/voice.js';
import {answeredTemplate, closedTemplate, revealedTemplate} from './after.template.js';
import {closingStyles} from './closing.styles.js';
import {problemsTemplate} from './problems.template.js';
import type {Asking} from './questions.template.js';
import {rubricVoteTexts, type RubricVoteKey} from './rubric-vote.messages.js';
import {VoteSubmitEvent} from './rubric-vote.events.js';
import type {RubricVoteState, VoteDraft} from './rubric-vote.state.js';
import {listed} from './rubric.template.js';
import {problemsOf, voteFrom, type Problem} from './vote-check.js';
import type {VotingKey} from './voting.messages.js';
import {missingTemplate, objectionTemplate, ownNameTemplate, type At, type WrittenName} from './words.template.js';

type Host = LitElement & {readonly texts: Readonly<Record<string, Text>>};
type StateOf<Type extends RubricVoteState['type']> = Extract<RubricVoteState, {type: Type}>;

/** Says every text of the rubric vote. */
export type Speaker = Pick<VoiceController<RubricVoteKey>, 'say' | 'voice'>;

/**
 * What comes after the first touch: words of one's own, what is missing, thanks and receipts, and the result. It
 * arrives after the first view, which is smaller for it.
 */
export class Closing {
  readonly #host: Host;
  readonly #speaker: VoiceController<RubricVoteKey>;
  readonly #own: OwnContributionController;

  constructor(host: Host, voice: VoiceController<VotingKey>) {
    this.#host = host;
    this.#speaker = voice.learn(rubricVoteTexts);
    this.#own = new OwnContributionController(host, this.#speaker);
    const {elementStyles} = host.constructor as typeof LitElement;
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [...elementStyles, closingStyles]);
  }

  /** What was just done with an own answer. */
  status(): TemplateResult {
    return this.#own.status();
  }

  /** What still waits, and a field for a receipt of before. */
  receiptEntry({about, questions}: StateOf<'voting'>): TemplateResult {
    return html`${this.#own.waiting(about)} ${this.#own.receiptEntry(questions.round)}`;
  }

  /** That these answers take the place of others, and a way back. */
  changing({questions, about}: StateOf<'voting'>): TemplateResult {
    const {say} = this.#speaker;
    /** @internal Listed by @fires of the widget. */
    const back = (): boolean => this.#host.dispatchEvent(new AnotherEvent(questions.round));
    return html`<div class="notice">
      <p>${say(about.destination === 'device' ? 'changing' : 'changingSent')}</p>
      <button type="button" class="plain" @click=${back}>${say('back')}</button>
    </div>`;
  }

  /** Sends the draft; or else what keeps it from being sent. */
  submit(draft: VoteDraft, asked: StateOf<'voting'>): readonly Problem[] {
    const problems = problemsOf(draft, asked);
    if (problems.length > 0) return problems;
    /** @internal Listed by @fires of the widget. */
    this.#host.dispatchEvent(new VoteSubmitEvent(asked.questions.round, voteFrom(draft, asked), asked.changing));
    return problems;
  }

  problems(asking: Asking, level: number): TemplateResult | typeof nothing {
    return problemsTemplate(asking, level, this.#speaker);
  }

  objection(answer: 'partly' | 'not', at: At): TemplateResult {
    return objectionTemplate(answer, at, this.#speaker);
  }

  missing(asking: Asking): TemplateResult {
    return missingTemplate(asking, this.#speaker);
  }

  ownName(written: WrittenName, at: At): TemplateResult {
    return ownNameTemplate(written, at, this.#speaker);
  }

  /** That every dot is used, and which can be taken back. */
  dotsFull(n: number, {state, draft, titles, refused}: Asking): string {
    const called = (holds: (id: string) => unknown): string[] =>
      titles.filter((_, place) => holds(state.rubrics[place]?.id ?? ''));
    const names = listed(
      called(id => draft.dots[id]),
      this.#speaker.voice,
    );
    return this.#speaker.say('dotsFull', {n, names, name: called(id => id === refused).join()});
  }

  answered(state: StateOf<'answered'>, level: number): TemplateResult {
    return answeredTemplate(state, {level, speaker: this.#speaker, ownContribution: this.#own});
  }

  closed(state: StateOf<'closed'>, level: number): TemplateResult {
    return closedTemplate(state, {level, speaker: this.#speaker, ownContribution: this.#own});
  }

  revealed(state: StateOf<'revealed'>, level: number): TemplateResult {
    return revealedTemplate(state, {level, speaker: this.#speaker, ownContribution: this.#own});
  }
}
