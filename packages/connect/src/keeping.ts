import {deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction} from 'idb';
import {nothingKept, type Change, type Kept, type StoreName, type Stores} from './kept.js';

type Schema = DBSchema & {[Name in StoreName]: {key: string; value: Stores[Name]}};
export type Database = IDBPDatabase<Schema>;

/**
 * Opens the database of that name. With `make` it is made where there is none; otherwise there is nothing then, and
 * nothing is stored. `lost` is called when the connection is closed by somebody else.
 */
export type Opener = (name: string, make: boolean, lost: () => void) => Promise<Database | undefined>;

/** What is kept under a key now. */
export type Look = <Name extends StoreName>(store: Name, key: string) => Promise<Stores[Name] | undefined>;
/** Changes that depend on what is kept. Nothing else may be waited for in it. */
export type Made = (look: Look) => Promise<readonly Change[]>;

const STORES = Object.keys(nothingKept) as StoreName[];

/** Milliseconds after which storage that does not answer counts as missing: Safari is known to hang for ever. */
const PATIENCE = 2_000;

/** What a device keeps of one alliance, in IndexedDB. Every call rejects, in the end, when storage fails or hangs. */
export class Keeping {
  readonly #name: string;
  readonly #opener: Opener;
  #database: Promise<Database | undefined> | undefined;

  constructor(name: string, opener: Opener = openDatabase) {
    this.#name = name;
    this.#opener = opener;
  }

  /** All that is kept. Makes nothing where there is nothing. */
  async read(): Promise<Kept> {
    const database = await this.#open(false);
    if (!database) return nothingKept;
    return within(async started => {
      const transaction = started(database.transaction(STORES));
      const stores = STORES.map(async name => {
        const store = transaction.objectStore(name);
        const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return [name, new Map(keys.map((key, place) => [key, values[place]]))] as const;
      });
      return Object.fromEntries(await Promise.all(stores)) as unknown as Kept;
    });
  }

  /** What is kept of these keys now, for instance after another tab wrote them. */
  async reread(keys: readonly Pick<Change, 'store' | 'key'>[]): Promise<Change[]> {
    const database = await this.#open(false);
    if (!database) return keys.map(({store, key}) => ({store, key}));
    return within(async started => {
      const transaction = started(database.transaction(STORES));
      return Promise.all(
        keys.map(
          async ({store, key}) => ({store, key, value: await transaction.objectStore(store).get(key)}) as Change,
        ),
      );
    });
  }

  /**
   * Writes all of it or nothing, and waits until it is on the disk. What is to be written may be made of what is kept
   * then, whoever wrote that. Gives what was written.
   */
  async put(changes: readonly Change[] | Made): Promise<readonly Change[]> {
    const database = await this.#open(true);
    if (!database) return [];
    return within(async started => {
      const transaction = started(database.transaction(STORES, 'readwrite', {durability: 'strict'}));
      const look: Look = (store, key) => transaction.objectStore(store).get(key) as Promise<never>;
      const made = typeof changes === 'function' ? await changes(look) : changes;
      const writes = made.map(({store, key, value}) => {
        const target = transaction.objectStore(store);
        return value === undefined ? target.delete(key) : target.put(value, key);
      });
      await Promise.all([...writes, transaction.done]);
      return made;
    });
  }

  /** Takes everything away, the database included. */
  async wipe(): Promise<void> {
    const database = await this.#open(false);
    if (!database) return;
    await within(async started => {
      const transaction = started(database.transaction(STORES, 'readwrite', {durability: 'strict'}));
      await Promise.all([...STORES.map(name => transaction.objectStore(name).clear()), transaction.done]);
    });
    this.close();
    // Another tab may hold the empty database open for a while: it is deleted once that tab lets go.
    await within(() => deleteDB(this.#name)).catch(() => undefined);
  }

  close(): void {
    void this.#database?.then(database => database?.close()).catch(() => undefined);
    this.#database = undefined;
  }

  /** The database, opened once. What failed or is not there is tried again next time; what hangs is waited for. */
  async #open(make: boolean): Promise<Database | undefined> {
    const opening = (this.#database ??= this.#opener(this.#name, make, () => (this.#database = undefined)));
    const forget = (): void => {
      if (this.#database === opening) this.#database = undefined;
    };
    opening.catch(forget);
    const database = await within(() => opening);
    if (database) return database;
    forget();
    return make ? this.#open(true) : undefined;
  }
}

export const openDatabase: Opener = async (name, make, lost) => {
  const looked = {absent: false};
  try {
    const database = await openDB<Schema>(name, 2, {
      upgrade(...[made, before, , transaction]) {
        transaction.done.catch(() => undefined);
        looked.absent = !make && !before;
        if (looked.absent) transaction.abort();
        else for (const store of STORES) if (!made.objectStoreNames.contains(store)) made.createObjectStore(store);
      },
      blocking() {
        database.close();
        lost();
      },
      terminated: lost,
    });
    return database;
  } catch (error) {
    if (looked.absent) return undefined;
    throw error;
  }
};

type Abortable = Pick<IDBPTransaction<Schema, StoreName[], 'readonly' | 'readwrite'>, 'abort' | 'done'>;

/** The work, or an error when it takes too long: then the transaction that it started is taken back. */
async function within<Result>(
  work: (started: <Transaction extends Abortable>(transaction: Transaction) => Transaction) => Promise<Result>,
): Promise<Result> {
  let transaction: Abortable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Storage does not answer.')), PATIENCE);
  });
  const working = work(started => {
    transaction = started;
    started.done.catch(() => undefined);
    return started;
  });
  try {
    return await Promise.race([working, patience]);
  } catch (error) {
    working.catch(() => undefined);
    try {
      transaction?.abort();
    } catch {
      // It has ended already.
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
