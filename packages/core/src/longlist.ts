import type {Highlight, Quote, Value} from './schema.js';

/** Something that somebody finds important, with everybody who said so. */
export interface LonglistItem {
  readonly value: Value;
  /** Ids of the quotes it was highlighted in, one or more, each once, in the order of the quotes. */
  readonly quotes: readonly string[];
}

/**
 * Everything that was said to be important, in the order of the values.
 *
 * A value without a quote is left out: nothing comes onto the longlist that nobody said. So a value goes when its last
 * quote is withdrawn, and a highlight of a quote that is not given here does not count.
 */
export function longlist(
  values: readonly Value[],
  highlights: readonly Highlight[],
  quotes: readonly Quote[],
): readonly LonglistItem[] {
  const order = new Map(quotes.map(({id}, place) => [id, place]));
  const sources = new Map<string, Set<string>>();
  for (const {value, quote} of highlights) {
    if (!order.has(quote)) continue;
    sources.set(value, (sources.get(value) ?? new Set()).add(quote));
  }
  const placeOf = (quote: string) => order.get(quote) ?? 0;
  return values.flatMap(value => {
    const said = [...(sources.get(value.id) ?? [])].sort((a, b) => placeOf(a) - placeOf(b));
    return said.length === 0 ? [] : [{value, quotes: said}];
  });
}
