import {Store, type StoreOptions} from './store.js';

const stores = new Map<string, {readonly store: Store; users: number}>();

/** The store of this source: one on a page, however many elements use it. Give it back with `release`. */
export function shared({name = '', src = ''}: Pick<StoreOptions, 'name' | 'src'>): {store: Store; release: () => void} {
  const key = JSON.stringify([name, src]);
  const entry = stores.get(key) ?? {store: new Store({name, src}), users: 0};
  stores.set(key, entry);
  entry.users += 1;
  const release = (): void => {
    entry.users -= 1;
    // Later, so that an element that only moves on the page finds the same store again.
    setTimeout(() => {
      if (entry.users > 0 || stores.get(key) !== entry) return;
      stores.delete(key);
      entry.store.close();
    });
  };
  return {store: entry.store, release};
}
