import type {Connection} from '../database/transact.js';
import type {Card} from './freeze.js';
import {isVotedOn, rubricsVotedOn} from './voted-on.js';

/** What a vote shows of an alliance: it is kept as it is while the vote opens. */
export const SHOWN_IN_VOTE: readonly Card['kind'][] = ['name-proposal', 'rubric', 'value', 'highlight'];

/**
 * Whether people answer about a card: a round tests it, or a vote shows it. A rubric and its values are free again once
 * the vote is closed, which may be what it was for. A name that could be chosen never: the figures are of that name.
 */
export async function isAsked(query: Connection, alliance: string, card: Card): Promise<boolean> {
  switch (card.kind) {
    case 'profile-version':
    case 'plan-version': {
      const rounds = await cardsOf(query, alliance, 'round');
      return rounds.some(({profileVersion, planVersion}) => [profileVersion, planVersion].includes(card.id));
    }
    case 'name-proposal': {
      const votes = await cardsOf(query, alliance, 'vote-round');
      return votes.some(({names, rubrics}) => names && rubrics.includes(card.rubric));
    }
    case 'rubric':
      return rubricsVotedOn(await cardsOf(query, alliance, 'vote-round')).has(card.id);
    case 'value':
      return isVotedOn(query, alliance, card.id);
    case 'highlight':
      return isVotedOn(query, alliance, card.value);
    default:
      return false;
  }
}

async function cardsOf<Kind extends Card['kind']>(
  query: Connection,
  alliance: string,
  kind: Kind,
): Promise<Extract<Card, {kind: Kind}>[]> {
  const cards = query.selectFrom('card').select('body').where('alliance', '=', alliance).where('kind', '=', kind);
  return (await cards.execute()).map(({body}) => JSON.parse(body) as Extract<Card, {kind: Kind}>);
}
