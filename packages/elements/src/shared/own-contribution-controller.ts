import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {About} from './about.js';
import type {ContributionKey} from './contribution.messages.js';
import {ChangeEvent, NextPersonEvent, ReceiptEvent, WithdrawEvent} from './own-events.js';
import {ParcelEvent} from './parcel-event.js';
import {saveFile} from './save-file.js';
import type {VoiceController} from './voice-controller.js';

type Host = ReactiveControllerHost & HTMLElement;
type Speaker = Pick<VoiceController<ContributionKey>, 'say'>;

/** A contribution among those of the present person. */
interface OneOfMine {
  readonly what: string;
  readonly isClosed?: boolean;
}

/** What a person can do with an own contribution: change it, take it away, find it back, leave the device to the next. */
export class OwnContributionController implements ReactiveController {
  readonly #host: Host;
  readonly #speaker: Speaker;
  /** The contribution that is about to be taken away, until the person is sure. */
  #doubted: string | undefined;
  /** What was said last about taking away or finding back. */
  #said: ContributionKey | undefined;

  constructor(host: Host, speaker: Speaker) {
    this.#host = host;
    this.#speaker = speaker;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#doubted = undefined;
    this.#said = undefined;
  }

  /**
   * Buttons to change one contribution and to take it away; `what` completes their names for who cannot see it. Once what
   * it answers is closed it can be taken away only.
   */
  actions(subject: string, contribution: string, {what, isClosed}: OneOfMine): TemplateResult {
    if (this.#doubted === contribution) return this.#doubt(subject, contribution);
    const button = (key: 'change' | 'withdraw', act: () => void): TemplateResult =>
      html`<button type="button" @click=${act}>${this.#speaker.say(key)}<span class="sr">: ${what}</span></button>`;
    return html`<div class="actions">
      ${isClosed ? nothing : button('change', () => this.#change(subject, contribution))}
      ${button('withdraw', () => this.#ask(contribution))}
    </div>`;
  }

  /** "Done, next person", with what it does. */
  nextPerson(): TemplateResult {
    const {say} = this.#speaker;
    return html`<div part="next-person">
      <p class="small quiet" id="next-person-hint">${say('nextPersonHint')}</p>
      <button type="button" aria-describedby="next-person-hint" @click=${() => this.#leave()}>${say('nextPerson')}</button>
    </div>`;
  }

  /** How many could not be sent yet, and a file of one's own; none on a shared device, where the file would stay behind. */
  waiting({waiting: n, ownWaiting, kiosk}: About): TemplateResult | typeof nothing {
    if (!n) return nothing;
    const {say} = this.#speaker;
    return html`<div part="waiting" class="notice">
      <p role="status">${say('waitingHere', {n})}</p>
      ${kiosk || !ownWaiting ? nothing : html`<button type="button" class="plain" @click=${() => this.#save()}>${say('saveAnswers')}</button>`}
    </div>`;
  }

  /** A field for the code of a receipt. */
  receiptEntry(subject: string): TemplateResult {
    const {say} = this.#speaker;
    return html`<details part="receipt-entry">
      <summary>${say('haveReceipt')}</summary>
      <form @submit=${(event: Event) => this.#find(event, subject)}>
        <label for="receipt-code">${say('receiptLabel')}</label>
        <input id="receipt-code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" />
        <div class="actions"><button type="submit">${say('receiptOpen')}</button></div>
      </form>
    </details>`;
  }

  /** What was just done, for eyes and ears. Stands in the page from the start, so that a change is heard. */
  status(): TemplateResult {
    return html`<p role="status" part="status">${this.#said ? this.#speaker.say(this.#said) : nothing}</p>`;
  }

  #doubt(subject: string, contribution: string): TemplateResult {
    const {say} = this.#speaker;
    return html`<div class="actions" role="group" aria-labelledby="doubt">
      <span id="doubt" tabindex="-1" data-focus>${say('withdrawSure')}</span>
      <button type="button" @click=${() => this.#withdraw(subject, contribution)}>${say('withdrawYes')}</button>
      <button type="button" @click=${() => this.#ask(undefined)}>${say('withdrawNo')}</button>
    </div>`;
  }

  #change(subject: string, contribution: string): void {
    this.#say(undefined);
    /** @internal Listed by @fires of every widget that uses this. */
    this.#host.dispatchEvent(new ChangeEvent(subject, contribution));
  }

  #ask(contribution: string | undefined): void {
    this.#doubted = contribution;
    this.#say(undefined);
  }

  #withdraw(subject: string, contribution: string): void {
    this.#doubted = undefined;
    this.#say('withdrawn');
    /** @internal Listed by @fires of every widget that uses this. */
    this.#host.dispatchEvent(new WithdrawEvent(subject, contribution));
  }

  #leave(): void {
    this.#doubted = undefined;
    this.#say(undefined);
    /** @internal Listed by @fires of every widget that uses this. */
    this.#host.dispatchEvent(new NextPersonEvent());
  }

  #save(): void {
    /** @internal Listed by @fires of every widget that uses this. */
    this.#host.dispatchEvent(new ParcelEvent(file => saveFile(file.name, file, file.type)));
  }

  #find(event: Event, subject: string): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const code = form.querySelector('input')?.value ?? '';
    const answer = (found: boolean): void => {
      if (found) {
        // What was found is further up. Who went on meanwhile stays where they are.
        if (form.matches(':focus-within'))
          this.#host.shadowRoot?.querySelector<HTMLElement>('[part="own"] [tabindex]')?.focus();
        form.reset();
      }
      this.#say(found ? 'receiptFound' : 'receiptUnknown');
    };
    /** @internal Listed by @fires of every widget that uses this. */
    this.#host.dispatchEvent(new ReceiptEvent(subject, code, answer));
  }

  #say(key: ContributionKey | undefined): void {
    this.#said = key;
    this.#host.requestUpdate();
  }
}
