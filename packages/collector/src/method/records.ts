import type {AnyRecord} from '@samenwaarde/core/schema';
import {rowsInOrder} from '../database/by-id.js';
import type {Connection} from '../database/transact.js';

/**
 * Every record of an alliance: cards, and contributions that were not withdrawn. Not the votes on what is still open:
 * between two such lists somebody's own vote would stand alone.
 */
export async function recordsOf(connection: Connection, alliance: string): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for (const table of ['card', 'voice', 'settled_voice'] as const) {
    const which = {alliance, ...(table === 'voice' && {kinds: ['quote', 'reason']})};
    for await (const {body} of rowsInOrder(connection, table, which)) records.push(JSON.parse(body) as AnyRecord);
  }
  return records;
}
