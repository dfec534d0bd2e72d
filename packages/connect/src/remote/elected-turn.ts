import type {Clockwork} from './backoff.js';

/** Milliseconds between two signs of life, and without one after which another tab begins. */
const BEAT = 2_000;
const SILENCE = 6_000;

/** What tabs tell each other. */
export interface Beat {
  readonly beat: string;
}

export interface ElectionParts extends Pick<Clockwork, 'rest'> {
  /** Random mark of this tab. */
  readonly mark: string;
  /** Tells the other tabs. */
  readonly tell: (beat: Beat) => void;
  readonly ended: AbortSignal;
}

/**
 * One tab of a browser without locks, by what tabs tell each other and nothing on the device: nobody has given anything
 * yet. Two that begin at once hear each other, and the one with the lower mark gives way.
 */
export class ElectedTurn {
  readonly #parts: ElectionParts;
  #heard = '';

  constructor(parts: ElectionParts) {
    this.#parts = parts;
  }

  /** Another tab has the turn. */
  hear({beat}: Beat): void {
    if (beat > this.#heard) this.#heard = beat;
  }

  /** Does the work, whenever it is the turn of this tab, until the page is left. The signal says that the turn is over. */
  async run(work: (over: AbortSignal) => void): Promise<void> {
    const {mark, tell, rest, ended} = this.#parts;
    while (!ended.aborted) {
      if (await this.#isTaken()) continue;
      const over = new AbortController();
      work(over.signal);
      this.#heard = '';
      while (this.#isOurs()) {
        tell({beat: mark});
        await rest(BEAT);
      }
      over.abort();
    }
  }

  #isOurs(): boolean {
    return this.#heard <= this.#parts.mark && !this.#parts.ended.aborted;
  }

  async #isTaken(): Promise<boolean> {
    this.#heard = '';
    await this.#parts.rest(SILENCE);
    return this.#heard !== '';
  }
}
