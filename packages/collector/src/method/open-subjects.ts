import type {Connection} from '../database/transact.js';

/** Ids of the questions and rounds of an alliance that people can answer now, in the order of their ids. */
export async function openSubjects(connection: Connection, alliance: string): Promise<string[]> {
  const cards = await connection
    .selectFrom('card')
    .select(['id', 'body'])
    .where('alliance', '=', alliance)
    .where('kind', 'in', ['question', 'round', 'vote-round'])
    .orderBy('id')
    .execute();
  return cards.flatMap(({id, body}) => ((JSON.parse(body) as {status: string}).status === 'open' ? [id] : []));
}
