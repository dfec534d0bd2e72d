import {sql} from 'kysely';
import {emptyLog} from '../database/open.js';
import type {Connection} from '../database/transact.js';
import type {Parts} from '../parts.js';

/** Name of the secret that stands there as long as something has to be cleaned up. */
const UNCLEAN = 'unclean';

/**
 * Every table that has something of an alliance. Cards first: whoever gives something holds the card that it answers, so
 * that nothing is given to what is being deleted.
 */
export const OF_ALLIANCE = [
  ...(['card', 'voice', 'settled_voice', 'tally', 'result', 'code', 'code_key'] as const),
  ...(['membership', 'audit', 'refused_origin'] as const),
];

/** Tells, in the transaction that closes something, that what it deleted is still somewhere in the file. */
export async function markUnclean(connection: Connection, token: string): Promise<void> {
  await connection
    .insertInto('secret')
    .values({name: UNCLEAN, value: token})
    .onConflict(conflict => conflict.column('name').doUpdateSet({value: token}))
    .execute();
}

/**
 * Writes the tables again without what was deleted from them, and empties the log that was written ahead, which tells
 * what came after what. Does nothing when nothing was deleted since; at the start of a collector it repairs what one
 * that was stopped left.
 *
 * PostgreSQL's own archive of its log, if there is one, is out of reach: its keeper decides how long that is kept.
 */
export async function cleanUp({database: {kind, query}}: Pick<Parts, 'database'>): Promise<void> {
  const mark = await query.selectFrom('secret').select('value').where('name', '=', UNCLEAN).executeTakeFirst();
  if (mark === undefined) return;
  // Tallies too: what they were before each ballot, and which transaction made them so, is still in their file.
  const tables = [...OF_ALLIANCE, 'alliance'].map(table => sql.table(table));
  if (kind === 'postgres') await sql`vacuum (full) ${sql.join(tables)}`.execute(query);
  else await sql`vacuum`.execute(query);
  // Not when something else closed meanwhile: that has to be cleaned up too.
  await query.deleteFrom('secret').where('name', '=', UNCLEAN).where('value', '=', mark.value).execute();
  await emptyLog({kind, query});
}
