import type {Look, Made} from '../keeping.js';
import type {Change, Kept, StoreName} from '../kept.js';
import type {Ledger} from '../ledger.js';

/** What the sender's side uses of a device: all of it, and changes that never pass by those of another tab. */
export interface Shelf {
  readonly kept: Kept;
  /** Makes changes of what these stores hold under that key now, all at once. */
  exchange(stores: readonly StoreName[], key: string, made: Made): Promise<void>;
}

/** The shelf of a ledger. Where the device cannot keep anything it is the memory of this page. */
export function shelfOf(ledger: Ledger): Shelf {
  return {
    get kept() {
      return ledger.kept;
    },
    async exchange(stores, key, made) {
      await ledger.flush();
      const written = ledger.storage === 'device' && (await ledger.keeping.put(made).catch(() => undefined));
      if (!written) return ledger.apply(await remembered(ledger, made));
      // A shared device keeps the present person in memory only, where the disk cannot see it.
      const own = ledger.shared && stores.includes('own') ? await remembered(ledger, made) : [];
      await ledger.apply(own.filter(({store}) => store === 'own'));
      await ledger.share(stores.filter(store => store !== 'own' || !ledger.shared).map(store => ({store, key})));
    },
  };
}

/** What would be made of what this page remembers. */
async function remembered({kept}: Ledger, made: Made): Promise<readonly Change[]> {
  const look: Look = (store, key) => Promise.resolve(kept[store].get(key));
  return made(look);
}
