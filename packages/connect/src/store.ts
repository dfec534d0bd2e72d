import type {MethodRecord} from '@samenwaarde/core/schema';
import type {Content, Failed} from './content.js';
import {anotherAsked, drafted, isEmpty} from './drafts.js';
import type {ExportedFor, ImportReport} from './files-door.js';
import {personLeft, unsent, type Change} from './kept.js';
import {Ledger} from './ledger.js';
import {joined, nothingKnown, ofKind, type Known} from './records.js';
import type {StoredEntry} from './register.js';
import {roomFor, type Request, type RequestOf} from './requests.js';
import {openRoom, room, type Afterwards, type Room} from './rooms.js';
import {forgetScanned} from './scanned.js';
import type {Failure} from './shown.js';
import type {Ready, Snapshot} from './snapshot.js';
import type {StoreOptions} from './store-options.js';

export type {StoreOptions};

/** Milliseconds of rest after which a draft is written. Leaving the page writes it at once. */
const REST = 300;

/** One alliance in this browser: what is known of it, and what people here do. */
export class Store {
  readonly #src: string | undefined;
  readonly #ledger: Ledger;
  readonly #listeners = new Set<() => void>();
  readonly #requests: {readonly request: Request | undefined; readonly settle: (taken?: Promise<void>) => void}[] = [];
  #reading = 0;
  #ready: Promise<unknown> = Promise.resolve();
  #failure: Failure | undefined;
  #content = nothingKnown;
  /** What the content and the device say together, and of which two that was made. */
  #known = nothingKnown;
  #below: Known | undefined;
  #above: Known['records'] | undefined;
  /** The contribution that somebody is thanked for, by question or round. */
  readonly #thanked = new Map<string, string>();
  #snapshot: Snapshot = {type: 'loading'};
  readonly #ending = new AbortController();

  constructor(options: StoreOptions = {}) {
    const {name, src, opener, fetcher = fetchHere} = options;
    this.#src = src;
    this.#ledger = new Ledger(`samenwaarde:${name || absolute(src)}`, () => this.#refresh(), opener);
    this.#wait(this.#ledger.read());
    const link = {
      ...options.surroundings,
      fetcher,
      ledger: this.#ledger,
      ended: this.#ending.signal,
      subscribe: (listener: () => void) => this.subscribe(listener),
      show: (content: Content) => {
        this.#accept(content);
        this.#refresh();
      },
    };
    if (src) this.#wait(this.#use(import('./content.js').then(({fetched}) => fetched(src, link))));
  }

