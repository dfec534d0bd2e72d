import type {AnsweredAlliance, PublishedResult, PublishedVotes} from '@samenwaarde/core';
import {ofKind} from '@samenwaarde/core';
import {publicationWith, publishedReasons} from '@samenwaarde/core/files';
import type {AnyRecord, Quote, Reason, Round} from '@samenwaarde/core/schema';
import {noBallot} from '../database/migrations.js';
import type {Connection} from '../database/transact.js';
import {withOwnNames, type KeptVotes} from './vote-figures.js';

/** An alliance as everybody may read it now. The order tells nothing: everything is by its random id. */
export async function published(connection: Connection, alliance: string): Promise<AnsweredAlliance> {
  const rows = await connection.selectFrom('card').select('body').where('alliance', '=', alliance).execute();
  const cards = rows.map(({body}) => JSON.parse(body) as AnyRecord);
  const questions = ofKind(cards, 'question').map(({id}) => id);
  const quotes = (await textsOf(connection, {alliance, subjects: questions, kind: 'quote'})) as Quote[];
  const figures = await resultsOf(connection, alliance);
  const results: PublishedResult[] = [];
  for (const round of ofKind(cards, 'round')) {
    const result = figures.get(round.id) as PublishedResult['shown'] | undefined;
    if (result !== undefined) results.push(await withReasons(connection, alliance, {round, shown: result, cards}));
  }
  const voteResults: PublishedVotes[] = [];
  for (const round of ofKind(cards, 'vote-round')) {
    const kept = figures.get(round.id) as KeptVotes | undefined;
    if (kept !== undefined) voteResults.push(await withOwnNames(connection, alliance, {round, kept, cards}));
  }
  return {...publicationWith([...cards, ...quotes], {results, voteResults}), kind: 'alliance'};
}

/** The figures of one closed round or vote round; `undefined` while it is open, or when there is none. */
export async function publishedResult(
  connection: Connection,
  alliance: string,
  id: string,
): Promise<PublishedResult | PublishedVotes | undefined> {
  const [result] = await connection
    .selectFrom('result')
    .select('body')
    .where('alliance', '=', alliance)
    .where('round', '=', id)
    .execute();
  if (result === undefined) return undefined;
  const rows = await connection
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where(eb => eb.or([eb('id', '=', id), eb('kind', '=', 'moderation')]))
    .execute();
  const cards = rows.map(({body}) => JSON.parse(body) as AnyRecord);
  const figures = JSON.parse(result.body) as unknown;
  const [round] = ofKind(cards, 'round');
  if (round !== undefined)
    return withReasons(connection, alliance, {round, shown: figures as PublishedResult['shown'], cards});
  const [votes] = ofKind(cards, 'vote-round');
  return votes && withOwnNames(connection, alliance, {round: votes, kept: figures as KeptVotes, cards});
}

interface Figures {
  readonly round: Round;
  readonly shown: PublishedResult['shown'];
  /** At least every decision. */
  readonly cards: readonly AnyRecord[];
}

async function withReasons(
  connection: Connection,
  alliance: string,
  {round, shown, cards}: Figures,
): Promise<PublishedResult> {
  const reasons = (await textsOf(connection, {alliance, subjects: [round.id], kind: 'reason'})) as Reason[];
  const decisions = ofKind(cards, 'moderation');
  return {round: round.id, shown, reasons: publishedReasons(round, shown, [...reasons, ...decisions])};
}

async function resultsOf(connection: Connection, alliance: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await connection
    .selectFrom('result')
    .select(['round', 'body'])
    .where('alliance', '=', alliance)
    .execute();
  return new Map(rows.map(({round, body}) => [round, JSON.parse(body) as unknown]));
}

interface Texts {
  readonly alliance: string;
  readonly subjects: readonly string[];
  readonly kind: 'quote' | 'reason';
}

/** What people wrote, by id. */
async function textsOf(connection: Connection, {alliance, subjects, kind}: Texts): Promise<(Quote | Reason)[]> {
  if (subjects.length === 0) return [];
  const texts: (Quote | Reason)[] = [];
  for (const table of ['voice', 'settled_voice'] as const) {
    const rows = await connection
      .selectFrom(table)
      .select('body')
      .where('alliance', '=', alliance)
      .where('subject', 'in', subjects)
      .where('kind', '=', kind)
      .where(noBallot)
      .where('body', '<>', '')
      .execute();
    for (const {body} of rows) texts.push(JSON.parse(body) as Quote | Reason);
  }
  return texts.sort((a, b) => (a.id < b.id ? -1 : 1));
}
