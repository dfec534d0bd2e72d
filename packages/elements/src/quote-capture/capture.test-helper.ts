import {fixture, html, waitUntil} from '@open-wc/testing';
import {DraftEvent} from '../shared/requests.js';
import './define.js';
import {QuoteSubmitEvent} from './quote-capture.events.js';
import {examples} from './quote-capture.examples.js';
import type {QuoteCaptureState} from './quote-capture.state.js';
import type {QuoteCapture, QuoteCaptureMode} from './quote-capture.js';

/** A widget on a page, in one voice, once everything it shows is there. */
export async function capture(
  state: QuoteCaptureState,
  mode: QuoteCaptureMode = 'answer',
  {lang, address}: {lang: string; address: string} = {lang: 'nl', address: 'u'},
): Promise<QuoteCapture> {
  const page = await fixture(
    html`<div lang=${lang} address=${address}>
      <samen-quote-capture mode=${mode} .state=${state}>Mail ons uw antwoord.</samen-quote-capture>
    </div>`,
  );
  const element = page.querySelector('samen-quote-capture')!;
  if (state.type !== 'loading')
    await waitUntil(() => !find(element, '.loading'), 'its code is loaded', {timeout: 8_000});
  await shown(element);
  return element;
}

/** A page of its own, without an alliance: every draft comes back, every quote is taken. */
export function answering(element: QuoteCapture): QuoteSubmitEvent[] {
  const taken: QuoteSubmitEvent[] = [];
  element.addEventListener(DraftEvent.type, ({draft}) => {
    if (element.state.type === 'asking') element.state = {...element.state, draft: String(draft)};
  });
  element.addEventListener(QuoteSubmitEvent.type, event => {
    taken.push(event);
    element.state = examples.sent;
  });
  return taken;
}

/** The first element of the widget that fits. */
export function find(element: QuoteCapture, selector: string): HTMLElement | null {
  return element.renderRoot.querySelector<HTMLElement>(selector);
}

/** The button with that text, as a person reads it. */
export function button(element: QuoteCapture, text: string): HTMLButtonElement {
  const buttons = [...element.renderRoot.querySelectorAll('button')];
  const found = buttons.find(each => words(each) === text) ?? buttons.find(each => words(each).startsWith(text));
  if (!found) throw new Error(`No button “${text}” among “${buttons.map(words).join('”, “')}”`);
  return found;
}

/** Presses a button and waits for what comes of it. */
export async function press(element: QuoteCapture, text: string): Promise<void> {
  button(element, text).click();
  await shown(element);
}

/** Puts words in the field, as typing does. */
export async function type(element: QuoteCapture, text: string): Promise<void> {
  const field = find(element, 'textarea') as HTMLTextAreaElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await shown(element);
}

/** Waits until the page shows what it knows, focus included. */
export async function shown(element: QuoteCapture): Promise<void> {
  await element.updateComplete;
  await element.updateComplete;
}

/** What somebody reads in the widget, or in a part of it. */
export function words(node: Element | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Everything that is read in the widget. */
export function text(element: QuoteCapture): string {
  return words(element.renderRoot.querySelector('[part="capture"]'));
}

/** Id, tag or text of what has the focus inside the widget. */
export function focused(element: QuoteCapture): string {
  const active = element.shadowRoot?.activeElement ?? null;
  return active?.id || words(active);
}

/** Something else in the place of a function of the browser, until it is put back. */
export class StandIn<O extends object> {
  readonly #object: O;
  readonly #name: keyof O;
  readonly #before: PropertyDescriptor | undefined;

  constructor(object: O, name: keyof O, value: unknown) {
    this.#object = object;
    this.#name = name;
    this.#before = Object.getOwnPropertyDescriptor(object, name);
    Object.defineProperty(object, name, {value, configurable: true, writable: true});
  }

  leave(): void {
    Object.defineProperty(this.#object, this.#name, this.#before ?? {});
  }
}

/** The time stands still until the test lets it pass. */
export class StoppedClock {
  readonly #waiting = new Map<number, () => void>();
  readonly #set = new StandIn(window, 'setTimeout', (callback: () => void) => {
    this.#waiting.set(++this.#last, callback);
    return this.#last;
  });
  readonly #clear = new StandIn(window, 'clearTimeout', (id: number) => this.#waiting.delete(id));
  #last = 0;

  /** How many timers are set. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets every timer go off. */
  pass(): void {
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    due.forEach(callback => {
      callback();
    });
  }

  run(): void {
    this.#set.leave();
    this.#clear.leave();
  }
}
