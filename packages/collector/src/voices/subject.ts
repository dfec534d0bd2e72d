import {terms} from '@samenwaarde/core';
import type {NameProposal, ProfileVersion, Question, Round, VoteRound} from '@samenwaarde/core/schema';
import type {Connection} from '../database/transact.js';

/** What people answer, with all that has to be known to check an answer. */
export type Subject =
  | {readonly kind: 'question'; readonly card: Question; readonly body: string}
  | {readonly kind: 'vote-round'; readonly card: VoteRound; readonly body: string}
  | {
      readonly kind: 'round';
      readonly card: Round;
      readonly body: string;
      /** Ids of the core values that it asks about. */
      readonly values: ReadonlySet<string>;
    };

/** The subject with this id, as the database has it now. */
export async function findSubject(connection: Connection, alliance: string, id: string): Promise<Subject | undefined> {
  const body = await bodyOf(connection, alliance, id);
  if (body === undefined) return undefined;
  const card = JSON.parse(body) as Question | VoteRound | Round | {readonly kind: 'other'};
  switch (card.kind) {
    case 'question':
      return {kind: 'question', card, body};
    case 'vote-round':
      return {kind: 'vote-round', card, body};
    case 'round':
      return {kind: 'round', card, body, values: await valuesOf(connection, alliance, card)};
    default:
      return undefined;
  }
}

/** The rubric that a name was proposed for; `undefined` when there is no such proposal. */
export async function proposedFor(connection: Connection, alliance: string, id: string): Promise<string | undefined> {
  const body = await bodyOf(connection, alliance, id);
  const card = body === undefined ? undefined : (JSON.parse(body) as NameProposal | {readonly kind: 'other'});
  return card?.kind === 'name-proposal' ? card.rubric : undefined;
}

async function valuesOf(connection: Connection, alliance: string, round: Round): Promise<ReadonlySet<string>> {
  const body = await bodyOf(connection, alliance, round.profileVersion);
  if (body === undefined) return new Set();
  return new Set(terms(round, JSON.parse(body) as ProfileVersion, 'ballots').values.map(({value}) => value));
}

/** The card with this id, as canonical JSON. */
export async function bodyOf(connection: Connection, alliance: string, id: string): Promise<string | undefined> {
  const card = await connection
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where('id', '=', id)
    .executeTakeFirst();
  return card?.body;
}
