import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {absenceTemplate, lateTemplate} from '../shared/about-absence.template.js';
import {aboutTemplate} from '../shared/about.template.js';
import {choiceConverter} from '../shared/choice-converter.js';
import {ConnectionController} from '../shared/connection-controller.js';
import {controls} from '../shared/controls.styles.js';
import {heading} from '../shared/heading.js';
import {KeepFocusController} from '../shared/keep-focus-controller.js';
import {AnotherEvent, NextPersonEvent} from '../shared/own-events.js';
import {LatePart} from '../shared/late-part.js';
import {textsConverter} from '../shared/texts-converter.js';
import {tokens} from '../shared/tokens.styles.js';
import {unreachable} from '../shared/unreachable.js';
import {VoiceController} from '../shared/voice-controller.js';
import type {Text} from '../shared/voice.js';
import {askingTexts, type AskingKey} from './asking.messages.js';
import type {Closing} from './closing.js';
import {needsClosing, readersKey, sendKey, type Asked, type Desk, type DeskClass, type Open} from './desk.js';
import {ImportUndoEvent, QuotesImportEvent, QuoteSubmitEvent, SourceCountEvent} from './quote-capture.events.js';
import type {AskedQuestion, QuoteCaptureState} from './quote-capture.state.js';
import {styles} from './quote-capture.styles.js';
import {QuoteField} from './quote-field.js';

export {ImportUndoEvent, QuotesImportEvent, QuoteSubmitEvent, SourceCountEvent};

/** Who writes: a resident, somebody who writes down what others say, or a file. */
export type QuoteCaptureMode = 'answer' | 'scribe' | 'import';

/**
 * One open question, and a field for what somebody wants to say.
 *
 * @fires {ConnectEvent} samen-connect - Asks for its state.
 * @fires {DraftEvent} samen-draft - What is in the field so far.
 * @fires {QuoteSubmitEvent} samen-quote-submit - Quotes to keep.
 * @fires {SourceCountEvent} samen-source-count - One more source of that kind was heard, `mode="scribe"`.
 * @fires {QuotesImportEvent} samen-quotes-import - Quotes from a file to keep, `mode="import"`.
 * @fires {ImportUndoEvent} samen-import-undo - The last import is taken back.
 * @fires {ChangeEvent} samen-change - An own answer is to be changed.
 * @fires {WithdrawEvent} samen-withdraw - An own answer is taken away.
 * @fires {AnotherEvent} samen-another - Another answer, or back from changing one.
 * @fires {ReceiptEvent} samen-receipt - The code of a receipt was typed.
 * @fires {ParcelEvent} samen-parcel - A file was asked of what waits to be sent.
 * @fires {NextPersonEvent} samen-next-person - The next person begins on this device.
 * @slot - What is there before and without the widget: shown while there is no question.
 * @csspart capture - Everything.
 * @csspart heading - The question, and other headings.
 * @csspart prompts - The help under the question.
 * @csspart about - Who asks, who reads it, when one hears back.
 * @csspart waiting - How many could not be sent yet, and a file of them.
 * @csspart field - The text field.
 * @csspart quote - An answer, set as a quote.
 * @csspart receipt - The code to write down.
 * @csspart thanks - What is said afterwards.
 * @csspart own - The list of own answers.
 * @csspart length - How long the text is.
 * @csspart personal-data - What was found in the text.
 * @csspart receipt-entry - The field for the code of a receipt.
 * @csspart next-person - The button for the next person.
 * @csspart speakers - Who speaks, `mode="scribe"`.
 * @csspart counts - What was written down and heard, `mode="scribe"`.
 * @csspart piece - One piece of a conversation, `mode="scribe"`.
 * @csspart refused - Rows of a file that are left out, `mode="import"`.
 * @cssprop [--samen-quote-capture-question-size=1.5em] - Size of the question; without it less in a narrow widget.
 */
export class QuoteCapture extends LitElement {
  static override styles = [tokens, controls, styles];

  /** Where the code of the larger modes comes from. */
  static desks: Readonly<Record<Exclude<QuoteCaptureMode, 'answer'>, () => Promise<DeskClass>>> = {
    scribe: async () => (await import('./scribe-desk.js')).ScribeDesk,
    import: async () => (await import('./import-desk.js')).ImportDesk,
  };

  /** What to show. Set it anew; it is never mutated. */
  @property({attribute: false}) state: QuoteCaptureState = {type: 'loading'};

  /** Id of the question to ask. Empty: the one that is open. */
  @property() question = '';

