import type {Content, Reading} from '../content.js';
import {Backoff, type Clockwork} from './backoff.js';

export interface FollowedParts extends Clockwork {
  /** Reads what is at the address now. Never rejects. */
  readonly again: () => Promise<Reading>;
  /** Called with what is new, and after every look. */
  readonly onContent: (content: Extract<Content, {readonly type: 'ready'}>) => void;
  readonly onLook: () => void;
  readonly ended: AbortSignal;
}

/** Milliseconds over which the readers of one alliance are spread when it changes. */
const SPREAD = 1_000;

/** What is known of an alliance, kept up with its collector. What cannot be read now is read later. */
export class Followed {
  readonly #parts: FollowedParts;
  readonly #backoff: Backoff;
  #text: string | undefined;
  #seen: number | undefined;
  #wanted: number | undefined;
  #isReading = false;

  /** @param first What was read before. */
  constructor(parts: FollowedParts, {content, text}: Reading) {
    this.#parts = parts;
    this.#backoff = new Backoff(parts);
    if (content.type === 'ready') this.#text = text;
    parts.ended.addEventListener('abort', () => this.#backoff.stop(), {once: true});
  }

  /** There is a state with that number. One that was seen before is not read again. */
  async keepUp(revision: number): Promise<void> {
    this.#wanted = revision;
    if (this.#isReading) return;
    this.#isReading = true;
    const {chance, rest, ended} = this.#parts;
    while (this.#seen !== this.#wanted && !ended.aborted) {
      // Before every look: what changes all the time would have everybody read it without end.
      if (this.#seen !== undefined) await rest(chance() * SPREAD);
      await this.#read(this.#wanted);
    }
    this.#isReading = false;
  }

  /** Trying makes sense again. */
  wake(): void {
    this.#backoff.wake();
  }

  async #read(revision: number): Promise<void> {
    const {content, text} = await this.#parts.again();
    if (content.type === 'failed') return this.#backoff.pause();
    this.#backoff.failures = 0;
    this.#seen = revision;
    if (text !== this.#text) this.#parts.onContent(content);
    this.#text = text;
    this.#parts.onLook();
  }
}
