import type {Surroundings} from './collector.js';
import type {Opener} from './keeping.js';

/** Where a store finds its content, and where it keeps what people do. */
export interface StoreOptions {
  /** Chooses the storage on this device. Without it `src` does. */
  readonly name?: string;
  /** Address of a publication, or of an alliance of a collector. */
  readonly src?: string;
  /** Opens the database, instead of IndexedDB. */
  readonly opener?: Opener;
  /** Fetches `src`, instead of the page's own `fetch`. */
  readonly fetcher?: typeof fetch;
  /** What is used with a collector, instead of the page's own. */
  readonly surroundings?: Surroundings;
}