  /** Who writes: `answer` a resident, `scribe` somebody who writes down what others say, `import` a file. */
  @property({converter: choiceConverter('samen-quote-capture', 'mode', ['answer', 'scribe', 'import'])})
  mode: QuoteCaptureMode = 'answer';

  /** Texts of the page's own, by key; as an attribute in JSON. */
  @property({converter: textsConverter}) texts: Readonly<Record<string, Text>> = {};

  /** Level of the question's heading, 2–6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  readonly #voice = new VoiceController<AskingKey>(this, askingTexts);
  /** What comes after the first keystroke: the first view does not wait for it. */
  readonly #loader = new LatePart<Closing>(this, async () => new (await this.loadClosing()).Closing(this, this.#voice));
  readonly #field = new QuoteField(this, this.#voice, this.#loader);
  /** The larger mode, once its code is here. */
  #desk: Desk | 'failed' | undefined;
  /** What was asked last, and in which state, so that a second press does not ask it again. */
  #asked: {readonly state: QuoteCaptureState; readonly words: string} | undefined;

  constructor() {
    super();
    new ConnectionController<QuoteCaptureState>(this, 'samen-quote-capture', () => ({question: this.question}));
    new KeepFocusController(this);
    this.addEventListener(NextPersonEvent.type, () => this.#field.start(''));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('state')) this.#follow(changed.get('state'));
    if (changed.has('mode')) void this.#openDesk();
  }

  /** Brings what comes after the first keystroke. */
  protected loadClosing(): Promise<typeof import('./closing.js')> {
    return import('./closing.js');
  }

  protected override updated(): void {
    if (!this.#voice.ready && !this.#loader.failed) void this.#loader.load();
  }

  /** Complete is when what comes after the first keystroke is there too, if somebody needs it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#loader.arrival;
    return complete && super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const {state, mode} = this;
    return html`<div part="capture" lang=${this.#voice.lang}>
      ${this.#renderState()} ${this.#loader.part?.foot(state, mode === 'answer' || this.#desk === 'failed')}
    </div>`;
  }

  #renderState(): TemplateResult {
    const {state} = this;
    if (!this.#voice.ready) return html`${this.#renderWaiting()}<slot></slot>`;
    switch (state.type) {
      case 'loading':
      case 'empty':
      case 'failed':
        return absenceTemplate(state, this.#voice);
      case 'closed':
        return this.#renderClosed(state);
      case 'asking':
      case 'answered':
        return this.mode === 'answer' ? this.#renderAnswer(state) : this.#renderDesk(state);
      default:
        return unreachable(state);
    }
  }

  #renderAnswer(state: Open): TemplateResult {
    return state.type === 'asking' ? this.#renderAsking(state) : this.#renderAnswered(state);
  }

  #renderAsking(state: Extract<Open, {type: 'asking'}>): TemplateResult {
    const {say} = this.#voice;
    const {question, about, changing} = state;
    return html`${this.#renderQuestion(question)} ${aboutTemplate(about, say(readersKey(about)), this.#voice)}
      <form @submit=${this.#onSubmit}>
        ${changing ? html`<p class="notice">${say('changing')}</p>` : nothing}
        ${this.#field.render(say('answer'), question)}
        <div class="actions">
          <button class="primary">${say(sendKey(about, this.#field.insists))}</button>
          ${changing ? this.#renderAnother('stopChanging') : nothing}
        </div>
      </form>
      ${this.#renderRest(state, changing)}`;
  }

  #renderAnswered(state: Extract<Open, {type: 'answered'}>): TemplateResult {
    const latest = state.own.find(({id}) => id === state.latest);
    const thanks = this.#loader.part?.thanks(latest, state) ?? heading(this.headingLevel, this.#voice.say('thanks'));
    return html`${thanks}
      <div class="actions">${this.#renderAnother('another')}</div>
      ${this.#renderRest(state, state.latest)}`;
  }

  #renderClosed(state: Extract<Asked, {type: 'closed'}>): TemplateResult {
    return html`${this.#renderQuestion(state.question)}
      <p class="lead">${this.#voice.say('closed')}</p>
      ${this.#loader.part?.closed(state)} ${this.#renderRest(state)}`;
  }

  #renderQuestion({text, prompts}: AskedQuestion): TemplateResult {
    return html`${heading(this.headingLevel, text)}
      ${prompts.length > 0 ? html`<ul part="prompts">${prompts.map(prompt => html`<li>${prompt}</li>`)}</ul>` : nothing}`;
  }

  /** What is under the view: own answers, a receipt from before, and the next person. */
  #renderRest(state: Asked, shown?: string): TemplateResult {
    const {part: closing, failed} = this.#loader;
    const others = state.own.filter(({id}) => id !== shown);
    if (!closing) {
      return html`${this.#renderHaveReceipt()} ${failed && state.type !== 'asking' ? this.#renderWaiting() : nothing}`;
    }
    return html`${others.length > 0 ? closing.ownQuotes(others, state) : nothing}
    ${closing.own.waiting(state.about)} ${closing.own.receiptEntry(state.question.id)}`;
  }

  /** Stands where the field for a receipt comes, until somebody wants it. */
  #renderHaveReceipt(): TemplateResult {
    return html`<details part="receipt-entry" @toggle=${this.#onHaveReceipt}>
      <summary>${this.#voice.say('haveReceipt')}</summary>
      ${this.#loader.failed ? this.#renderWaiting() : nothing}
    </details>`;
  }

