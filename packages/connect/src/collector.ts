import type {Content} from './content.js';
import type {Change} from './kept.js';
import type {Ledger} from './ledger.js';
import type {Ready, Snapshot} from './snapshot.js';

/** What a collector changes about an alliance: what is given goes there. Its code is in `remote/`, fetched when needed. */
export interface Collector {
  /** What changes on the device when people give something: the same, and what is to be sent. */
  readonly posted: (ready: Ready, changes: readonly Change[]) => readonly Change[];
  /** The quotes of a file, which go to the collector one by one. */
  readonly fileGiven: (question: string, texts: readonly string[]) => readonly Change[];
  /** What has to change to take back the last file of a question. */
  readonly fileTakenBack: (ready: Ready, question: string) => readonly Change[];
  /** What has to change to give somebody a contribution back that was given on another device, by its receipt. */
  readonly foundBack: (now: () => Snapshot, sought: Sought) => Promise<readonly Change[]>;
}

/** A contribution that somebody looks for. */
export interface Sought {
  /** Id of the question or round that it answers. */
  readonly subject: string;
  readonly receipt: string;
}

/** What there is instead of the page's own, for tests and for tools. */
export interface Surroundings {
  /** Makes a stream of server-sent events. */
  readonly streams?: (address: string) => EventSource;
  /** The locks of the browser; `null` where there are none. */
  readonly locks?: LockManager | null;
  /** Waits so many milliseconds. */
  readonly rest?: (milliseconds: number) => Promise<void>;
  /** A number from 0 to 1. */
  readonly chance?: () => number;
}

/** What a collector's side may use of a store. */
export interface Link extends Surroundings {
  readonly ledger: Ledger;
  readonly fetcher: typeof fetch;
  /** Shows newer content in the place of what was there. */
  readonly show: (content: Content) => void;
  /** Calls back at every change, until the function that it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Says that the store was closed. */
  readonly ended: AbortSignal;
}
