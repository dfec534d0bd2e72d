import type {Highlight} from './schema.js';

/** Whether the marked words are in the text at the place of the highlight, which counts code points. */
export function isInPlace({exact, start, end}: Highlight, text: string): boolean {
  return Array.from(exact).length === end - start && text.startsWith(exact, unitsBefore(start, text));
}

/**
 * The highlight in a text that was changed after it was made: at its own place, else where the same words are nearest
 * to it, the first of two. `undefined` when the words are not in the text any more.
 */
export function follow(highlight: Highlight, text: string): Highlight | undefined {
  if (isInPlace(highlight, text)) return highlight;
  const length = Array.from(highlight.exact).length;
  const distance = (place: number) => Math.abs(place - highlight.start);
  const places = [...Array.from(text).keys()].filter(start =>
    isInPlace({...highlight, start, end: start + length}, text),
  );
  const [start] = places.sort((a, b) => distance(a) - distance(b) || a - b);
  return start === undefined ? undefined : {...highlight, start, end: start + length};
}

/** How many UTF-16 units the first so many code points of a text take. */
function unitsBefore(points: number, text: string): number {
  let units = 0;
  for (let left = Math.min(points, text.length); left > 0; left--)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}
