import type {Database} from '../database/open.js';
import {deskOn, type Desk} from '../method/desk.test-helper.js';
import {ballotOn, quoteOn, reasonOn, voteOn} from '../voices/round.test-helper.js';
import {DUMPED, type Dumped} from './dump.js';

/** An alliance in which people took part in every way, with one round closed. */
export async function lively(database: Database): Promise<Desk> {
  const desk = await deskOn(database, {question: {moderation: 'released'}});
  const {made, give} = desk;
  for (let voter = 0; voter < 5; voter++)
    for (const record of [
      quoteOn(made, `Geheim ${voter}.`),
      ballotOn(made),
      voteOn(made, {missing: 'Geheim.'}),
      reasonOn(made, 'Geheim.'),
    ])
      await give(made, record);
  return desk;
}

/** All rows that a dump has, table by table. */
export async function rowsIn({query}: Database): Promise<Record<string, object[]>> {
  const rows: Record<string, object[]> = {};
  for (const table of Object.keys(DUMPED) as Dumped[]) {
    const all = await query.selectFrom(table).selectAll().execute();
    rows[table] = all.map(row => ({...row})).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return rows;
}
