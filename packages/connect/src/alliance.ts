import type {MethodRecord} from '@samenwaarde/core/schema';
import type {ConnectEvent} from '@samenwaarde/elements/shared/requests';
import {readOptions, type Options} from './options.js';
import type {ExportedFor, ImportReport} from './files-door.js';
import type {StoredEntry} from './register.js';
import {requestTypes, type Request, type RequestType} from './requests.js';
import {isWidget, openRoom, room, stateOf, type Widget} from './rooms.js';
import {shared} from './shared-stores.js';
import type {Snapshot} from './snapshot.js';
import type {Store} from './store.js';

/** Said on `document` when an alliance is ready to answer, so that widgets that were earlier ask again. */
export const ALLIANCE_READY = 'samen-alliance-ready';

/** A widget that is given its state. */
interface Connection {
  readonly widget: Widget;
  readonly request: ConnectEvent;
  /** The state that it has, as text: only another one is given. */
  given: string;
}

/**
 * An alliance on a page: gives the widgets inside it their state, and keeps what people do with them until it is
 * delivered.
 *
 * Its content is the publication or the collector's alliance at `src`, or a child `<script type="application/json">` with a backup or publication,
 * or what `import()` brought. What people give is sent to the collector. Without one nothing reaches anybody else, and every
 * widget says so.
 *
 * @attr {string} name - Chooses the storage on the device. Without it `src` does. Give every alliance its own.
 * @attr {string} src - Address of a publication, which is fetched once, or of an alliance of a collector, which is followed.
 * @attr {'u' | 'je'} address - How the widgets address people. They look it up themselves.
 * @attr {boolean} practice - The page knows that answers stay in this browser: no warning to its maker.
 * @attr {boolean} kiosk - A shared device: nothing of the present person is written to it, and whoever begins something
 * new is somebody else. What is on the screen stays until then, so nobody is hurried by a clock.
 * @attr {string} organisation - Who asks; without it what the alliance itself says.
 * @attr {string} contact - Where to ask something; without it what the alliance itself says.
 * @attr {string} until - Last day to take part, such as `2026-11-21`; without it what the question or round says.
 * @attr {string} results-from - Day on which the result comes; without it what the question or round says.
 * @fires samen-waiting - Another number of contributions waits to be sent.
 * @slot - The widgets, and whatever else is on the page.
 */
export class Alliance extends HTMLElement {
  static readonly observedAttributes = ['name', 'src', 'kiosk', 'organisation', 'contact', 'until', 'results-from'];

  readonly #connections = new Set<Connection>();
  #options: Options = {};
  #store: Store | undefined;
  #letGo: (() => void) | undefined;
  /** What was last said to wait. */
  #waiting = 0;

  constructor() {
    super();
    this.addEventListener('samen-connect', this.#onConnect);
    for (const type of requestTypes) this.addEventListener(type, this.#onRequest);
  }

  connectedCallback(): void {
    this.#options = readOptions(this);
    // The parser may not have read the data block yet.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#open, {once: true});
    else this.#open();
    document.dispatchEvent(new Event(ALLIANCE_READY));
  }

  disconnectedCallback(): void {
    document.removeEventListener('DOMContentLoaded', this.#open);
    this.#close();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now) return;
    this.#options = readOptions(this);
    if (this.#store && (name === 'name' || name === 'src')) {
      this.#close();
      this.#open();
    } else if (this.#store) this.#store.kiosk = this.hasAttribute('kiosk');
    this.#answerAll();
  }

  /** How many contributions on this device are still to be sent to the collector. `samen-waiting` says that it changed. */
  get waiting(): number {
    return this.#store?.waiting ?? 0;
  }

  /** Takes in a backup or a parcel: all of it, or nothing and the reasons, in Dutch or English after the nearest `lang`. */
  import(file: Blob | string): Promise<ImportReport> {
    return this.#opened.import(file, this.closest('[lang]')?.getAttribute('lang'));
  }

  /** The alliance as a file: everything, what everybody may read, or what was given on this device, shuffled. */
  export({for: purpose}: {readonly for: ExportedFor}): Promise<File> {
    return this.#opened.export(purpose);
  }

  /** Takes everything of this alliance away from this device. Rejects when the device could not do it. */
  wipe(): Promise<void> {
    return this.#opened.wipe();
  }

  /** Changes fields of a method record, such as `change(round, {status: 'closed'})`. Rejects what cannot be changed so. */
  change(id: string, fields: Partial<MethodRecord>): Promise<void> {
    return this.#opened.changeCard(id, fields);
  }

  /** Everything that is ever stored on a device, why and until when, with what is there now. */
  stored(): Promise<readonly StoredEntry[]> {
    return this.#opened.stored();
  }

  /** @throws Error when the element is not on a page. */
  get #opened(): Store {
    if (!this.#store) throw new Error('<samen-alliance> is not on a page yet.');
    return this.#store;
  }

  readonly #open = (): void => {
    const {store, release} = shared({name: this.getAttribute('name') ?? '', src: this.getAttribute('src') ?? ''});
    const block = this.hasAttribute('src') ? null : this.querySelector(':scope > script[type="application/json"]');
    if (block) store.addContent(block.textContent);
    if (this.hasAttribute('kiosk')) store.kiosk = true;
    const unsubscribe = store.subscribe(this.#answerAll);
    this.#store = store;
    this.#letGo = () => {
      unsubscribe();
      release();
    };
    this.#answerAll();
  };

  #close(): void {
    this.#letGo?.();
    this.#letGo = undefined;
    this.#store = undefined;
  }

  readonly #answerAll = (): void => {
    for (const connection of this.#connections) this.#answer(connection);
    const {waiting} = this;
    if (waiting === this.#waiting) return;
    this.#waiting = waiting;
    this.dispatchEvent(new Event('samen-waiting'));
  };

  #answer(connection: Connection): void {
    const {widget, request} = connection;
    const state = stateOf(widget, this.#store?.snapshot ?? {type: 'loading'}, {
      options: this.#options,
      wants: request.wants,
    });
    const text = JSON.stringify(state);
    if (text === connection.given) return;
    connection.given = text;
    request.answer(state);
  }

  readonly #onConnect = (request: ConnectEvent): void => {
    const {widget} = request;
    if (!isWidget(widget)) return;
    request.stopPropagation();
    const connection: Connection = {widget, request, given: ''};
    this.#connections.add(connection);
    request.release = () => this.#connections.delete(connection);
    this.#answer(connection);
    if (!room(widget)) openRoom(widget).then(this.#answerAll, () => request.answer(unreachable));
  };

  readonly #onRequest = (request: GlobalEventHandlersEventMap[RequestType]): void => {
    request.stopPropagation();
    this.#store?.take(request as Request).catch((error: unknown) => {
      console.warn(`<samen-alliance>: ${request.type} failed`, error);
    });
  };
}

const unreachable: Extract<Snapshot, {type: 'failed'}> = {type: 'failed', reason: 'unreachable'};
