/** Why somebody gets no place: too many from where they are, or too many in all. */
export type Full = 'address' | 'process';

/** How many there may be at once. */
export interface Most {
  readonly perAddress: number;
  readonly inAll: number;
}

/** Gives a place back. Again does nothing. */
export type Leave = () => void;

/** The places of what stays open for long, such as a stream: counted in the memory of this process. */
export class Places {
  readonly #most: Most;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(most: Most) {
    this.#most = most;
  }

  /** Takes a place, or says why there is none. @param from A name of where somebody is; who has none has no limit. */
  take(from: string | undefined): Leave | Full {
    if (this.#all >= this.#most.inAll) return 'process';
    const here = from === undefined ? 0 : this.#count(from);
    if (here >= this.#most.perAddress) return 'address';
    this.#all += 1;
    if (from !== undefined) this.#taken.set(from, here + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#all -= 1;
      if (from !== undefined) this.#free(from);
    };
  }

  #count(from: string): number {
    return this.#taken.get(from) ?? 0;
  }

  #free(from: string): void {
    const left = this.#count(from) - 1;
    if (left > 0) this.#taken.set(from, left);
    else this.#taken.delete(from);
  }
}
