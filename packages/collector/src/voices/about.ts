import {canonical, decisions, isInPlace} from '@samenwaarde/core';
import type {Highlight, Moderation} from '@samenwaarde/core/schema';
import type {SelectQueryBuilder} from 'kysely';
import type {Tables} from '../database/tables.js';
import type {Connection} from '../database/transact.js';
import {aboutOf} from '../method/card-row.js';
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
  const about = aboutOf(card);
  if (about === '') return false;
  for (const table of ['voice', 'settled_voice'] as const) {
    const row = await connection
      .selectFrom(table)
      .select('id')
      .where('alliance', '=', alliance)
      .where('id', '=', about)
      .where('body', '=', '')
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}

/**
 * Asks for the cards about a contribution. The alliance is no part of the question: without knowing the size of its
 * tables SQLite would read all cards of the alliance instead of these few.
 */
export function askAbout(connection: Connection, id: string): SelectQueryBuilder<Tables, 'card', CardOfOne> {
  return connection.selectFrom('card').select(['alliance', 'body']).where('about', '=', id);
}

type CardOfOne = Pick<Tables['card'], 'alliance' | 'body'>;

/** The decisions on a contribution, and the marks in it. */
async function cardsAbout(connection: Connection, alliance: string, id: string): Promise<(Moderation | Highlight)[]> {
  const rows = await askAbout(connection, id).execute();
  return rows.flatMap(row => (row.alliance === alliance ? [JSON.parse(row.body) as Moderation | Highlight] : []));
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
