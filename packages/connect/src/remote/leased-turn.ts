import type {Look} from '../keeping.js';
import type {Turn as Kept} from '../kept.js';
import type {Clockwork} from './backoff.js';
import type {Turn} from './sender.js';
import type {Shelf} from './shelf.js';

/** Milliseconds between two signs of life. */
const BEAT = 2_000;

/** As many looks without a sign of life, one every beat, and another tab takes over. */
const SILENT = 6;

const KEY = 'sender';

export interface LeaseParts extends Pick<Clockwork, 'rest'> {
  readonly shelf: Shelf;
  /** Random mark of this tab. */
  readonly owner: string;
}

/**
 * The turn where browsers have no locks, such as on http: a note on the device says whose it is, and is renewed while it
 * lasts. Silence is measured by waiting, never by a clock that may be wrong by years. A tab that was frozen and lost its
 * turn finds that out before it sends again: `isOurs` is asked in the transaction that begins a letter.
 */
export class LeasedTurn {
  readonly #parts: LeaseParts;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
  }

  readonly run: Turn = async work => {
    await this.#take();
    const over = new AbortController();
    void this.#renew(over.signal);
    try {
      await work();
    } finally {
      over.abort();
      await this.#write(async look => ((await this.isOurs(look)) ? [{store: 'turn', key: KEY}] : []));
    }
  };

  readonly isOurs = async (look: Look): Promise<boolean> => (await look('turn', KEY))?.owner === this.#parts.owner;

  /** Waits until nobody has the turn, or whoever had it has been silent. */
  async #take(): Promise<void> {
    let last: Kept | undefined;
    for (let looks = 0; ; looks += 1) {
      const other = await this.#taken(looks < SILENT ? undefined : last);
      if (!other) return;
      if (other.owner !== last?.owner || other.beat !== last.beat) looks = 0;
      last = other;
      await this.#parts.rest(BEAT);
    }
  }

  /** Takes the turn, also from who was last seen silent. Gives who else has it. */
  async #taken(silent: Kept | undefined): Promise<Kept | undefined> {
    const {owner} = this.#parts;
    let other: Kept | undefined;
    await this.#write(async look => {
      const now = await look('turn', KEY);
      const isFree = !now || now.owner === owner || (now.owner === silent?.owner && now.beat === silent.beat);
      other = isFree ? undefined : now;
      return isFree ? [{store: 'turn', key: KEY, value: {owner, beat: (now?.beat ?? 0) + 1}}] : [];
    });
    return other;
  }

  /** Signs of life until this turn is over; the next one of this tab, which may begin within a beat, has its own. */
  async #renew(over: AbortSignal): Promise<void> {
    const {owner, rest} = this.#parts;
    await rest(BEAT);
    while (!over.aborted) {
      await this.#write(async look => {
        const now = await look('turn', KEY);
        return now?.owner === owner ? [{store: 'turn', key: KEY, value: {owner, beat: now.beat + 1}}] : [];
      });
      await rest(BEAT);
    }
  }

  #write(made: Parameters<Shelf['exchange']>[2]): Promise<void> {
    return this.#parts.shelf.exchange(['turn'], KEY, made);
  }
}
