import {sql} from 'kysely';
import type {Connection} from '../database/transact.js';

/** The columns of a voice, which are the same in both tables. */
const COLUMNS = sql.raw('alliance, subject, id, kind, body, receipt, edition');

/**
 * Lets people answer a question again, in the transaction that locked its card and writes it: what was given goes back
 * among what is open, in the order of its random ids, and is counted. It is all written again when the question closes.
 */
export async function reopen(connection: Connection, alliance: string, question: string): Promise<void> {
  const its = sql`alliance = ${alliance} and subject = ${question}`;
  await sql`insert into voice (${COLUMNS}) select ${COLUMNS} from settled_voice where ${its} order by id`.execute(
    connection,
  );
  await sql`delete from settled_voice where ${its}`.execute(connection);
  await sql`insert into tally (alliance, round, value, score, shard, n)
    select ${alliance}, ${question}, '', 0, 0, count(*) from voice where ${its} and body <> ''`.execute(connection);
}
