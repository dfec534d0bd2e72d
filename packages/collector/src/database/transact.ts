import {CompiledQuery, type Kysely} from 'kysely';
import type {Database} from './open.js';
import type {Tables} from './tables.js';

/** One connection to the database. */
export type Connection = Kysely<Tables>;

/**
 * Everything that `work` does, or nothing of it. It is on the disk when this returns.
 *
 * On SQLite it takes the right to write at once: who reads first and wants to write later could find that another
 * process was in between.
 */
export async function transact<Result>(
  {kind, query}: Database,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  return query.connection().execute(async connection => {
    await run(connection, kind === 'sqlite' ? 'begin immediate' : 'begin');
    try {
      const result = await work(connection);
      await run(connection, 'commit');
      return result;
    } catch (error) {
      // A connection that broke has nothing left to undo; what matters is why.
      await run(connection, 'rollback').catch(() => undefined);
      throw error;
    }
  });
}

/** The rows that a ready-made statement gives. */
export async function run<Row>(
  connection: Connection,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const {rows} = await connection.executeQuery<Row>(CompiledQuery.raw(statement, [...parameters]));
  return rows;
}
