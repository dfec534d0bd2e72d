import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import {personalDataTemplate} from '../shared/personal-data.template.js';
import type {VoiceController} from '../shared/voice-controller.js';
import {cut, cutBehind, fits, join, sentences, type Piece} from './cut.js';
import type {Open, Tools} from './desk.js';
import type {ScribeKey} from './scribe.messages.js';

/** A long conversation, cut into pieces of which some become quotes. What is not chosen stays. */
export class Conversation {
  readonly #tools: Tools;
  readonly #voice: VoiceController<ScribeKey>;
  readonly #keep: (quotes: readonly string[]) => void;
  #pieces: readonly Piece[] = [];
  /** The pieces that the host was asked to keep. */
  #sent: readonly Piece[] = [];
  /** Whether the host keeps some of this conversation already. */
  #taken = false;
  /** Place of the piece for which a word to cut behind is being chosen. */
  #cutting: number | undefined;
  /** Personal data that the person was told about when they wanted to keep. */
  #pointedOut: readonly string[] = [];
  #said = '';

  constructor(tools: Tools, voice: VoiceController<ScribeKey>, keep: (quotes: readonly string[]) => void) {
    this.#tools = tools;
    this.#voice = voice;
    this.#keep = keep;
  }

  /** Whether there are pieces to choose from. */
  get open(): boolean {
    return this.#pieces.length > 0;
  }

