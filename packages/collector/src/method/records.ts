import type {AnyRecord} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';

/** Rows that are read in one go. */
const AT_ONCE = 5_000;

/** Every record of an alliance: cards, and contributions that were not withdrawn. */
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
      for (const {body} of rows) if (body !== '') records.push(JSON.parse(body) as AnyRecord);
      after = rows.at(-1)?.id ?? '';
      if (rows.length < AT_ONCE) break;
    }
  return records;
}
