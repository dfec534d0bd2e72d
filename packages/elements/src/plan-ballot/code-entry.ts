import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {parseCodeCard} from '@samenwaarde/core';
import type {ClosingSpeaker} from './ballot-view.js';

type Host = ReactiveControllerHost & HTMLElement;

/** The field for the code of a card: what was typed, and what is the matter with it. */
export class CodeEntry implements ReactiveController {
  readonly #host: Host;
  readonly #speaker: ClosingSpeaker;
  /** What was typed, and the code that the field had at first then. */
  #typed: {readonly text: string; readonly first: string} | undefined;
  #problem: 'codeMissing' | 'codeWrong' | undefined;
  #isFocused = false;

  constructor(host: Host, speaker: ClosingSpeaker) {
    this.#host = host;
    this.#speaker = speaker;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#isFocused) return;
    this.#isFocused = false;
    this.#host.shadowRoot?.querySelector<HTMLElement>('#card-code')?.focus();
  }

  /** The code that was typed over, as it stands on the card. What is none is pointed out. */
  read(first: string): string | undefined {
    const text = this.#text(first);
    const code = parseCodeCard(text);
    this.#problem = code ? undefined : text.trim() === '' ? 'codeMissing' : 'codeWrong';
    this.#isFocused = !code;
    if (code) this.#typed = undefined;
    else this.#host.requestUpdate();
    return code;
  }

  /** @param first What is in the field at first; nothing is asked without it. */
  template(first: string | undefined): TemplateResult | typeof nothing {
    if (first === undefined) return nothing;
    const {say} = this.#speaker;
    const typed = (event: Event): void => {
      this.#typed = {text: (event.target as HTMLInputElement).value, first};
    };
    return html`<div part="code">
      <label for="card-code">${say('codeLabel')}</label>
      <p class="small quiet" id="card-code-hint">${say('codeHint')}</p>
      ${this.#problem ? html`<p class="problem" id="card-code-problem">${say(this.#problem)}</p>` : nothing}
      <input
        id="card-code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby=${this.#problem ? 'card-code-problem card-code-hint' : 'card-code-hint'}
        aria-invalid=${this.#problem ? 'true' : nothing}
        .value=${this.#text(first)}
        @input=${typed}
      />
    </div>`;
  }

  #text(first: string): string {
    return this.#typed?.first === first ? this.#typed.text : first;
  }
}