  /** Everything there is to know now. The same object until something changes. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** How many contributions on this device are still to be sent to a collector, also while that cannot be reached. */
  get waiting(): number {
    return unsent(this.#ledger.kept);
  }

  /** Settles when all that was to be read has been read, or could not be. */
  get ready(): Promise<unknown> {
    return this.#ready;
  }

  /** A shared device: nothing of the present person is written, and who begins something is the next person. */
  get kiosk(): boolean {
    return this.#ledger.shared;
  }

  set kiosk(kiosk: boolean) {
    if (kiosk && !this.kiosk) void this.#ready.then(() => this.#nextPerson());
    this.#ledger.shared = kiosk;
  }

  /** Calls back at every change, until the function that it gives is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds what the page itself holds: the text of a backup or publication. It is never written to the device. */
  addContent(text: string): void {
    this.#wait(this.#use(import('./content.js').then(({read}) => read(text))));
  }

  /**
   * Takes a request of a widget, or the same in a plain object: in the order in which they come, and at once unless code
   * for it is still to be fetched. Settles when it is written, or when that was tried: `storage: 'memory'` in the snapshot
   * says that it failed. Without a request: once what was asked before has been done. Rejects when the code could not be
   * fetched.
   */
  take(request?: Request): Promise<void> {
    return new Promise(settle => {
      this.#requests.push({request, settle});
      this.#serve();
    });
  }

  /** Takes in a backup or a parcel: all of it, or nothing and the reasons in words, Dutch unless `lang` is English. */
  async import(file: Blob | string, lang?: string | null): Promise<ImportReport> {
    const {opened} = await import('./files-door.js');
    const taking = await opened(file, lang);
    const {report, changes} = taking(await this.#readySnapshot());
    await this.#ledger.apply(changes);
    return report;
  }

  /** The alliance as a file: everything, what everybody may read, or what was given on this device, or by who is here. */
  async export(purpose: ExportedFor): Promise<File> {
    const {fileFor} = await import('./files-door.js');
    return fileFor(purpose, await this.#readySnapshot());
  }

  /** Changes fields of a method card: the facilitator's move. @throws Error for what cannot be changed so. */
  async changeCard(id: string, fields: Partial<MethodRecord>): Promise<void> {
    const {moved} = await import('./method-door.js');
    await this.#ledger.apply(moved(await this.#readySnapshot(), id, fields));
  }

  /** Takes everything of this alliance away from this device. @throws Error when the device could not do it. */
  wipe(): Promise<void> {
    this.#thanked.clear();
    forgetScanned();
    return this.#ledger.wipe();
  }

  /** What is written on this device now, why, and until when. */
  async stored(): Promise<readonly StoredEntry[]> {
    const {storedIn} = await import('./register.js');
    return storedIn(this.#ledger);
  }

  /** Writes what is waiting and lets go of the device. */
  close(): void {
    this.#ending.abort();
    this.#ledger.close();
  }

  #serve(): void {
    for (let next = this.#requests[0]; next && this.#reading === 0; next = this.#requests[0]) {
      const {request, settle} = next;
      const name = request && roomFor(request.type);
      const opened = name && room(name);
      if (name && !opened) {
        void openRoom(name).then(
          () => this.#serve(),
          (error: unknown) => {
            if (this.#requests[0] === next) this.#requests.shift();
            if (request.type === 'samen-receipt') request.answer(false);
            settle(Promise.reject(error instanceof Error ? error : new Error(String(error))));
            this.#serve();
          },
        );
        return;
      }
      this.#requests.shift();
      settle(request && this.#do(request, opened));
    }
  }

  async #do(request: Request, opened: Room | undefined): Promise<void> {
    if (request.type === 'samen-next-person') return this.#nextPerson();
    if (request.type === 'samen-receipt') return this.#findBack(request, opened as Afterwards);
    if (request.type === 'samen-parcel') return this.export('own').then(request.answer);
    const subject = 'subject' in request ? request.subject : 'round' in request ? request.round : request.question;
    const isNothing = request.type === 'samen-draft' && isEmpty(request.draft);
    if (!isNothing) this.#begin(request, subject);
    if (this.#snapshot.type !== 'ready') return;
    const {known} = this.#snapshot;
    const made = changesFor(request, this.#snapshot, opened);
    const changes = known.collector?.posted(this.#snapshot, made) ?? made;
    const own = made.flatMap(({store, key, value}) => (store === 'own' && value ? [key] : []));
    const last = own.at(-1);
    if (last) this.#thanked.set(subject, last);
    if (changes.length === 0) this.#refresh();
    const isUnhurried = own.length > 0 || request.type === 'samen-draft';
    await this.#ledger.apply(changes, isUnhurried ? REST : undefined);
    if (own.length === 0) return;
    await this.#ledger.apply((await opened?.fingerprints?.(own, () => this.#ledger.kept)) ?? []);
    await this.#ledger.flush();
  }

  /** The thanks make place. On a shared device who begins something is somebody else, unless it is a change. */
  #begin({type}: Request, subject: string): void {
    this.#thanked.delete(subject);
    const {own, drafts, imports} = this.#ledger.kept;
    const isNew = roomFor(type) !== 'afterwards' && roomFor(type) !== 'desk' && !drafts.get(subject)?.changing;
    if (this.kiosk && isNew && own.size + imports.size > 0) void this.#nextPerson();
  }

  #nextPerson(): Promise<void> {
    this.#thanked.clear();
    forgetScanned();
    return this.#ledger.apply(personLeft(this.#ledger.kept));
  }

  async #findBack({subject, code, answer}: RequestOf<'samen-receipt'>, {foundBack}: Afterwards): Promise<void> {
    const changes = await foundBack(() => this.#snapshot, subject, code);
    await this.#ledger.apply(changes);
    answer(changes.length > 0);
  }

  async #readySnapshot(): Promise<Ready> {
    await this.#ready;
    // What somebody gave just before counts, also while the code for it is still on its way.
    await this.take();
    if (this.#snapshot.type === 'ready') return this.#snapshot;
    throw new Error('This alliance could not be read.');
  }

  /** Everything is `loading` until this has been read. */
  #wait(reading: Promise<void>): void {
    this.#reading += 1;
    const read = reading.then(() => {
      this.#reading -= 1;
      this.#refresh();
      this.#serve();
    });
    this.#ready = Promise.all([this.#ready, read]);
  }

  async #use(reading: Promise<Content>): Promise<void> {
    const content = await reading.catch((error: unknown): Failed => ({
      type: 'failed',
      reason: 'unreachable',
      detail: String(error),
    }));
    this.#accept(content);
  }

  /** What a collector says takes the place of what it said before. */
  #accept(content: Content): void {
    if (content.type === 'failed') this.#fail(content);
    else if (content.known.collector) [this.#content, this.#failure] = [content.known, undefined];
    else this.#content = joined(this.#content, content.known);
  }

  #fail({reason, detail}: Failed): void {
    const place = this.#src ? `src “${this.#src}”` : 'its content';
    console.warn(`<samen-alliance>: ${place}: ${detail}.`);
    this.#failure = reason;
  }

  #refresh(): void {
    this.#snapshot = this.#now();
    for (const listener of this.#listeners) listener();
  }

  #now(): Snapshot {
    if (this.#reading > 0) return {type: 'loading'};
    const {kept, storage} = this.#ledger;
    if (this.#below !== this.#content || this.#above !== kept.records) {
      [this.#below, this.#above] = [this.#content, kept.records];
      this.#known = joined(this.#content, {...nothingKnown, records: kept.records});
      if (ofKind(this.#known, 'alliance').length > 1) this.#fail(strangers);
    }
    const {waiting} = this;
    if (this.#failure) return {type: 'failed', reason: this.#failure, ...(waiting && {waiting})};
    // What somebody can do afterwards has to be there when the network is not.
    if (kept.own.size > 0) openRoom('afterwards').catch(() => undefined);
    return {type: 'ready', known: this.#known, device: {...kept, storage, thanked: this.#thanked}};
  }
}

/** A store for one alliance, for a page or tool that has no `<samen-alliance>`. */
export function createStore(options?: StoreOptions): Store {
  return new Store(options);
}

const fetchHere: typeof fetch = (...request) => fetch(...request);

/** The whole address, so that two folders may each have a file of the same name. */
function absolute(address = ''): string {
  return address && URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address;
}

const strangers: Failed = {
  type: 'failed',
  reason: 'not-understood',
  detail: 'this device keeps another alliance under the same name',
};

function changesFor(request: Request, ready: Ready, opened: Room | undefined): readonly Change[] {
  if (request.type === 'samen-draft') return drafted(ready, request.subject, request.draft);
  if (request.type === 'samen-another') return anotherAsked(ready, request.subject);
  const change = opened?.changes?.[request.type] as ((ready: Ready, request: Request) => readonly Change[]) | undefined;
  return change?.(ready, request) ?? [];
}