  get #chosen(): readonly Piece[] {
    return this.#pieces.filter(({kept}) => kept);
  }

  /** Cuts a conversation; pieces longer than `guide` characters into groups of sentences. */
  start(text: string, guide: number): void {
    this.#pointedOut = [];
    this.#taken = false;
    this.#show(cut(text, guide));
  }

  /** Takes away the pieces that the host keeps from now on; the field holds the others. */
  follow({own}: Open): void {
    const kept = new Set(own.map(({text}) => text));
    if (this.#sent.length === 0 || !this.#sent.every(({text}) => kept.has(text))) return;
    const n = this.#sent.length;
    this.#pieces = this.#pieces.filter(piece => !this.#sent.includes(piece));
    this.#sent = [];
    this.#taken = true;
    this.#said = this.#voice.say('piecesTaken', {n});
    void this.#tools.host.updateComplete.then(() => {
      this.#tools.field.put(whole(this.#pieces));
      if (!this.open) this.#tools.field.focus('#answer');
    });
  }

  render({about}: Open): TemplateResult {
    const {say} = this.#voice;
    const n = this.#chosen.length;
    const insists = this.#pointedOut.length > 0 && this.#found(this.#chosen).length > 0;
    const keep =
      about.destination === 'device'
        ? (['keepPieces', 'keepAnyway'] as const)
        : (['sendPieces', 'sendAnyway'] as const);
    return html`<section part="conversation">
      ${heading(this.#tools.host.headingLevel, say('conversation'))}
      <p>${say('choosePieces')}</p>
      <div class="actions">
        <button type="button" @click=${this.#onChooseAll}>${say('chooseAll')}</button>
        <button type="button" @click=${this.#onBack}>${say('backToText')}</button>
      </div>
      <ol>
        ${this.#pieces.map((piece, place) => this.#renderPiece(piece, place))}
      </ol>
      ${insists ? html`<p id="look-again" class="notice" tabindex="-1">${this.#tools.closing.voice.say('lookAgain')}</p>` : nothing}
      <p role="status">${this.#said}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${this.#onKeep}>
          ${insists ? this.#tools.closing.voice.say(keep[1]) : say(keep[0], {n})}
        </button>
        ${this.#taken ? html`<button type="button" @click=${this.#onDone}>${say('doneCutting')}</button>` : nothing}
      </div>
    </section>`;
  }

  #renderPiece(piece: Piece, place: number): TemplateResult {
    const {say} = this.#voice;
    return html`<li part="piece">
      <label class="choice">
        <input
          type="checkbox"
          .checked=${piece.kept}
          aria-describedby="piece-${place}"
          @change=${() => this.#replace(place, 1, [{...piece, kept: !piece.kept}])}
        />
        ${say('keepPiece', {n: place + 1})}
      </label>
      <blockquote part="quote" id="piece-${place}" tabindex="-1">${piece.text}</blockquote>
      ${fits(piece) ? nothing : html`<p class="problem">${say('pieceTooLong')}</p>`}
      ${personalDataTemplate(
        {
          id: `piece-${place}`,
          text: piece.kept ? piece.text : '',
          change: text => this.#replace(place, 1, [{...piece, text}]),
        },
        this.#tools.closing.voice,
      )}
      ${this.#renderScissors(piece, place)}
    </li>`;
  }

  #renderScissors(piece: Piece, place: number): TemplateResult {
    const {say} = this.#voice;
    const which = html`<span class="sr">: ${say('ofPiece', {n: place + 1})}</span>`;
    const next = this.#pieces[place + 1];
    return html`<div class="actions">
      ${
        next
          ? html`<button type="button" class="plain" @click=${() => this.#show(this.#with(place, 2, [join(piece, next)]), place)}>
            ${say('merge')}${which}
          </button>`
          : nothing
      }
      ${
        /\s/.test(piece.text)
          ? html`<button type="button" class="plain" @click=${() => this.#onCutFurther(piece, place)}>
            ${say('cutFurther')}${which}
          </button>`
          : nothing
      }
      ${this.#cutting === place ? this.#renderWords(piece, place) : nothing}
    </div>`;
  }

  #renderWords(piece: Piece, place: number): TemplateResult {
    const words = piece.text.split(/\s+/);
    const behind = (): void => {
      const select = this.#tools.host.renderRoot.querySelector('select');
      this.#show(this.#with(place, 1, cutBehind(piece, Number(select?.value))), place);
    };
    return html`<div class="words">
      <label for="cut-behind">${this.#voice.say('cutBehind')}</label>
      <select id="cut-behind">
        ${words.slice(0, -1).map((_, at) => html`<option value=${at + 1}>${words.slice(Math.max(0, at - 2), at + 1).join(' ')}</option>`)}
      </select>
      <button type="button" @click=${behind}>${this.#voice.say('cutHere')}</button>
    </div>`;
  }

  #found(pieces: readonly Piece[]): readonly string[] {
    return pieces.flatMap(({text}) => this.#tools.closing.found(text));
  }

  #with(place: number, count: number, pieces: readonly Piece[]): readonly Piece[] {
    return [...this.#pieces.slice(0, place), ...pieces, ...this.#pieces.slice(place + count)];
  }

  #replace(place: number, count: number, pieces: readonly Piece[]): void {
    this.#pieces = this.#with(place, count, pieces);
    this.#tools.host.requestUpdate();
  }

  /** Other pieces: says how many there are, and puts the focus on the one at `place`. */
  #show(pieces: readonly Piece[], place?: number): void {
    this.#pieces = pieces;
    this.#cutting = undefined;
    this.#said = this.#voice.say('inPieces', {n: pieces.length});
    this.#tools.host.requestUpdate();
    if (place !== undefined) this.#tools.field.focus(`#piece-${place}`);
  }

  #onCutFurther(piece: Piece, place: number): void {
    const parts = sentences(piece);
    if (parts.length > 1) {
      this.#show(this.#with(place, 1, parts), place);
      return;
    }
    this.#cutting = place;
    this.#tools.field.focus('#cut-behind');
  }

  readonly #onChooseAll = (): void => {
    this.#pieces = this.#pieces.map(piece => ({...piece, kept: true}));
    this.#tools.host.requestUpdate();
  };

  readonly #onBack = (): void => {
    this.#pieces = [];
    this.#tools.field.focus('#answer');
  };

  readonly #onDone = (): void => {
    this.#tools.field.put('');
    this.#onBack();
  };

  readonly #onKeep = (): void => {
    const chosen = this.#chosen;
    const long = this.#pieces.findIndex(piece => piece.kept && !fits(piece));
    const findings = this.#found(chosen);
    if (chosen.length === 0) this.#said = this.#voice.say('noneChosen');
    else if (long >= 0) this.#tools.field.focus(`#piece-${long}`);
    else if (findings.some(finding => !this.#pointedOut.includes(finding))) {
      this.#pointedOut = findings;
      this.#tools.field.focus('#look-again');
    } else {
      this.#sent = chosen;
      this.#keep(chosen.map(({text}) => text));
    }
    this.#tools.host.requestUpdate();
  };
}

function whole(pieces: readonly Piece[]): string {
  return pieces.map(({text, gap}) => text + gap).join('');
}
