import type {Surroundings} from '../collector.js';
import {asking} from '../people.test-helper.js';
import {readStore, until} from '../store.test-helper.js';
import type {Store, StoreOptions} from '../store.js';
import {ADDRESS, FakeCollector, Pauses} from './collector.test-helper.js';
import {FakeStreams} from './streams.test-helper.js';

/** A collector with the network to it, for the stores of one test. */
export class Remote {
  readonly pauses = new Pauses();
  readonly streams = new FakeStreams();
  readonly collector = new FakeCollector();

  /** What stores have instead of a browser's own. */
  surroundings(other: Surroundings = {}): Surroundings {
    return {streams: this.streams.open, rest: this.pauses.rest, chance: () => 1, ...other};
  }

  /** A store of the alliance at the collector, in a tab of its own. */
  store(options: StoreOptions = {}): Promise<Store> {
    const {fetcher} = this.collector;
    return readStore({src: ADDRESS, fetcher, surroundings: this.surroundings(), ...options}, '');
  }

  /** Ends every pause, until the work is done. */
  async during(work: Promise<unknown>): Promise<void> {
    const turning = setInterval(() => this.pauses.end());
    await work;
    clearInterval(turning);
  }

  /** Nobody answers, from now on. */
  goAway(): void {
    this.collector.fault = () => 'lost before';
  }

  /** There is an answer again, and the browser notices. */
  comeBack(): void {
    this.collector.fault = () => 'none';
    dispatchEvent(new Event('online'));
  }
}

export const isDelivered = (store: Store): Promise<void> => until(store, ({device}) => device.outbox.size === 0);

/** Settles when something could not be sent. */
export const isWaiting = (store: Store): Promise<void> =>
  until(store, ({device}) => [...device.outbox.values()].some(({tried}) => tried === 'failed'));

/** Settles when the collector refused something. */
export const isRefused = (store: Store): Promise<void> =>
  until(store, ({device}) => [...device.outbox.values()].some(({refused}) => refused));

/** Where the own answers to the question are, newest first. */
export const deliveries = async (store: Store): Promise<string[]> =>
  (await asking(store)).own.map(({delivery}) => delivery.type);

/** How much is on the device, by store. */
export const stored = async (store: Store): Promise<Record<string, number>> =>
  Object.fromEntries((await store.stored()).map(({store: name, entries}) => [name, entries]));

/** The texts in a parcel of a store. */
export async function textsIn(store: Store, purpose: 'parcel' | 'own'): Promise<(string | undefined)[]> {
  const file = await store.export(purpose);
  const {records} = JSON.parse(await file.text()) as {readonly records: readonly {readonly text?: string}[]};
  return records.map(({text}) => text).sort();
}
