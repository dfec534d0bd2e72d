/** What a person must know before the first keystroke: who asks, who reads it, when one hears back. */
export interface About {
  /** Who asks. */
  readonly organisation: string;
  /** Where to ask something: an e-mail address, a telephone number or a place. */
  readonly contact: string;
  /** Address of the page about privacy; only `https:`, `http:` and relative ones become a link. */
  readonly privacy?: string;
  /** Last day to take part, `2026-11-21`. */
  readonly until?: string;
  /** Day on which the result comes. Without it the result comes when the round is closed. */
  readonly resultsFrom?: string;
  /** Day until which the words are kept. */
  readonly keptUntil?: string;
  /** Where an answer goes: it stays in this browser (an exercise), or it is sent to a collector. */
  readonly destination: 'device' | 'collector';
  /** Whether a facilitator reads an answer before others do. */
  readonly moderated: boolean;
  /** A shared device: after every answer the next person begins by itself. */
  readonly kiosk: boolean;
  /** `memory`: this browser keeps nothing, so what is given here is gone when the page closes. */
  readonly storage: 'device' | 'memory';
  /** How many contributions on this device could not be sent yet, whoever gave them. */
  readonly waiting?: number;
  /** How many of those the present person gave: only these are for a file. */
  readonly ownWaiting?: number;
}

/** Where one contribution is. "Sent" is only said when the collector has acknowledged. */
export type Delivery =
  /** An exercise: it stays on this device. */
  | {readonly type: 'kept'}
  | {readonly type: 'sending'}
  /** Not sent yet, only on this device; `days`: how long the browser may keep it. */
  | {readonly type: 'waiting'; readonly days: number}
  | {readonly type: 'sent'}
  /** Received; a facilitator reads it first. */
  | {readonly type: 'held'}
  /** Received and shown to others. */
  | {readonly type: 'released'}
  /** Refused; it is still on this device. */
  | {readonly type: 'refused'; readonly reason: Refusal};

/** Why a contribution was refused. */
export type Refusal =
  | 'personal-data'
  | 'insult'
  | 'not-an-answer'
  | 'double'
  | 'other'
  | 'closed'
  | 'too-long'
  | 'code-used'
  | 'code-needed'
  | 'code-unknown'
  | 'wrong-receipt'
  | 'not-understood';

/** One contribution, and the proof of it: with this code it can be changed or taken away. */
export interface Receipt {
  /** Id of the contribution. */
  readonly id: string;
  /** The code to write down. None of what was refused before anybody had it. */
  readonly code?: string;
}

/** A widget that could not be given its content. */
export interface Failed {
  readonly type: 'failed';
  readonly reason: Failure;
  /** How many contributions on this device are still to be sent, whoever gave them. */
  readonly waiting?: number;
}

/** Why a widget could not be given its content. `no-collector`: no request from this page to its collector succeeded. */
export type Failure =
  | 'not-found'
  | 'unreachable'
  | 'no-collector'
  | 'not-understood'
  | 'not-for-publication'
  | 'too-new'
  | 'script-changed';
