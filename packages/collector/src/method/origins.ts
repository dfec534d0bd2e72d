import {sql} from 'kysely';
import * as z from 'zod';
import type {Parts} from '../parts.js';

const PATTERN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

/** An origin as browsers send it: `https://www.ververij.nl`. No pattern: what a star stands for nobody can oversee. */
export const Origin = z
  .string()
  .max(200)
  .refine(isOrigin, {params: {reason: 'not-an-origin'}, error: 'An origin, such as https://www.example.nl'})
  .meta({pattern: PATTERN.source});

function isOrigin(text: string): boolean {
  return PATTERN.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Most origins that may embed one alliance, and most refused ones that are remembered of it. */
export const MOST_ORIGINS = 100;

/** How an alliance is known in addresses, and who may embed it. */
export interface Door {
  readonly id: string;
  readonly origins: readonly string[];
}

/** Milliseconds that a list of origins is remembered: other collectors may change it. */
const REMEMBERED = 2_000;
/** Most alliances that are remembered. */
const MOST_DOORS = 1_000;

/** Finds the door of an alliance by its name in addresses, without asking the database for every request. */
export function doors({database, clock}: Parts): (slug: string) => Promise<Door | undefined> {
  const known = new Map<string, {readonly door: Door | undefined; readonly until: number}>();
  return async slug => {
    const kept = known.get(slug);
    if (kept !== undefined && kept.until > clock()) return kept.door;
    const row = await database.query
      .selectFrom('alliance')
      .select(['id', 'origins'])
      .where('slug', '=', slug)
      .executeTakeFirst();
    const door = row && {id: row.id, origins: JSON.parse(row.origins) as string[]};
    if (known.size >= MOST_DOORS) known.clear();
    known.set(slug, {door, until: clock() + REMEMBERED});
    return door;
  };
}

/** Remembers that a page of this origin was refused: the origin and how often, so that a facilitator can let it in. */
export async function rememberRefused({database}: Parts, alliance: string, origin: string): Promise<void> {
  const name = Origin.safeParse(origin).success ? origin : 'unknown';
  const raised = await database.query
    .updateTable('refused_origin')
    .set({n: sql`n + 1`})
    .where('alliance', '=', alliance)
    .where('origin', '=', name)
    .executeTakeFirst();
  if (raised.numUpdatedRows > 0n || (await refusedOrigins(database, alliance)).length >= MOST_ORIGINS) return;
  await database.query
    .insertInto('refused_origin')
    .values({alliance, origin: name, n: 1})
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** The origins that were refused, those that asked most often first. */
export async function refusedOrigins(
  {query}: Parts['database'],
  alliance: string,
): Promise<readonly {readonly origin: string; readonly n: number}[]> {
  return query
    .selectFrom('refused_origin')
    .select(['origin', 'n'])
    .where('alliance', '=', alliance)
    .orderBy('n', 'desc')
    .orderBy('origin')
    .execute();
}
