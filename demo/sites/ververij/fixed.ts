import {createHash} from 'node:crypto';

/**
 * Ids and chance that are the same at every build, so that what a visitor gave still fits when the site is built again.
 * Only an example may do this: in a real alliance every id is random.
 */

/** A UUID of the form of version 4, for the thing with that key. */
export function fixedId(key: string): string {
  const bytes = digest(key).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The items in an order that has nothing to do with the one they came in. */
export function fixedShuffle<Item>(items: readonly Item[], key: string): Item[] {
  return items
    .map((item, place) => ({item, order: digest(`${key} ${String(place)}`).toString('hex')}))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({item}) => item);
}

function digest(key: string): Buffer {
  return createHash('sha256').update(`samen-ververij ${key}`).digest();
}
