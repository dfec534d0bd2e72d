import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {parseCodeCard} from '@samenwaarde/core';
import {REFUSALS} from '../shared/contribution.template.js';
import type {ClosingSpeaker, Marking} from './ballot-view.js';

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

  /** The field, where a code is asked. */
  template({code: first, codeRefused}: Marking): TemplateResult | typeof nothing {
    if (first === undefined) return nothing;
    const {say} = this.#speaker;
    const problem = this.#problem ?? (codeRefused && REFUSALS[codeRefused]);
    const typed = (event: Event): void => {
      this.#typed = {text: (event.target as HTMLInputElement).value, first};
    };
    return html`<div part="code">
      <label for="card-code">${say('codeLabel')}</label>
      <p class="small quiet" id="card-code-hint">${say('codeHint')}</p>
      ${problem ? html`<p class="problem" id="card-code-problem">${say(problem)}</p>` : nothing}
      <input
        id="card-code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby=${problem ? 'card-code-problem card-code-hint' : 'card-code-hint'}
        aria-invalid=${problem ? 'true' : nothing}
        ?data-focus=${codeRefused}
        .value=${this.#text(first)}
        @input=${typed}
      />
    </div>`;
  }

  #text(first: string): string {
    return this.#typed?.first === first ? this.#typed.text : first;
  }
}
