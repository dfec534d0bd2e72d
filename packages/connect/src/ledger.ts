import {Keeping, type Opener} from './keeping.js';
import {changed, nothingKept, personal, type Change, type Kept} from './kept.js';

type Key = Pick<Change, 'store' | 'key'>;

/** What other tabs are told: which keys have another value now, or that everything is gone. */
type News = readonly Key[] | 'wiped';

/**
 * What this device keeps of one alliance: seen at once, and written behind that, in the order in which it came. What
 * could not be written stays here and goes along with the next write. Other tabs follow.
 */
export class Ledger {
  /** A shared device: nothing of the present person is written. */
  shared = false;
  #kept: Kept = nothingKept;
  #storage: 'device' | 'memory' = 'device';
  readonly #unwritten = new Map<string, Change>();
  /** What is below: only for changes that must not pass by what another tab wrote. Tell of them with `share`. */
  readonly keeping: Keeping;
  readonly name: string;
  #tabs: BroadcastChannel | undefined;
  readonly #changed: () => void;
  #isRead = false;
  #queue: Promise<void> = Promise.resolve();
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange Called after every change, whoever made it. */
  constructor(name: string, onChange: () => void, opener?: Opener) {
    this.name = name;
    this.keeping = new Keeping(name, opener);
    this.#changed = onChange;
    this.#tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
    this.#tabs?.addEventListener('message', this.#onNews);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  get kept(): Kept {
    return this.#kept;
  }

  /** `memory`: not everything is written, so it is gone when the page closes. */
  get storage(): 'device' | 'memory' {
    return this.#storage;
  }

  /** Reads what was kept before. Storage that fails or hangs is no error: `storage` says so. */
  read(): Promise<void> {
    return this.#next(() => this.#load());
  }

  /** Makes these changes: seen at once, written after that many milliseconds of rest. Settles when it was tried. */
  apply(changes: readonly Change[], rest?: number): Promise<void> {
    if (changes.length === 0) return this.#queue;
    this.#kept = changed(this.#kept, changes);
    for (const change of changes) {
      const isWritten = change.value === undefined || !this.shared || !personal.includes(change.store);
      if (isWritten) this.#unwritten.set(nameOf(change), change);
    }
    this.#changed();
    clearTimeout(this.#rest);
    if (rest === undefined) return this.flush();
    this.#rest = setTimeout(() => this.flush(), rest);
    return Promise.resolve();
  }

  /** Writes now what is waiting. */
  flush(): Promise<void> {
    clearTimeout(this.#rest);
    return this.#next(() => this.#write());
  }

  /** Reads these keys again and tells other tabs to: somebody wrote them past this ledger. */
  share(keys: readonly Key[]): Promise<void> {
    this.#tell(keys);
    return this.#next(() => this.#reread(keys));
  }

  /** Takes everything away, here, on the device and in other tabs. @throws Error when the device could not do it. */
  async wipe(): Promise<void> {
    clearTimeout(this.#rest);
    this.#forget();
    const wiping = this.#queue.then(() => this.keeping.wipe());
    this.#queue = wiping.catch(() => undefined);
    await wiping;
    this.#tell('wiped');
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    void this.flush().then(() => {
      this.#tabs?.close();
      this.#tabs = undefined;
      this.keeping.close();
    });
  }

  /** One thing at a time; storage that fails is told and never thrown. */
  #next(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch(() => this.#setStorage('memory'));
    return this.#queue;
  }

  async #load(): Promise<void> {
    if (this.#isRead) return;
    const read = await this.keeping.read();
    this.#isRead = true;
    const here = Object.entries(this.#kept).flatMap(([store, map]) =>
      [...map].map(([key, value]) => ({store, key, value}) as Change),
    );
    this.#kept = changed(read, [...here, ...this.#unwritten.values()]);
    this.#changed();
  }

  async #write(): Promise<void> {
    await this.#load();
    const changes = [...this.#unwritten.values()];
    if (changes.length > 0) {
      await this.keeping.put(changes);
      for (const change of changes) {
        if (this.#unwritten.get(nameOf(change)) === change) this.#unwritten.delete(nameOf(change));
      }
      this.#tell(changes);
    }
    this.#setStorage('device');
  }

  async #reread(keys: readonly Key[]): Promise<void> {
    const changes = await this.keeping.reread(keys);
    this.#kept = changed(
      this.#kept,
      changes.filter(change => !this.#unwritten.has(nameOf(change))),
    );
    this.#changed();
  }

  #forget(): void {
    this.#unwritten.clear();
    this.#kept = nothingKept;
    this.#changed();
  }

  #setStorage(storage: 'device' | 'memory'): void {
    if (storage === this.#storage) return;
    this.#storage = storage;
    this.#changed();
  }

  #tell(news: News): void {
    this.#tabs?.postMessage(news === 'wiped' ? news : news.map(({store, key}) => ({store, key})));
  }

  readonly #onNews = ({data}: MessageEvent<News>): void => {
    if (data === 'wiped') this.#forget();
    else void this.#next(() => this.#reread(data));
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };
}

function nameOf({store, key}: Key): string {
  return `${store} ${key}`;
}
