import {sql} from 'kysely';
import type {Database} from '../database/open.js';
import type {Connection} from '../database/transact.js';
import {addCounts} from './tallies.js';

/** The columns of a voice, which are the same in both tables. */
const COLUMNS = sql.raw('alliance, subject, id, kind, body, receipt, edition');

/**
 * Lets people answer a question again, in the transaction that locked its card and writes it: what was given goes back
 * among what is open, in the order of its random ids, and is counted. It is all written again when the question closes.
 */
export async function reopen(
  {kind}: Pick<Database, 'kind'>,
  connection: Connection,
  {alliance, question}: {readonly alliance: string; readonly question: string},
): Promise<void> {
  const its = sql`alliance = ${alliance} and subject = ${question}`;
  await sql`insert into voice (${COLUMNS}) select ${COLUMNS} from settled_voice where ${its} order by id`.execute(
    connection,
  );
  await sql`delete from settled_voice where ${its}`.execute(connection);
  const {rows} = await sql<{n: unknown}>`select count(*) as n from voice where ${its} and body <> ''`.execute(
    connection,
  );
  // A count comes back from PostgreSQL as a text.
  const n = Number(rows[0]?.n);
  if (n > 0) await addCounts(connection, kind, [{alliance, round: question, counts: {'': {0: n}}}]);
}
