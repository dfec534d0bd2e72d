/** Random bytes, as many as asked for: `length => crypto.getRandomValues(new Uint8Array(length))`. */
export type Random = (length: number) => Uint8Array;

/** A random id, UUID version 4: 122 random bits, never ordered by time. @see RFC 9562, section 5.4 */
export function uuid(random: Random): string {
  const bytes = draw(random, 16);
  const hex = Array.from(bytes, (byte, place) => {
    const marked = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The items in a random order, every order as likely. The items themselves stay as they are.
 *
 * @see Fisher and Yates' method: Knuth, The Art of Computer Programming 2, algorithm 3.4.2 P
 */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const place = below(last + 1, random);
    [shuffled[last], shuffled[place]] = [shuffled[place] as Item, shuffled[last] as Item];
  }
  return shuffled;
}

/** Bytes fresh from the source. @throws RangeError when it gives another number than asked for. */
export function draw(random: Random, length: number): Uint8Array {
  const bytes = random(length);
  if (bytes.length === length) return bytes;
  throw new RangeError(`Asked for ${length} random bytes, got ${bytes.length}.`);
}

/** A whole number from 0 up to `limit`, every one as likely: what would favour the low ones is drawn again. */
function below(limit: number, random: Random): number {
  const range = 2 ** 32;
  const fair = range - (range % limit);
  for (;;) {
    const number = draw(random, 4).reduce((sum, byte) => sum * 256 + byte, 0);
    if (number < fair) return number % limit;
  }
}
