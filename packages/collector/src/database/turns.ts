import {setImmediate} from 'node:timers/promises';

/**
 * Many things, so many at a time. SQLite answers at once: between two turns whoever has just arrived, or needs no
 * database, is heard.
 */
export async function* inTurns<Item>(items: readonly Item[], many: number): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start < items.length; start += many) {
    if (start > 0) await setImmediate();
    yield items.slice(start, start + many);
  }
}
