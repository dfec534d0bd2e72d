import type {KyselyPlugin} from 'kysely';
import type {Database} from './open.js';

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
