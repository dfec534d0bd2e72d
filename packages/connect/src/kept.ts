import type {AnyRecord, Voice} from '@samenwaarde/core/schema';
import type {Delivery, Refusal} from './shown.js';

/** What the person at this device gave: it leaves with "next person". The key is the id of the contribution. */
export interface Own {
  /** Id of the question or round that it answers. */
  readonly subject: string;
  /** The code that only this person has. */
  readonly receipt: string;
  /** Orders the contributions of one person, and nobody else's: the last one has the highest. */
  readonly place: number;
  /** What was not taken, and why: it is kept here only. */
  readonly refused?: {readonly reason: Refusal; readonly record: Voice};
  /** Where a collector is: what was given. It stands here and not among the records, so that it leaves with its giver. */
  readonly record?: Voice;
  /** What the collector said of it last. */
  readonly delivery?: Delivery;
  /** Of a vote with own names what the collector said of each last, by rubric. */
  readonly names?: Readonly<Record<string, Delivery>>;
  /** Which form of it was given last: a collector leaves aside what arrives after a later one. */
  readonly edition?: number;
  /** The code card that it came with. */
  readonly card?: string;
  /** It was taken away; its id stays, for when this person gives such an answer after all. */
  readonly withdrawn?: Voice['kind'];
}

/** What a collector is still to be told. The key is the id of the contribution. */
export interface Letter {
  /** Id of the question or round that it answers. */
  readonly subject: string;
  readonly receipt: string;
  /** What is given; without it the contribution is to be taken away. */
  readonly record?: Voice;
  readonly card?: string;
  /**
   * Which form of the contribution this is: 1, and one higher at every change, also when it is taken away. Letters of an
   * earlier version have none; that is 1 too.
   */
  readonly edition?: number;
  /** Random, another one at every change: what is under way may have been changed meanwhile. */
  readonly stamp: string;
  /** It or an earlier form of it was sent, so it may have arrived; `failed`: no answer came. */
  readonly tried?: 'under-way' | 'failed';
  /** Of what is to be taken away: what comes back when the collector does not let it go. */
  readonly back?: Own;
  /** The collector did not take it, and why: it is not sent again. */
  readonly refused?: Refusal;
}

/** Whose turn it is to send, where the browser has no locks. */
export interface Turn {
  /** Random mark of the tab. */
  readonly owner: string;
  /** One higher at every sign of life: no clock. */
  readonly beat: number;
}

/** What the person at this device has typed or chosen so far. The key is the id of the question or round. */
export interface Draft {
  readonly draft: unknown;
  /** Id of the own contribution that is being changed. */
  readonly changing?: string;
  /** What was typed before the change began; it comes back afterwards. */
  readonly before?: unknown;
}

/** The last import of quotes into a question, so that it can be undone. */
export interface ImportedQuotes {
  readonly quotes: readonly string[];
  /** Where a collector is: the receipts of these quotes, in the same order. */
  readonly receipts?: readonly string[];
  /** The decisions that came with them, all with this counter. */
  readonly moderations: readonly string[];
  readonly counter: number;
  readonly held: number;
}

/** What the method cards of this device carry. */
export interface DeviceCard {
  /** The highest counter that this device has given. */
  readonly counter: number;
  /** Random, so that no two devices give the same (counter, tag). */
  readonly tag: string;
}

/** What a device may keep of one alliance: the stores and what is in them. `register.ts` says why and how long. */
export interface Stores {
  readonly records: AnyRecord;
  readonly receipts: string;
  readonly own: Own;
  readonly drafts: Draft;
  readonly imports: ImportedQuotes;
  readonly card: DeviceCard;
  readonly outbox: Letter;
  readonly turn: Turn;
}
export type StoreName = keyof Stores;

/** All that a device keeps of one alliance, by store and key. */
export type Kept = {readonly [Name in StoreName]: ReadonlyMap<string, Stores[Name]>};

/** One key that gets another value; without a value it goes. */
export type Change = {
  readonly [Name in StoreName]: {readonly store: Name; readonly key: string; readonly value?: Stores[Name]};
}[StoreName];

export const nothingKept: Kept = {
  records: new Map(),
  receipts: new Map(),
  own: new Map(),
  drafts: new Map(),
  imports: new Map(),
  card: new Map(),
  outbox: new Map(),
  turn: new Map(),
};

/** The same with these changes; a store that none of them is in stays the same object. */
export function changed(kept: Kept, changes: readonly Change[]): Kept {
  const stores = new Map<StoreName, Map<string, unknown>>();
  for (const {store, key, value} of changes) {
    const copy = stores.get(store) ?? new Map<string, unknown>(kept[store]);
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
    stores.set(store, copy);
  }
  return {...kept, ...(Object.fromEntries(stores) as Partial<Kept>)};
}

/** What is of the present person: it leaves with "next person", and a shared device does not write it down. */
export const personal: readonly StoreName[] = ['own', 'drafts', 'imports'];

/** Receipts, drafts and answers of the present person leave; what was given stays, without them. */
export function personLeft(kept: Kept): Change[] {
  return personal.flatMap(store => [...kept[store].keys()].map(key => ({store, key})));
}

/** How many contributions are still to be sent. What was refused is not among them. */
export function unsent({outbox}: Kept): number {
  return [...outbox.values()].filter(({refused}) => !refused).length;
}
