import type {Kysely} from 'kysely';
import type {Tables} from './tables.js';
import {run} from './transact.js';

type Kind = 'sqlite' | 'postgres';

/** The table of parts, while the table of before is still there. */
export const NEXT_TALLY = 'next_tally';

/** What makes the table of the parts of tallies, under this name. */
export function tallyOfParts(name: string): string {
  return `create table if not exists ${name} (
    alliance text not null, round text not null, part text not null, body text not null,
    primary key (alliance, round, part))`;
}

/** Whoever comes second waits here until the first is done; on SQLite any write does that. */
const TURNS: Readonly<Record<Kind, string>> = {
  sqlite: 'update tally set round = round where 1 = 0',
  postgres: 'lock table voice, tally',
};

const SHARDS: Readonly<Record<Kind, string>> = {
  sqlite: "select 1 from pragma_table_info('tally') where name = 'shard'",
  postgres: `select 1 from information_schema.columns
    where table_schema = current_schema() and table_name = 'tally' and column_name = 'shard'`,
};

/**
 * A tally once had a row per answer and shard: each answer becomes a part of its own. All of it or nothing, in one
 * transaction, so that it can be killed at any statement; where there is no such tally it does nothing.
 *
 * @param create Makes the table `NEXT_TALLY`, as this kind of database wants it.
 */
export async function renewTally(database: Kysely<Tables>, kind: Kind, create: string): Promise<void> {
  const isOld = async (query: Kysely<Tables>) => (await run(query, SHARDS[kind])).length > 0;
  if (!(await isOld(database))) return;
  await database.transaction().execute(async connection => {
    await run(connection, TURNS[kind]);
    if (await isOld(connection)) for (const statement of renewal(create)) await run(connection, statement);
  });
}

/** What is done in that transaction. */
export function renewal(create: string): readonly string[] {
  return [
    // Of the same time, and has every ballot in it: the index of this version has the same name.
    'drop index if exists voice_subject',
    create,
    `insert into ${NEXT_TALLY} (alliance, round, part, body)
      select alliance, round, value || ' ' || score, '{"' || value || '":{"' || score || '":' || sum(n) || '}}'
      from tally group by alliance, round, value, score`,
    'drop table tally',
    `alter table ${NEXT_TALLY} rename to tally`,
  ];
}
