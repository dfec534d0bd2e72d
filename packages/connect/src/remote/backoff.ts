/** What pauses are made of. */
export interface Clockwork {
  /** Waits so many milliseconds. */
  readonly rest: (milliseconds: number) => Promise<void>;
  /** A number from 0 to 1. */
  readonly chance: () => number;
}

/** Milliseconds: the first pause is at most this long, and every next one at most twice as long as the one before. */
const SHORTEST = 1_000;
const LONGEST = 60_000;

/**
 * Pauses between attempts. They have full jitter, so that a hundred phones do not come back at once, and can be cut
 * short when trying makes sense again.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export class Backoff {
  /** Attempts that failed, since one succeeded. */
  failures = 0;
  readonly #clockwork: Clockwork;
  #isBarred = false;
  #isStopped = false;
  #cut: () => void = () => undefined;

  constructor(clockwork: Clockwork) {
    this.#clockwork = clockwork;
  }

  /** One more failed. `after`: milliseconds that the other side wants us to wait at least; nothing cuts those short. */
  async pause(after = 0): Promise<void> {
    if (this.#isStopped) return;
    const {rest, chance} = this.#clockwork;
    const most = Math.min(LONGEST, SHORTEST * 2 ** this.failures);
    this.failures += 1;
    this.#isBarred = after > 0;
    const cut = new Promise<void>(settle => (this.#cut = settle));
    await Promise.race([cut, rest(after + chance() * most)]);
    this.#isBarred = false;
  }

  /** Trying makes sense again. */
  wake(): void {
    if (!this.#isBarred) this.#cut();
  }

  /** There is nothing to wait for any more. */
  stop(): void {
    this.#isStopped = true;
    this.#cut();
  }
}
