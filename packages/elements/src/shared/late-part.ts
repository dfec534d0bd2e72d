import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A part of a widget that is fetched after its first view, which is smaller for it. */
export class LatePart<Part> implements ReactiveController {
  /** The part, once it is there. */
  part: Part | undefined;
  /** Whether it could not be fetched the last time. */
  failed = false;
  /** When it is there, or is known not to come. */
  arrival: Promise<void> | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Part>;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Part>) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
  }

  /** Fetches it once; again after it failed. */
  readonly load = (): Promise<void> => {
    this.arrival ??= this.#load();
    return this.arrival;
  };

  async #load(): Promise<void> {
    try {
      this.part = await this.#fetch();
      this.failed = false;
    } catch {
      this.failed = true;
      this.arrival = undefined;
    }
    this.#host.requestUpdate();
  }

  readonly #onOnline = (): void => {
    if (this.failed) void this.load();
  };
}
