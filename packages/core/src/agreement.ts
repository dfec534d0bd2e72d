/**
 * Van der Eijk's agreement A: how much people agree on an ordered scale, −1 (half at either end) through 0 (all marks
 * as often) to 1 (all alike). Not rounded. `null` without marks.
 *
 * The counts are cut into layers that are equally high everywhere; each layer's agreement counts by the number of marks
 * in it.
 *
 * @param marks Ballots per mark, in order; three marks or more.
 * @see van der Eijk, C. (2001), "Measuring agreement in ordered rating scales", Quality & Quantity 35:325–341,
 * https://doi.org/10.1023/A:1010374114305
 */
export function agreement(marks: readonly number[]): number | null {
  let rest = marks;
  let weighed = 0;
  let n = 0;
  while (rest.some(count => count > 0)) {
    const height = Math.min(...rest.filter(count => count > 0));
    const layer = rest.map(count => count > 0);
    const inLayer = height * layer.filter(Boolean).length;
    weighed += inLayer * layerAgreement(layer);
    n += inLayer;
    rest = rest.map(count => Math.max(0, count - height));
  }
  return n === 0 ? null : weighed / n;
}

/** U · (1 − (S − 1) / (K − 1)), with K places of which S are filled, written as one fraction of whole numbers. */
function layerAgreement(layer: readonly boolean[]): number {
  const places = layer.length;
  const filled = layer.filter(Boolean).length;
  if (filled === 1) return 1;
  if (filled === places) return 0;
  const {together, apart} = triples(layer);
  const unimodal = (places - 2) * together - (places - 1) * apart;
  return (unimodal * (places - filled)) / ((places - 2) * (together + apart) * (places - 1));
}

/** Of all three places from low to high with two filled: how often those are neighbours in the three, how often not. */
function triples(layer: readonly boolean[]): {together: number; apart: number} {
  let together = 0;
  let apart = 0;
  layer.forEach((low, i) => {
    layer.slice(i + 1).forEach((middle, j) => {
      for (const high of layer.slice(i + j + 2)) {
        if (low && high && !middle) apart += 1;
        else if (middle && low !== high) together += 1;
      }
    });
  });
  return {together, apart};
}
