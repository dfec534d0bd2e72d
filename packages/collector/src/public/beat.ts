import type {Log} from '../log.js';
import {stateId, type State} from './state.js';

/** Milliseconds between two looks at the database, while somebody listens: other collectors write too. */
const BEAT = 150;

/** Milliseconds between two looks at least: a busy round does not send everybody an event per ballot. */
const PAUSE = 40;

/** A state with its id. */
export interface Told {
  readonly id: string;
  readonly state: State;
}

/** Tells listeners what an alliance is like, each time that it is otherwise. */
export interface Beat {
  /** Listens to an alliance; what it gives back ends that. The present state is told first. */
  listen(alliance: string, hear: (told: Told) => void): () => void;
  /** Looks at once: something was written here. */
  wake(alliance: string): void;
  /** Stops looking. */
  close(): void;
}

interface Watch {
  readonly listeners: Set<(told: Told) => void>;
  latest: Told | undefined;
  timer: NodeJS.Timeout | undefined;
  lookedAt: number;
  isLooking: boolean;
  isWoken: boolean;
}

type Read = (alliance: string) => Promise<State | undefined>;

/** Looks at an alliance on a short beat as long as somebody listens to it, once for all who do. */
export function beats(read: Read, {log, clock}: {readonly log: Log; readonly clock: () => number}): Beat {
  const watches = new Map<string, Watch>();
  const plan = (alliance: string, watch: Watch, wait: number) => {
    clearTimeout(watch.timer);
    watch.timer = setTimeout(() => void look(alliance, watch), wait);
  };
  const look = async (alliance: string, watch: Watch) => {
    watch.isLooking = true;
    watch.isWoken = false;
    watch.lookedAt = clock();
    const state = await read(alliance).catch((error: unknown) => log.error('live', error));
    watch.isLooking = false;
    if (state) tell(watch, state);
    if (watches.get(alliance) === watch) plan(alliance, watch, watch.isWoken ? PAUSE : BEAT);
  };
  return {
    listen(alliance, hear) {
      const watch = watches.get(alliance) ?? fresh();
      watch.listeners.add(hear);
      if (watch.latest !== undefined) hear(watch.latest);
      if (!watches.has(alliance)) {
        watches.set(alliance, watch);
        void look(alliance, watch);
      }
      return () => {
        watch.listeners.delete(hear);
        if (watch.listeners.size > 0 || watches.get(alliance) !== watch) return;
        clearTimeout(watch.timer);
        watches.delete(alliance);
      };
    },
    wake(alliance) {
      const watch = watches.get(alliance);
      if (watch === undefined || watch.isWoken) return;
      watch.isWoken = true;
      if (!watch.isLooking) plan(alliance, watch, Math.max(0, watch.lookedAt + PAUSE - clock()));
    },
    close() {
      for (const {timer} of watches.values()) clearTimeout(timer);
      watches.clear();
    },
  };
}

function fresh(): Watch {
  return {
    listeners: new Set(),
    latest: undefined,
    timer: undefined,
    lookedAt: 0,
    isLooking: false,
    isWoken: false,
  };
}

function tell(watch: Watch, state: State): void {
  const id = stateId(state);
  if (watch.latest?.id === id) return;
  watch.latest = {id, state};
  for (const hear of watch.listeners) hear(watch.latest);
}