  #renderWaiting(): TemplateResult {
    return lateTemplate(this.#loader, this.#voice);
  }

  #renderAnother(key: 'another' | 'stopChanging'): TemplateResult {
    return html`<button type="button" @click=${this.#onAnother}>${this.#voice.say(key)}</button>`;
  }

  #renderDesk(state: Open): TemplateResult {
    if (this.#desk === undefined) return absenceTemplate({type: 'loading'}, this.#voice);
    if (this.#desk !== 'failed') return this.#desk.render(state);
    const {say} = this.#voice;
    return html`<div class="problem" role="alert">
        <p>${say('unreachable')}</p>
        <button type="button" @click=${() => this.#openDesk()}>${say('retry')}</button>
      </div>
      ${this.mode === 'scribe' ? this.#renderAnswer(state) : nothing}`;
  }

  /** Keeps what is in the field, unless the host has taken it over. */
  #follow(before: QuoteCaptureState | undefined): void {
    const {state} = this;
    if (state.type === 'asking') {
      this.#field.follow(state);
      const [newest] = state.own;
      const grown = before?.type === 'asking' && state.own.length > before.own.length;
      if (grown && newest?.text === this.#field.text.trim()) this.#field.start('');
    }
    if (needsClosing(state)) void this.#loader.load();
    if (this.#desk !== 'failed' && (state.type === 'asking' || state.type === 'answered')) this.#desk?.follow(state);
    const alreadyThanked = before?.type === 'answered' && state.type === 'answered' && before.latest === state.latest;
    if (state.type !== 'answered' || alreadyThanked) return;
    this.#field.leave(state.question.id);
    // Not every browser gives a pressed button the focus, so that there is none to keep.
    if (this.#asked && this.mode === 'answer') this.#field.focus('[part="heading"]');
    this.#asked = undefined;
  }

  async #openDesk(): Promise<void> {
    const {mode} = this;
    this.#desk = undefined;
    if (mode === 'answer') return;
    try {
      const [Desk] = await Promise.all([QuoteCapture.desks[mode](), this.#loader.load()]);
      if (mode === this.mode) this.#desk = this.#sitAt(Desk);
    } catch {
      if (mode === this.mode) this.#desk = 'failed';
    }
    this.requestUpdate();
  }

  #sitAt(Desk: DeskClass): Desk | 'failed' {
    const {part: closing} = this.#loader;
    if (!closing) return 'failed';
    return new Desk({host: this, field: this.#field, closing, submit: quotes => this.#submit(quotes)});
  }

  #submit(quotes: readonly string[]): QuoteSubmitEvent | undefined {
    const {state} = this;
    const words = quotes.join('\n\n');
    if (!('question' in state) || (this.#asked?.state === state && this.#asked.words === words)) return undefined;
    this.#asked = {state, words};
    const changing = state.type === 'asking' ? state.changing : undefined;
    const event = new QuoteSubmitEvent(state.question.id, quotes, changing);
    /** @internal Listed by @fires. */
    this.dispatchEvent(event);
    return event;
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.#loader.load();
    const words = this.#field.take();
    if (words !== undefined) this.#submit([words]);
  };

  readonly #onHaveReceipt = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open) return;
    await this.#loader.load();
    await this.updateComplete;
    const entry = this.renderRoot.querySelector<HTMLDetailsElement>('[part="receipt-entry"]');
    if (entry) entry.open = true;
    this.#field.focus('#receipt-code');
  };

  readonly #onAnother = (): void => {
    /** @internal Listed by @fires. */
    if ('question' in this.state) this.dispatchEvent(new AnotherEvent(this.state.question.id));
  };
}
