import type {Kept} from './kept.js';
import type {Known} from './records.js';
import type {Failed} from './shown.js';

/** What this device adds to what is known: what its present person gave, typed and sees. */
export interface Device extends Kept {
  /** The contribution that somebody is thanked for, by question or round. */
  readonly thanked: ReadonlyMap<string, string>;
  /** `memory`: not everything could be stored, so it is gone when the page closes. */
  readonly storage: 'device' | 'memory';
}

/** All there is to know about an alliance at one moment. Never mutated. */
export type Snapshot =
  {readonly type: 'loading'} | Failed | {readonly type: 'ready'; readonly known: Known; readonly device: Device};

export type Ready = Extract<Snapshot, {readonly type: 'ready'}>;
