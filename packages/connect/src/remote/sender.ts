import type {Letter} from '../kept.js';
import type {Answer} from './answer.js';
import {Backoff, type Clockwork} from './backoff.js';

/** Where letters wait. The device has the last word: another tab may have changed a letter. */
export interface Outbox {
  /** What is still to be sent, by id of the contribution, as far as is known here. */
  readonly letters: ReadonlyMap<string, Letter>;
  /** Notes that this letter is sent now, before it is. `false` when it changed meanwhile, or it is not our turn. */
  begin(id: string, letter: Letter): Promise<boolean>;
  /** Notes what came of it. */
  settle(id: string, letter: Letter, answer: Answer): Promise<void>;
}

/** Runs work when nobody else on this device does such work. */
export type Turn = (work: () => Promise<void>) => Promise<void>;

export interface SenderParts extends Clockwork {
  readonly outbox: Outbox;
  readonly send: (id: string, letter: Letter) => Promise<Answer>;
  readonly turn: Turn;
}

/**
 * Sends what waits, one letter after another, until the collector has answered each. It knows no page: whoever notices
 * that trying makes sense calls `wake`.
 */
export class Sender {
  readonly #parts: SenderParts;
  readonly #backoff: Backoff;
  #isRunning = false;
  #isStopped = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#backoff = new Backoff(parts);
  }

  /** Tries now, unless the collector said when to come back. */
  wake(): void {
    if (this.#isRunning) this.#backoff.wake();
    else void this.#run();
  }

  stop(): void {
    this.#isStopped = true;
    this.#backoff.stop();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#next()) await this.#parts.turn(() => this.#sendAll()).catch(() => this.#backoff.pause());
    this.#isRunning = false;
  }

  async #sendAll(): Promise<void> {
    const {outbox, send} = this.#parts;
    for (let next = this.#next(); next; next = this.#next()) {
      const [id, letter] = next;
      // It changed, or it is another's turn: that is seen by beginning anew.
      if (!(await outbox.begin(id, letter))) return this.#backoff.pause();
      if (this.#isStopped) return;
      const answer = await send(id, letter);
      await outbox.settle(id, letter, answer);
      if (answer.type === 'again') await this.#backoff.pause(answer.after);
      else this.#backoff.failures = 0;
    }
  }

  /** After a failure another one goes first: one letter that never gets through holds up no other. */
  #next(): [string, Letter] | undefined {
    if (this.#isStopped) return undefined;
    const waiting = [...this.#parts.outbox.letters].filter(([, {refused}]) => !refused);
    return waiting[this.#backoff.failures % waiting.length];
  }
}
