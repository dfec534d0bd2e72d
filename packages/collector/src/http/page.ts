import * as z from 'zod';

/** Items of one page, 1–500. */
export const Limit = z
  .string()
  .regex(/^\d{1,3}$/)
  .default('100')
  .transform(Number)
  .pipe(z.int().min(1).max(500));

/** One page of rows, of which one more was asked for than fits: `next` is the cursor of the page after it. */
export function page<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): {readonly items: readonly Row[]; readonly next: string | undefined} {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {items, next: rows.length > limit && last !== undefined ? cursorOf(last) : undefined};
}
