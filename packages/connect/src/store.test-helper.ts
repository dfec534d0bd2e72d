import {backupText} from './alliance.test-helper.js';
import type {StateOf, Wants, Widget} from './rooms.js';
import {openRoom, stateOf} from './rooms.js';
import {Store, type StoreOptions} from './store.js';
import type {Ready} from './snapshot.js';

/** Databases that a test made, so that the next one starts with an empty device. */
const made = new Set<Store>();
let count = 0;

/** A name that no other test uses. */
export function freshName(): string {
  return `test-${Date.now()}-${count++}`;
}

/** A store of the small alliance that has been read. */
export async function readStore(
  options: StoreOptions = {},
  content: string | undefined = backupText(),
): Promise<Store> {
  const store = new Store({name: freshName(), ...options});
  made.add(store);
  if (content) store.addContent(content);
  await store.ready;
  return store;
}

/** Wipes what the stores of a test wrote. */
export async function wipeAll(): Promise<void> {
  for (const store of made) {
    await store.wipe().catch(() => undefined);
    store.close();
  }
  made.clear();
}

export function ready(store: Store): Ready {
  const {snapshot} = store;
  if (snapshot.type !== 'ready') throw new Error(`The store is ${snapshot.type}.`);
  return snapshot;
}

/** What a widget would be given now. */
export async function shown<W extends Widget>(store: Store, widget: W, wants: Wants = {}): Promise<StateOf<W>> {
  await openRoom(widget);
  return stateOf(widget, store.snapshot, {options: {}, wants}) as StateOf<W>;
}

/** Settles when the condition holds of the snapshot. */
export function until(store: Store, holds: (ready: Ready) => boolean): Promise<void> {
  return new Promise(settle => {
    const look = (): void => {
      if (store.snapshot.type !== 'ready' || !holds(store.snapshot)) return;
      unsubscribe();
      settle();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}
