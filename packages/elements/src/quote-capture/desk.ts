import type {LitElement, TemplateResult} from 'lit';
import type {About} from '../shared/about.js';
import type {Text} from '../shared/voice.js';
import type {AskingKey} from './asking.messages.js';
import type {Closing} from './closing.js';
import type {QuoteSubmitEvent} from './quote-capture.events.js';
import type {QuoteCaptureState} from './quote-capture.state.js';
import type {QuoteField} from './quote-field.js';

/** A state with a question. */
export type Asked = Extract<QuoteCaptureState, {question: unknown}>;

/** A state with an open question. */
export type Open = Exclude<Asked, {type: 'closed'}>;

/** The widget, as far as its parts know it. */
export type Host = LitElement & {readonly headingLevel: number; readonly texts: Readonly<Record<string, Text>>};

/** What the widget lends to a desk. */
export interface Tools {
  readonly host: Host;
  readonly field: QuoteField;
  readonly closing: Closing;
  /** Asks the host to keep these quotes, unless it was just asked. Returns what it asked. */
  readonly submit: (quotes: readonly string[]) => QuoteSubmitEvent | undefined;
}

/** A larger way of working, whose code comes only when the page asks for it. */
export interface Desk {
  /** A new state came. */
  follow(state: Open): void;
  render(state: Open): TemplateResult;
}

export type DeskClass = new (tools: Tools) => Desk;

/** Who reads an answer. */
export function readersKey({moderated}: About): AskingKey {
  return moderated ? 'readersAfter' : 'readersAtOnce';
}

/** Whether there is something to show that comes after the first keystroke. */
export function needsClosing(state: QuoteCaptureState): boolean {
  return 'own' in state && (state.own.length > 0 || state.type !== 'asking' || !!state.about.waiting);
}

/** Whether what is given here goes to a collector. */
export function sends({destination}: About): boolean {
  return destination === 'collector';
}

/** On the button: where an answer goes decides whether it is kept or sent. */
export function sendKey({destination}: About, insists: boolean): AskingKey {
  if (destination === 'device') return insists ? 'keepAnyway' : 'keep';
  return insists ? 'sendAnyway' : 'send';
}
