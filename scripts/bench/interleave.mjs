/** The middle one; of an even number the mean of the middle two. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times several things in turn, in alternating order, so that a machine that grows slower slows all of them.
 *
 * @param candidates by name, each a function that returns its own time in ms (or a promise of it)
 * @param rounds counted rounds, after two that are not
 * @returns times in ms per name
 */
export async function interleave(candidates, rounds) {
  const names = Object.keys(candidates);
  const times = Object.fromEntries(names.map(name => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const time = await candidates[name]();
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

/** The median of the ratios, pair by pair: what one round has in common falls out. */
export function ratio(ours, bare) {
  return median(ours.map((time, index) => time / bare[index]));
}

/** A row to print: medians in ms and their ratio, with what we promise where we promise something. */
export function row(what, {ours, bare}, most) {
  const rounded = number => Number(number.toPrecision(3));
  return {what, ours: rounded(median(ours)), bare: rounded(median(bare)), ratio: rounded(ratio(ours, bare)), most};
}
