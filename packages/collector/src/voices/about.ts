import {canonical, decisions} from '@samenwaarde/core';
import type {Highlight, Moderation} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';
import type {Altered} from './changes.js';

/** Tag of a card that the collector itself wrote. */
const OWN_TAG = 'collector';

/**
 * What was decided about words, and marked in them, does not outlive the words: of a text that was withdrawn nothing
 * stays, and one that was released has to be read again when it became another.
 */
export async function forget(connection: Connection, altered: readonly Altered[]): Promise<void> {
  for (const {alliance, id, isWithdrawn} of altered) {
    if (!isWithdrawn) await holdAgain(connection, alliance, id);
    else for (const card of await cardsAbout(connection, alliance, id)) await remove(connection, alliance, card.id);
  }
}

/** The decisions on a contribution, and the marks in it. */
async function cardsAbout(connection: Connection, alliance: string, id: string): Promise<(Moderation | Highlight)[]> {
  const rows = await connection
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where('kind', 'in', ['moderation', 'highlight'])
    .where('body', 'like', `%${id}%`)
    .execute();
  const cards = rows.map(({body}) => JSON.parse(body) as Moderation | Highlight);
  return cards.filter(card => (card.kind === 'moderation' ? card.of : card.quote) === id);
}

/** The decision that counts on a contribution. */
export async function decisionOn(
  connection: Connection,
  alliance: string,
  id: string,
): Promise<Moderation | undefined> {
  const cards = await cardsAbout(connection, alliance, id);
  return decisions(cards.filter(card => card.kind === 'moderation')).get(id);
}

async function holdAgain(connection: Connection, alliance: string, id: string): Promise<void> {
  const decision = await decisionOn(connection, alliance, id);
  if (decision?.outcome !== 'released') return;
  const {schema, kind, id: card, of, counter} = decision;
  const held: Moderation = {schema, kind, id: card, of, counter: counter + 1, tag: OWN_TAG, outcome: 'held'};
  await connection
    .updateTable('card')
    .set({body: canonical(held)})
    .where('alliance', '=', alliance)
    .where('id', '=', card)
    .execute();
}

async function remove(connection: Connection, alliance: string, card: string): Promise<void> {
  await connection.deleteFrom('card').where('alliance', '=', alliance).where('id', '=', card).execute();
}
