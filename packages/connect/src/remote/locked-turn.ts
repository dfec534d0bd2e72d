import type {Turn} from './sender.js';

/**
 * The turn of whoever has the browser's lock of that name, until the signal says that nobody needs one. In a sandbox
 * browsers have locks and give none: there nothing is shared with another tab, and it is always our turn.
 */
export function lockedTurn(locks: LockManager, name: string, ended: AbortSignal): Turn {
  return async work => {
    let isOurs = false;
    const begin = (): Promise<void> => {
      isOurs = true;
      return work();
    };
    await locks.request(name, {signal: ended}, begin).catch((error: unknown) => {
      if (isOurs) throw error;
      return ended.aborted ? undefined : work();
    });
  };
}
