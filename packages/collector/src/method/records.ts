import type {AnyRecord} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';
import {isText} from '../voices/entry.js';

/** Rows that are read in one go. */
const AT_ONCE = 5_000;

/**
 * Every record of an alliance: cards, and contributions that were not withdrawn. Not the votes on what is still open:
 * between two such lists somebody's own vote would stand alone.
 */
export async function recordsOf(connection: Connection, alliance: string): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for (const table of ['card', 'voice', 'settled_voice'] as const)
    for (let after = ''; ;) {
      const rows = await connection
        .selectFrom(table)
        .select(['id', 'body'])
        .where('alliance', '=', alliance)
        .where('id', '>', after)
        .orderBy('id')
        .limit(AT_ONCE)
        .execute();
      const kept = rows.flatMap(({body}) => (body === '' ? [] : [JSON.parse(body) as AnyRecord]));
      records.push(...(table === 'voice' ? kept.filter(({kind}) => isText(kind)) : kept));
      after = rows.at(-1)?.id ?? '';
      if (rows.length < AT_ONCE) break;
    }
  return records;
}
