import type {Beat} from './elected-turn.js';

/** What tabs of one alliance tell each other about its collector. */
export type Message = Beat | {readonly revision: number} | {readonly wake: true};

/** The other tabs of this browser. Where browsers have no such channel there is nobody to tell. */
export class Tabs {
  readonly #channel: BroadcastChannel | undefined;
  readonly #ended: AbortSignal;

  constructor(name: string, ended: AbortSignal) {
    this.#channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
    ended.addEventListener('abort', () => this.#channel?.close(), {once: true});
    this.#ended = ended;
  }

  tell(message: Message): void {
    if (!this.#ended.aborted) this.#channel?.postMessage(message);
  }

  hear(listener: (message: Message) => void): void {
    this.#channel?.addEventListener('message', ({data}: MessageEvent<Message>) => listener(data));
  }
}
