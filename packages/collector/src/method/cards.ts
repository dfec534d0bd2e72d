import {canonical, isInPlace, isNewer, references} from '@samenwaarde/core';
import type {AnyRecord, Quote} from '@samenwaarde/core/schema';
import type {Kysely} from 'kysely';
import {rowsById} from '../database/by-id.js';
import type {Database} from '../database/open.js';
import type {Tables} from '../database/tables.js';
import type {Connection} from '../database/transact.js';
import {Problem} from '../http/problem.js';
import {isAboutWithdrawn} from '../voices/about.js';
import {findKept} from '../voices/own.js';
import {holdAlliance} from './alliance-of.js';
import {aboutOf, cardRow} from './card-row.js';
import {closes, refusal, type Card} from './freeze.js';
import {isVotedOn} from './voted-on.js';

/** What putting a card came to. */
export type Outcome = 'added' | 'replaced' | 'unchanged';

/** A card with this id, as it is kept; locked against others who change it until the transaction ends. */
export async function lockedCard(
  {kind}: Database,
  connection: Connection,
  {alliance, id}: {readonly alliance: string; readonly id: string},
): Promise<Card | undefined> {
  const found = connection.selectFrom('card').select('body').where('alliance', '=', alliance).where('id', '=', id);
  // SQLite has one writer at a time anyway.
  const row = await (kind === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
  return row && (JSON.parse(row.body) as Card);
}

/**
 * Keeps what a card is about as it is until the transaction ends. Whoever takes back words at this moment takes the
 * decision on them along; whoever changes a plan finds that a round tests it.
 */
export async function holdNamed(
  {kind}: Database,
  connection: Connection,
  {alliance, card}: {readonly alliance: string; readonly card: Card},
): Promise<void> {
  const isTest = card.kind === 'round';
  const ids = isTest ? [card.planVersion, card.profileVersion] : [aboutOf(card)];
  if (kind === 'sqlite' || ids.includes('')) return;
  for (const table of isTest ? (['card'] as const) : (['voice', 'settled_voice'] as const))
    await connection
      .selectFrom(table)
      .select('id')
      .where('alliance', '=', alliance)
      .where('id', 'in', ids)
      .orderBy('id')
      .forShare()
      .execute();
}

/**
 * What putting this card would come to.
 *
 * @throws Problem 400 or 409 when it may not be put.
 */
export async function judged(
  query: Kysely<Tables>,
  alliance: string,
  {before, after}: {readonly before: Card | undefined; readonly after: Card},
): Promise<Outcome | 'closing'> {
  if (before !== undefined && canonical(before) === canonical(after)) return 'unchanged';
  const wrong = refusal(before, after, await isTested(query, alliance, after));
  if (wrong !== undefined) throw new Problem(409, wrong[0], {detail: wrong[1]});
  if (before !== undefined && 'counter' in before && 'counter' in after && !isNewer(after, before))
    throw new Problem(409, 'older-card', {detail: 'A newer version of this card is there. Take that one first.'});
  if (before === undefined && (await findKept(query, {alliance, id: after.id})) !== undefined)
    throw new Problem(409, 'another-kind', {detail: 'This id belongs to something that somebody gave.'});
  await demandSense(query, alliance, after);
  if (closes(before, after)) return 'closing';
  return before === undefined ? 'added' : 'replaced';
}

/**
 * Writes a card that is new, or a newer version of one that is locked. Fails as a race when somebody else made it at the
 * same moment. Readers do not know of it until `revise`.
 */
export async function writeCard(
  connection: Connection,
  alliance: string,
  {before, card}: {readonly before: Card | undefined; readonly card: Card},
): Promise<void> {
  const row = cardRow(alliance, card);
  if (before === undefined) {
    await connection.insertInto('card').values(row).execute();
    return;
  }
  const {about, body} = row;
  const known = connection.updateTable('card').set({about, body}).where('alliance', '=', alliance);
  await known.where('id', '=', card.id).execute();
}

/** Tells readers that there is something new to see. @throws Problem 404 when the alliance came to its end meanwhile. */
export async function revise(connection: Connection, alliance: string): Promise<void> {
  await holdAlliance(connection, alliance, 1);
}

/** Whether people answer about the card: a round names it, or a vote that is open shows it. */
async function isTested(query: Kysely<Tables>, alliance: string, {id, kind}: Card): Promise<boolean> {
  if (kind === 'value') return isVotedOn(query, alliance, id);
  if (kind !== 'profile-version' && kind !== 'plan-version') return false;
  const rounds = await query
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where('kind', '=', 'round')
    .execute();
  return rounds.some(({body}) => {
    const {profileVersion, planVersion} = JSON.parse(body) as {profileVersion: string; planVersion: string};
    return profileVersion === id || planVersion === id;
  });
}

/** @throws Problem 409 when it names what is not there, 400 when it contradicts itself. */
async function demandSense(query: Kysely<Tables>, alliance: string, card: Card): Promise<void> {
  if (card.kind === 'alliance' && card.id !== alliance)
    throw new Problem(409, 'another-alliance', {detail: 'This is the card of another alliance.'});
  if (card.kind === 'question' && card.asked >= card.versions.length)
    throw new Problem(400, 'not-understood', {
      detail: 'The question asks a version that it does not have.',
      errors: [{path: 'asked', reason: 'wrong-value', detail: 'No such version.'}],
    });
  if (await isAboutWithdrawn(query, alliance, card))
    throw new Problem(409, 'missing-record', {detail: 'What it is about was taken back by whoever gave it.'});
  const [loose] = await looseEnds(query, alliance, card);
  if (loose !== undefined)
    throw new Problem(409, 'missing-record', {
      detail: `Its ${loose} names a record that is not there.`,
      errors: [{path: loose, reason: 'missing-record', detail: 'There is no such record.'}],
    });
  if (card.kind === 'highlight' && !(await isThere(query, alliance, card)))
    throw new Problem(409, 'words-not-in-quote', {
      detail: 'These words are not in the quote at that place.',
      errors: [{path: 'exact', reason: 'words-not-in-quote', detail: 'Not in the quote at that place.'}],
    });
}

/** The keys under which the record names one that is not there; what is only hoped for may lack. */
async function looseEnds(query: Kysely<Tables>, alliance: string, record: AnyRecord): Promise<string[]> {
  const named = references(record).filter(({need}) => need !== 'hoped' || record.kind === 'group-mark');
  const kinds = new Map<string, string>();
  for (const table of ['card', 'voice', 'settled_voice'] as const)
    for (const {id, kind, body} of await rowsById(query, table, {alliance, ids: named.map(({id}) => id)}))
      if (body !== '') kinds.set(id, kind);
  return named.filter(({id, kind}) => kinds.get(id) !== kind).map(({key}) => key);
}

/** Whether the words of a highlight are in its quote. */
async function isThere(
  query: Kysely<Tables>,
  alliance: string,
  highlight: Extract<Card, {kind: 'highlight'}>,
): Promise<boolean> {
  const quote = await findKept(query, {alliance, id: highlight.quote});
  return quote !== undefined && quote.body !== '' && isInPlace(highlight, (JSON.parse(quote.body) as Quote).text);
}
