import * as z from 'zod';
import type {Parts} from '../parts.js';
import {isSlug} from './alliance-of.js';

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
    if (!isSlug(slug)) return undefined;
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
