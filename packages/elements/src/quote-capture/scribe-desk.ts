import type {Source} from '@samenwaarde/core/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {aboutTemplate} from '../shared/about.template.js';
import {heading} from '../shared/heading.js';
import {AnotherEvent} from '../shared/own-events.js';
import {VoiceController} from '../shared/voice-controller.js';
import {Conversation} from './conversation.js';
import {readersKey, sendKey, type Desk, type Open, type Tools} from './desk.js';
import {addDeskStyles} from './desk.styles.js';
import {SourceCountEvent} from './quote-capture.events.js';
import {scribeTexts, type ScribeKey} from './scribe.messages.js';

/** Each kind of source, and how its number is said. */
const SOURCES: readonly (readonly [Source, ScribeKey])[] = [
  ['participant', 'participants'],
  ['interviewee', 'interviewees'],
  ['expert', 'experts'],
];

/** For whoever writes down what others say: stays open, counts, and reads back before it keeps. */
export class ScribeDesk implements Desk {
  readonly #tools: Tools;
  readonly #voice: VoiceController<ScribeKey>;
  readonly #conversation: Conversation;
  /** Who speaks; `same` is the person of the quote before, who is not counted again. */
  #speaker: Source | 'same' | undefined;
  /** Whether somebody was counted, so that it can be the same person again. */
  #counted = false;
  /** Words that are being read back to whoever said them. */
  #readBack: string | undefined;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#voice = new VoiceController<ScribeKey>(tools.host, scribeTexts);
    addDeskStyles(tools.host.renderRoot as ShadowRoot);
    this.#conversation = new Conversation(tools, this.#voice, quotes => this.#keep(quotes));
  }

  follow(state: Open): void {
    this.#conversation.follow(state);
  }

  render(state: Open): TemplateResult {
    if (this.#conversation.open) return this.#conversation.render(state);
    return this.#readBack === undefined ? this.#renderWriting(state) : this.#renderReadBack(this.#readBack, state);
  }

  #renderWriting(state: Open): TemplateResult {
    const {closing, field, host} = this.#tools;
    const {voice} = closing;
    const {question, about} = state;
    const changing = state.type === 'asking' && state.changing !== undefined;
    return html`${heading(host.headingLevel, question.text)} ${aboutTemplate(about, voice.say(readersKey(about)), voice)}
      <form @submit=${this.#onSubmit}>
        ${changing ? html`<p class="notice">${voice.say('changing')}</p>` : this.#renderSpeakers()}
        ${field.render(this.#voice.say('said'), question, this.#onKeydown)}
        <div class="actions">
          <button class="primary">${voice.say(sendKey(about, field.insists))}</button>
          <button type="button" @click=${this.#onReadBack}>${this.#voice.say('readBack')}</button>
          ${changing ? this.#renderStop(question.id) : this.#renderCut(question.guide)}
        </div>
        <p class="small quiet">${this.#voice.say('fast')} ${this.#voice.say('cutHint')}</p>
      </form>
      ${this.#renderCounts(state)} ${closing.own.waiting(about)} ${this.#renderWritten(state)}`;
  }

  #renderSpeakers(): TemplateResult {
    const kinds = SOURCES.map(([source]) => source);
    return html`<fieldset part="speakers" aria-describedby="counted-apart">
      <legend>${this.#voice.say('who')}</legend>
      ${kinds.map(kind => this.#renderSpeaker(kind, kind))}
      ${this.#counted ? this.#renderSpeaker('same', 'samePerson') : nothing}
      <p id="counted-apart" class="small quiet">${this.#voice.say('countedApart')}</p>
    </fieldset>`;
  }

  #renderSpeaker(speaker: Source | 'same', key: ScribeKey): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="speaker"
        .checked=${this.#speaker === speaker}
        @change=${() => (this.#speaker = speaker)}
      />
      ${this.#voice.say(key)}
    </label>`;
  }

  #renderStop(question: string): TemplateResult {
    const {closing, host} = this.#tools;
    /** @internal Listed by @fires of the widget. */
    const stop = (): boolean => host.dispatchEvent(new AnotherEvent(question));
    return html`<button type="button" @click=${stop}>${closing.voice.say('stopChanging')}</button>`;
  }

  #renderCut(guide: number): TemplateResult {
    return html`<button type="button" @click=${() => this.#onCut(guide)}>${this.#voice.say('cut')}</button>`;
  }

  #renderReadBack(words: string, {about}: Open): TemplateResult {
    const {say} = this.#voice;
    return html`<section part="read-back">
      ${heading(this.#tools.host.headingLevel, say('isItRight'))}
      <blockquote part="quote" class="title">${words}</blockquote>
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.#onRight(words)}>
          ${say(about.destination === 'device' ? 'rightKeep' : 'rightSend')}
        </button>
        <button type="button" @click=${this.#onNotRight}>${say('notRight')}</button>
      </div>
    </section>`;
  }

  #renderCounts({own, heard, about}: Open): TemplateResult {
    const {say} = this.#voice;
    return html`<div part="counts">
      <p class="lead" role="status">${say('written', {n: own.length})}</p>
      <ul class="quiet">
        ${SOURCES.map(([source, key]) => html`<li>${say(key, {n: heard[source]})}</li>`)}
      </ul>
      ${about.destination === 'collector' ? html`<p class="small quiet">${say('countsHere')}</p>` : nothing}
    </div>`;
  }

  #renderWritten(state: Open): TemplateResult | typeof nothing {
    const {closing} = this.#tools;
    if (state.own.length === 0) return nothing;
    return html`<details part="written">
        <summary>${this.#voice.say('looking')}</summary>
        ${closing.ownQuotes(state.own, state)}
      </details>
      ${closing.own.nextPerson()}`;
  }

  /** Asks the host to keep the quotes, and apart from that to count who said them. */
  #keep(quotes: readonly string[]): void {
    const {host, submit} = this.#tools;
    const taken = submit(quotes);
    if (!taken || taken.changing || !this.#speaker || this.#speaker === 'same') return;
    this.#counted = true;
    /** @internal Listed by @fires of the widget. */
    host.dispatchEvent(new SourceCountEvent(taken.question, this.#speaker));
  }

  #write(): void {
    this.#readBack = undefined;
    this.#tools.field.focus('#answer');
  }

  #onRight(words: string): void {
    this.#keep([words]);
    this.#write();
  }

  #onCut(guide: number): void {
    const {field} = this.#tools;
    if (field.text.trim()) this.#conversation.start(field.text, guide);
    else field.take();
  }

  readonly #onNotRight = (): void => this.#write();

  readonly #onReadBack = (): void => {
    const {field} = this.#tools;
    this.#readBack = field.take();
    if (this.#readBack !== undefined) field.focus('[part="heading"]');
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const words = this.#tools.field.take();
    if (words === undefined) return;
    this.#keep([words]);
    this.#tools.field.focus('#answer');
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#onSubmit(event);
  };
}
