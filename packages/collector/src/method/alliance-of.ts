import type {Kysely} from 'kysely';
import * as z from 'zod';
import type {Tables} from '../database/tables.js';
import {Problem} from '../http/problem.js';

/** The name of an alliance in addresses. */
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/);

/** Whether it can be one: what stands in an address may hold signs that no database takes. */
export function isSlug(text: string): boolean {
  return Slug.safeParse(text).success;
}

/** The alliance with this name in addresses. @throws Problem 404 */
export async function allianceOf(
  query: Kysely<Tables>,
  slug: string,
): Promise<{readonly id: string; readonly origins: string; readonly revision: number}> {
  const found = await query
    .selectFrom('alliance')
    .select(['id', 'origins', 'revision'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (found === undefined) throw new Problem(404, 'no-such-alliance', {detail: 'There is no such alliance here.'});
  return found;
}
