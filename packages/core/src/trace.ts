import type {Highlight, Quote, Rubric, Value} from './schema.js';

/** Where the words are that are behind a rubric. */
export interface Thread {
  readonly rubrics: readonly Rubric[];
  readonly values: readonly Value[];
  readonly highlights: readonly Highlight[];
  readonly quotes: readonly Quote[];
}

/** One value marked in somebody's own words. */
export interface TracedSource {
  readonly highlight: Highlight;
  readonly quote: Quote;
}

/** A value with the words it comes from: one source or more, in the order of the quotes. */
export interface TracedValue {
  readonly value: Value;
  readonly sources: readonly TracedSource[];
}

/** A rubric with its own values and the piles inside it, each with theirs: no layer is lost. */
export interface TracedPile {
  readonly rubric: Rubric;
  readonly values: readonly TracedValue[];
  readonly piles: readonly TracedPile[];
}

/**
 * The thread from a rubric back to the very words behind it, through every pile inside it. `undefined` when there is no
 * such rubric.
 *
 * What nobody said is left out: a value without a quote, a highlight of a quote that is not given here. Two devices can
 * put two piles into each other; such a ring is followed once.
 */
export function trace(rubric: string, thread: Thread): TracedPile | undefined {
  const top = thread.rubrics.find(({id}) => id === rubric);
  if (top === undefined) return undefined;
  return pileOf(top, {piles: pilesWithin(thread.rubrics), values: tracedValues(thread)}, new Set());
}

/** All values in a traced pile and in the piles inside it, each once. */
export function valuesIn(pile: TracedPile): readonly TracedValue[] {
  const values = [...pile.values, ...pile.piles.flatMap(valuesIn)];
  return [...new Map(values.map(traced => [traced.value.id, traced])).values()];
}

interface Found {
  readonly piles: ReadonlyMap<string, readonly Rubric[]>;
  readonly values: ReadonlyMap<string, TracedValue>;
}

function pileOf(rubric: Rubric, found: Found, seen: Set<string>): TracedPile {
  seen.add(rubric.id);
  const inside = (found.piles.get(rubric.id) ?? []).filter(({id}) => !seen.has(id));
  return {
    rubric,
    values: rubric.values.flatMap(value => found.values.get(value) ?? []),
    piles: inside.map(pile => pileOf(pile, found, seen)),
  };
}

function pilesWithin(rubrics: readonly Rubric[]): ReadonlyMap<string, readonly Rubric[]> {
  const piles = new Map<string, Rubric[]>();
  for (const rubric of rubrics) {
    if (rubric.within === undefined) continue;
    const inside = piles.get(rubric.within) ?? [];
    piles.set(rubric.within, inside);
    inside.push(rubric);
  }
  return piles;
}

function tracedValues({values, highlights, quotes}: Thread): ReadonlyMap<string, TracedValue> {
  const places = new Map(quotes.map(({id}, place) => [id, place]));
  const sources = new Map<string, TracedSource[]>(values.map(({id}) => [id, []]));
  for (const highlight of highlights) {
    const quote = quotes[places.get(highlight.quote) ?? -1];
    if (quote !== undefined) sources.get(highlight.value)?.push({highlight, quote});
  }
  const placeOf = ({quote}: TracedSource) => places.get(quote.id) ?? 0;
  const inOrder = (found: TracedSource[]) =>
    found.sort((a, b) => placeOf(a) - placeOf(b) || a.highlight.start - b.highlight.start);
  return new Map(
    values.flatMap((value): [string, TracedValue][] => {
      const found = inOrder(sources.get(value.id) ?? []);
      return found.length === 0 ? [] : [[value.id, {value, sources: found}]];
    }),
  );
}
