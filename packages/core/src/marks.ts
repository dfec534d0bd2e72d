/**
 * Figures of the marks on one value. `marks` counts ballots per mark: place 0 is mark 1, place 9 is mark 10. All of
 * them work on whole numbers, so that the same marks give the same figure everywhere.
 */

/** Number of marks. */
export function marksGiven(marks: readonly number[]): number {
  return marks.reduce((sum, count) => sum + count, 0);
}

/** Mean in points, 1–10, rounded half up to one decimal: 5.45 is 5.5. `null` without marks. */
export function mean(marks: readonly number[]): number | null {
  const n = marksGiven(marks);
  if (n === 0) return null;
  const points = marks.reduce((sum, count, place) => sum + count * (place + 1), 0);
  return halfUp(points * 10, n) / 10;
}

/** The middle mark in points, 1–10; with an even number of marks the mean of the middle two. `null` without marks. */
export function median(marks: readonly number[]): number | null {
  const n = marksGiven(marks);
  if (n === 0) return null;
  return (markAt(marks, Math.floor((n - 1) / 2)) + markAt(marks, Math.floor(n / 2))) / 2;
}

/**
 * Lowest and highest mark of the middle half, in points, 1–10: what stays when a quarter of the marks, rounded down, is
 * left out at either end. Both are marks that somebody gave. `null` without marks.
 */
export function middleHalf(marks: readonly number[]): readonly [low: number, high: number] | null {
  const n = marksGiven(marks);
  if (n === 0) return null;
  const quarter = Math.floor(n / 4);
  return [markAt(marks, quarter), markAt(marks, n - 1 - quarter)];
}

/** Number of marks below the pass mark. */
export function marksBelow(marks: readonly number[], passMark: number): number {
  return marks.reduce((sum, count, place) => (reaches(place + 1, passMark) ? sum : sum + count), 0);
}

/** Whether a mark, or a mean that is shown, is enough. Both in points with at most one decimal, compared in tenths. */
export function reaches(points: number, passMark: number): boolean {
  return Math.round(points * 10) >= Math.round(passMark * 10);
}

/** `part` / `whole` as a whole number, half up. Both whole and not negative, at most 2⁵⁰; `whole` not 0. */
export function halfUp(part: number, whole: number): number {
  const doubled = 2 * part + whole;
  return (doubled - (doubled % (2 * whole))) / (2 * whole);
}

/** The mark at a place, from 0, in the row of all marks from low to high. */
function markAt(marks: readonly number[], place: number): number {
  let passed = 0;
  return marks.findIndex(count => (passed += count) > place) + 1;
}
