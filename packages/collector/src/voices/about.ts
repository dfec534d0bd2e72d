import {canonical, decisions, isInPlace} from '@samenwaarde/core';
import type {Highlight, Moderation} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';
import type {Card} from '../method/freeze.js';
import type {Altered} from './changes.js';

/** Tag of a card that the collector itself wrote. */
const OWN_TAG = 'collector';

/**
 * What was decided about words, and marked in them, does not outlive the words: of a text that was withdrawn nothing
 * stays. Of one that became another nothing stays that repeats the old words, and what was released has to be read again.
 */
export async function forget(connection: Connection, altered: readonly Altered[]): Promise<void> {
  for (const {alliance, id, words} of altered)
    for (const card of await cardsAbout(connection, alliance, id)) {
      if (card.kind === 'highlight' && isInPlace(card, words)) continue;
      if (words === '' || card.kind === 'highlight') await remove(connection, alliance, card.id);
      else await readAgain(connection, alliance, card);
    }
}

/** Whether the card repeats words, or decides about them, that somebody took back. */
export async function isAboutWithdrawn(connection: Connection, alliance: string, card: Card): Promise<boolean> {
  if (card.kind !== 'moderation' && card.kind !== 'highlight') return false;
  for (const table of ['voice', 'settled_voice'] as const) {
    const row = await connection
      .selectFrom(table)
      .select('id')
      .where('alliance', '=', alliance)
      .where('id', '=', card.kind === 'moderation' ? card.of : card.quote)
      .where('body', '=', '')
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
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

/** A decision on words that are not there any more: what it let through is held, and what it repeats of them goes. */
async function readAgain(connection: Connection, alliance: string, decision: Moderation): Promise<void> {
  const {redacted, outcome, ...rest} = decision;
  if (redacted === undefined && outcome !== 'released') return;
  const moved = {...rest, counter: rest.counter + 1, tag: OWN_TAG};
  const again: Moderation = {...moved, outcome: outcome === 'released' ? 'held' : outcome};
  await connection
    .updateTable('card')
    .set({body: canonical(again)})
    .where('alliance', '=', alliance)
    .where('id', '=', decision.id)
    .execute();
}

async function remove(connection: Connection, alliance: string, card: string): Promise<void> {
  await connection.deleteFrom('card').where('alliance', '=', alliance).where('id', '=', card).execute();
}
