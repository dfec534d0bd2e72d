import type {Kysely} from 'kysely';
import * as z from 'zod';
import type {Tables} from '../database/tables.js';
import type {Connection} from '../database/transact.js';
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
  if (found === undefined) throw noSuchAlliance();
  return found;
}

/**
 * Keeps the alliance here until the transaction ends, and makes whoever does the same wait for it.
 *
 * @param revisions How much higher its revision becomes: 1 tells readers that there is something new to see.
 * @throws Problem 404 when it came to its end meanwhile.
 */
export async function holdAlliance(connection: Connection, alliance: string, revisions: 0 | 1): Promise<void> {
  const {numUpdatedRows} = await connection
    .updateTable('alliance')
    .set(({eb}) => ({revision: eb('revision', '+', revisions)}))
    .where('id', '=', alliance)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noSuchAlliance();
}

function noSuchAlliance(): Problem {
  return new Problem(404, 'no-such-alliance', {detail: 'There is no such alliance here.'});
}
