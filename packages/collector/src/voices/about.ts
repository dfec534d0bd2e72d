import {canonical, decisions, isInPlace, ownNames} from '@samenwaarde/core';
import type {Highlight, Moderation, Voice} from '@samenwaarde/core/schema';
import type {SelectQueryBuilder} from 'kysely';
import type {Tables} from '../database/tables.js';
import type {Connection} from '../database/transact.js';
import {aboutOf} from '../method/card-row.js';
import type {Card} from '../method/freeze.js';
import type {Altered} from './altered.js';

/** Tag of a card that the collector itself wrote. */
const OWN_TAG = 'collector';

/**
 * What was decided about words, and marked in them, does not outlive the words: of a text that was withdrawn nothing
 * stays. Of one that became another nothing stays that repeats the old words, and it has to be read again.
 */
export async function forget(connection: Connection, altered: readonly Altered[]): Promise<void> {
  for (const {alliance, id, rubric, words} of altered)
    for (const card of await cardsAbout(connection, alliance, id)) {
      if (card.kind === 'highlight' && isInPlace(card, words)) continue;
      if (card.kind === 'moderation' && rubric !== undefined && card.rubric !== rubric) continue;
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
      .select('body')
      .where('alliance', '=', alliance)
      .where('id', '=', aboutOf(card))
      .executeTakeFirst();
    if (row !== undefined && isGone(card, row.body)) return true;
  }
  return false;
}

/** Whether a contribution has nothing any more that the card could be about. */
function isGone(card: Moderation | Highlight, body: string): boolean {
  if (body === '') return true;
  if (card.kind === 'highlight' || card.rubric === undefined) return false;
  const voice = JSON.parse(body) as Voice;
  return voice.kind !== 'rubric-vote' || !ownNames(voice).has(card.rubric);
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

/** The decisions that count on a contribution: on a quote or reason one, on a vote one per own name. By `textKey`. */
export async function decisionsOn(
  connection: Connection,
  alliance: string,
  id: string,
): Promise<ReadonlyMap<string, Moderation>> {
  const cards = await cardsAbout(connection, alliance, id);
  return decisions(cards.filter(card => card.kind === 'moderation'));
}

/** A decision on words that are not there any more: what is there now was read by nobody yet. */
async function readAgain(connection: Connection, alliance: string, decision: Moderation): Promise<void> {
  const {redacted, reason, outcome, ...rest} = decision;
  if (redacted === undefined && reason === undefined && outcome === 'held') return;
  const again: Moderation = {...rest, counter: rest.counter + 1, tag: OWN_TAG, outcome: 'held'};
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
