import type {KyselyPlugin} from 'kysely';
import type {Database} from './open.js';
import {run} from './transact.js';

/** The same database, where something happens each time that a statement of this kind was done on this table. */
export function watched(
  database: Database,
  [kind, table]: readonly ['select' | 'insert', string],
  happen: () => Promise<unknown>,
): Database {
  const seen = new WeakSet();
  const node = kind === 'select' ? 'SelectQueryNode' : 'InsertQueryNode';
  const plugin: KyselyPlugin = {
    transformQuery: query => {
      if (query.node.kind === node && JSON.stringify(query.node).includes(`"name":"${table}"`)) seen.add(query.queryId);
      return query.node;
    },
    transformResult: async ({queryId, result}) => {
      if (seen.has(queryId)) await happen();
      return result;
    },
  };
  return {...database, query: database.query.withPlugin(plugin)};
}

/** Returns as soon as somebody waits for somebody else in this PostgreSQL, or the work is done without. */
export async function untilWaiting({query}: Database, work: Promise<unknown>): Promise<void> {
  const done: {is: boolean} = {is: false};
  const end = () => (done.is = true);
  work.then(end, end);
  while (!done.is && (await run(query, 'select 1 from pg_locks where not granted')).length === 0);
}
