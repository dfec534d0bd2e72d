import type {Log} from '../log.js';
import {stateId, type State} from './state.js';

/** Milliseconds between two looks at the database, while somebody listens: other collectors write too. */
const BEAT = 150;

/** Milliseconds between two looks at least: a busy round does not send everybody an event per ballot. */
const PAUSE = 100;

/** A state with its id. */
export interface Told {
  readonly id: string;
  readonly state: State;
}

/** Milliseconds until the next look when there was nothing to see: the database is away, or the alliance is gone. */
const AWAY = 2_000;

type Hear = (told: Told) => void;

/** One alliance that somebody listens to. */
interface Watch {
  readonly alliance: string;
  readonly listeners: Set<Hear>;
  latest: Told | undefined;
  timer: NodeJS.Timeout | undefined;
  lookedAt: number;
  isLooking: boolean;
  isWoken: boolean;
}

/** Reads the state of an alliance; `undefined` when it is not there. */
type Read = (alliance: string) => Promise<State | undefined>;

/**
 * Tells listeners what an alliance is like, each time that it is otherwise. Looks on a short beat as long as somebody
 * listens, once for all who do.
 */
export class Beat {
  readonly #watches = new Map<string, Watch>();
  readonly #read: Read;
  readonly #log: Log;
  readonly #clock: () => number;

  constructor(read: Read, {log, clock}: {readonly log: Log; readonly clock: () => number}) {
    this.#read = read;
    this.#log = log;
    this.#clock = clock;
  }

  /** Listens to an alliance; what it gives back ends that. The present state is told first. */
  listen(alliance: string, hear: Hear): () => void {
    const watch = this.#watches.get(alliance) ?? fresh(alliance);
    watch.listeners.add(hear);
    if (watch.latest !== undefined) hear(watch.latest);
    if (!this.#watches.has(alliance)) {
      this.#watches.set(alliance, watch);
      void this.#look(watch);
    }
    return () => this.#leave(watch, hear);
  }

  /** Looks at once: something was written here. */
  wake(alliance: string): void {
    const watch = this.#watches.get(alliance);
    if (watch === undefined || watch.isWoken) return;
    watch.isWoken = true;
    if (!watch.isLooking) this.#plan(watch, Math.max(0, watch.lookedAt + PAUSE - this.#clock()));
  }

  /** Stops looking. */
  close(): void {
    for (const {timer} of this.#watches.values()) clearTimeout(timer);
    this.#watches.clear();
  }

  #leave(watch: Watch, hear: Hear): void {
    watch.listeners.delete(hear);
    if (watch.listeners.size > 0 || !this.#isOn(watch)) return;
    clearTimeout(watch.timer);
    this.#watches.delete(watch.alliance);
  }

  #plan(watch: Watch, wait: number): void {
    clearTimeout(watch.timer);
    watch.timer = setTimeout(() => void this.#look(watch), wait);
  }

  async #look(watch: Watch): Promise<void> {
    watch.isLooking = true;
    watch.isWoken = false;
    watch.lookedAt = this.#clock();
    const state = await this.#read(watch.alliance).catch((error: unknown) => this.#log.error('live', error));
    watch.isLooking = false;
    if (state) tell(watch, state);
    if (this.#isOn(watch)) this.#plan(watch, state ? waitAfter(watch) : AWAY);
  }

  #isOn(watch: Watch): boolean {
    return this.#watches.get(watch.alliance) === watch;
  }
}

function fresh(alliance: string): Watch {
  const quiet = {latest: undefined, timer: undefined, lookedAt: 0, isLooking: false, isWoken: false};
  return {alliance, listeners: new Set(), ...quiet};
}

/** Somebody may have woken it while it looked. */
function waitAfter({isWoken}: Watch): number {
  return isWoken ? PAUSE : BEAT;
}

function tell(watch: Watch, state: State): void {
  const id = stateId(state);
  if (watch.latest?.id === id) return;
  watch.latest = {id, state};
  for (const hear of watch.listeners) hear(watch.latest);
}
