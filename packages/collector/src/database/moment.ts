import type {Database} from './open.js';
import {run, type Connection} from './transact.js';

/**
 * Reads the database as it is at one moment, however many statements that takes: nothing is there twice, or nowhere,
 * because it was moved meanwhile. Nobody waits for it, and nothing can be written in it.
 */
export async function atOneMoment<Result>(
  {kind, query}: Pick<Database, 'kind' | 'query'>,
  read: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  return query.connection().execute(async connection => {
    await run(connection, kind === 'sqlite' ? 'begin' : 'begin isolation level repeatable read read only');
    try {
      return await read(connection);
    } finally {
      // A connection that broke has nothing left to end; what matters is why.
      await run(connection, 'rollback').catch(() => undefined);
    }
  });
}
