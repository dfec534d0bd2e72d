import type {Connection} from '../database/transact.js';
import {forget} from '../voices/about.js';
import {endOfLife} from './end-of-life.js';
import type {Erasure} from './erasure.js';

/** Erases from a database what is on the list; the list may say the same many times. */
export async function applyErasures(connection: Connection, erased: readonly (Erasure | undefined)[]): Promise<void> {
  const once = new Map(erased.flatMap(erasure => (erasure ? [[JSON.stringify(erasure), erasure]] : [])));
  for (const erasure of once.values()) {
    if ('what' in erasure) await endOfLife(connection, erasure.alliance, erasure.what);
    else await withdraw(connection, erasure.alliance, erasure.contribution);
  }
}

async function withdraw(connection: Connection, alliance: string, id: string): Promise<void> {
  for (const table of ['voice', 'settled_voice'] as const)
    await connection.updateTable(table).set({body: ''}).where('alliance', '=', alliance).where('id', '=', id).execute();
  await forget(connection, [{alliance, id, words: ''}]);
}
