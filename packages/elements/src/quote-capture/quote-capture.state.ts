import type {Source} from '@samenwaarde/core/schema';
import type {About, Delivery, Failed, Receipt} from '../shared/about.js';

/** The open question that is asked. */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  /** Help under the question, each a short question of its own. */
  readonly prompts: readonly string[];
  /** Length to stay within, in characters. Longer is allowed, up to the longest text a record holds. */
  readonly guide: number;
}

/** A quote that this person gave on this device. */
export interface OwnQuote extends Receipt {
  readonly text: string;
  readonly delivery: Delivery;
}

interface Asked {
  readonly question: AskedQuestion;
  readonly about: About;
  /** What this person gave before, newest first. */
  readonly own: readonly OwnQuote[];
  /** How many of each kind of source were heard on this device, for a scribe. */
  readonly heard: Readonly<Record<Source, number>>;
  /** The last import, as long as it can be undone. */
  readonly imported?: QuotesOfFile;
}

/** What came in from a file. */
export interface QuotesOfFile {
  /** How many quotes in all. */
  readonly quotes: number;
  /** How many of those are held, where it stays in this browser. */
  readonly held: number;
  /** How many are still to be sent to the collector. */
  readonly unsent?: number;
  /** How many the collector did not take. */
  readonly refused?: number;
}

/** Everything quote capture can be. No two at once. */
export type QuoteCaptureState =
  | {readonly type: 'loading'}
  /** No question yet. */
  | {readonly type: 'empty'}
  | Failed
  /** The field is open. `changing` is the id of the own quote that is being changed. */
  | (Asked & {readonly type: 'asking'; readonly draft: string; readonly changing?: string})
  /** Thanked for the quote with the id `latest`, which is in `own` unless it has left the screen already. */
  | (Asked & {readonly type: 'answered'; readonly latest: string})
  /** `draft`: what somebody was typing when it closed. */
  | (Asked & {readonly type: 'closed'; readonly draft?: string});
