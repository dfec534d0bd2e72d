import {LONGEST_TEXT} from '@samenwaarde/core';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {DraftEvent} from '../shared/draft-event.js';
import type {VoiceController} from '../shared/voice-controller.js';
import type {AskingKey} from './asking.messages.js';
import type {Closing} from './closing.js';
import type {LatePart} from '../shared/late-part.js';
import type {Host} from './desk.js';
import type {AskedQuestion, QuoteCaptureState} from './quote-capture.state.js';

type Speaker = Pick<VoiceController<AskingKey>, 'say'>;
type Asking = Extract<QuoteCaptureState, {type: 'asking'}>;

/** How long nothing must be typed before the field says something, in milliseconds. */
const TYPING_PAUSE = 1_000;

/** Drafts on their way to the host and back. A host that never gives one back must not cost memory. */
const MOST_ECHOES = 20;

/** The one field for words: what is in it, how long it is, what stands out in it, and whether it may go. */
export class QuoteField implements ReactiveController {
  /** What is in the field now. */
  text = '';

  readonly #host: Host;
  readonly #speaker: Speaker;
  readonly #loader: LatePart<Closing>;
  #question = '';
  /** Question and own quote that the text belongs to. */
  #place = '';
  /** The draft that the host gave last. */
  #draft = '';
  /** Drafts that were told to the host and have not come back. */
  #echoes: string[] = [];
  /** The text as it was when typing last stopped. */
  #settled = '';
  #missing = false;
  /** Personal data that the person was told about when they wanted to send. */
  #pointedOut: readonly string[] = [];
  /** Whether the person was told, when they wanted to send, that nobody could look for personal data. */
  #unchecked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, speaker: Speaker, loader: LatePart<Closing>) {
    this.#host = host;
    this.#speaker = speaker;
    this.#loader = loader;
    host.addController(this);
  }

  /** Whether sending now would send personal data that was pointed out before, or words that nobody could look at. */
  get insists(): boolean {
    if (!this.#loader.part) return this.#unchecked;
    return this.#pointedOut.length > 0 && this.#found(this.text).length > 0;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Takes over the draft of the host, unless it is what was typed here and comes back: then the text and the caret stay
   * as they are.
   */
  follow({question, changing = '', draft}: Pick<Asking, 'question' | 'changing' | 'draft'>): void {
    const place = `${question.id} ${changing}`;
    const echo = this.#echoes.indexOf(draft);
    const moved = this.#place !== '' && place !== this.#place;
    if (moved || (draft !== this.#draft && echo < 0)) this.start(draft);
    else this.#echoes.splice(0, echo + 1);
    this.#question = question.id;
    this.#place = place;
    this.#draft = draft;
  }

  /** Begins anew with this text. */
  start(text: string): void {
    if (text) void this.#loader.load();
    clearTimeout(this.#timer);
    this.text = this.#settled = text;
    this.#echoes = [];
    this.#missing = false;
    this.#pointedOut = [];
    this.#unchecked = false;
    this.#host.requestUpdate();
  }

  /** Empties the field for the next answer to the question. */
  leave(question: string): void {
    this.start('');
    this.#question = question;
    this.#place = '';
    this.#draft = '';
  }

  /** Puts other words in the field and tells the host. */
  put(text: string): void {
    this.#type(text);
    this.settle();
  }

  /** The words to keep; `undefined` when something must be said first, and then the focus goes there. */
  take(): string | undefined {
    this.settle();
    const words = this.text.trim();
    this.#missing = !words;
    if (this.#missing || words.length > LONGEST_TEXT) {
      this.focus('#answer');
      return undefined;
    }
    if (!this.#loader.part && !this.#unchecked) {
      this.#unchecked = true;
      this.focus('#look-again');
      return undefined;
    }
    const findings = this.#found(words);
    if (findings.every(finding => this.#pointedOut.includes(finding))) return words;
    this.#pointedOut = findings;
    this.focus('#look-again');
    return undefined;
  }

  /** Typing stopped: now the field may say how long the text is and what stands out in it. */
  settle(): void {
    clearTimeout(this.#timer);
    this.#settled = this.text;
    this.#host.requestUpdate();
  }

  /** Moves the focus to what fits `selector`, once it is there. */
  focus(selector: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus());
  }

  /** The field with its name, and everything that is said about what is in it. */
  render(label: string, {guide}: AskedQuestion, onKeydown?: (event: KeyboardEvent) => void): TemplateResult {
    const {say} = this.#speaker;
    const problem = this.#problem();
    return html`<label for="answer">${label}</label>
      ${problem ? html`<p id="problem" class="problem">${problem}</p>` : nothing}
      <textarea
        id="answer"
        part="field"
        rows="4"
        aria-describedby="${problem ? 'problem ' : ''}hints"
        aria-invalid=${problem ? 'true' : 'false'}
        .value=${this.text}
        @focus=${() => this.#loader.load()}
        @input=${this.#onInput}
        @keydown=${onKeydown ?? nothing}
      ></textarea>
      <div id="hints" class="small quiet">
        <p>${say('noNames')}</p>
        <p>${say('guide', {guide})}</p>
      </div>
      <p part="length" class="small quiet" role="status">${this.#length(guide)}</p>
      ${this.#renderFindings()}`;
  }

  #renderFindings(): TemplateResult {
    // What was pointed out stays in view while somebody types on; something new is said only when typing stops.
    const text = this.#found(this.#settled).length > 0 ? this.text : '';
    const change = (changed: string): void => this.put(changed);
    return html`<div id="look-again" tabindex="-1">
      ${this.#loader.part?.notices({id: 'answer', text, change}, this.insists) ?? this.#renderUnchecked()}
    </div>`;
  }

  #renderUnchecked(): TemplateResult | typeof nothing {
    return this.#unchecked ? html`<p class="notice">${this.#speaker.say('unchecked')}</p>` : nothing;
  }

  /** Personal data in a text; nothing as long as the code that knows it is not there. */
  #found(text: string): readonly string[] {
    return this.#loader.part?.found(text) ?? [];
  }

  #problem(): string {
    const {say} = this.#speaker;
    const n = this.#settled.trim().length;
    if (n > LONGEST_TEXT) return say('tooLong', {n, longest: LONGEST_TEXT});
    return this.#missing ? say('missing') : '';
  }

  #length(guide: number): string {
    const n = this.#settled.length;
    if (n === 0) return '';
    return n > guide ? this.#speaker.say('longer', {n: n - guide}) : this.#speaker.say('length', {n});
  }

  #type(text: string): void {
    this.text = text;
    this.#missing &&= text.trim() === '';
    this.#echoes = [...this.#echoes, text].slice(-MOST_ECHOES);
    /** @internal Listed by @fires of the widget. */
    this.#host.dispatchEvent(new DraftEvent(this.#question, text));
    this.#host.requestUpdate();
  }

  readonly #onInput = (event: Event): void => {
    this.#type((event.target as HTMLTextAreaElement).value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), TYPING_PAUSE);
  };
}
