import {canonical} from '@samenwaarde/core';
import {Id, methodKinds, positionKinds} from '@samenwaarde/core/schema';
import * as z from 'zod/mini';
import {note} from '../facilitator/audit.js';
import {demandMatch, etagOf} from '../http/etag.js';
import {againAfterRace} from '../database/trouble.js';
import {transact} from '../database/transact.js';
import {json, noContent, type Answer} from '../http/answer.js';
import type {Asked} from '../http/asked.js';
import {Limit, page} from '../http/page.js';
import {Problem} from '../http/problem.js';
import {route, type Person, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {closeSubject} from '../voices/close.js';
import {reopen} from '../voices/reopen.js';
import {allianceOf, Slug} from './alliance-of.js';
import {holdNamed, judged, lockedCard, revise, writeCard, type Outcome} from './cards.js';
import {canClose, reopens, type Card} from './freeze.js';
import {removeHighlight} from './remove-highlight.js';

/** A record of the method, or a position: what facilitators put. */
const AnyCard = z.discriminatedUnion('kind', [...methodKinds, ...positionKinds]);

const Kind = z.enum([...methodKinds, ...positionKinds].map(kind => kind.shape.kind.def.values[0]) as Card['kind'][]);

/** Longest card, in bytes: a pile of ten thousand values. */
const LONGEST_CARD = 1_048_576;

/** Reading and putting the cards of an alliance. @param changed Is told of an alliance that is not what it was. */
export function cardRoutes(parts: Parts, changed: (alliance: string) => void): Route[] {
  const path = '/v1/alliances/{alliance}/cards';
  return [
    route({
      method: 'GET',
      path,
      role: 'facilitator',
      summary: 'The records that facilitators and the group made, by id.',
      parameters: {alliance: Slug},
      query: {kind: z.optional(Kind), cursor: z.optional(Id), limit: Limit},
      answers: {
        200: {
          description: 'A page of cards.',
          schema: z.object({items: z.array(AnyCard), next: z.optional(z.string())}),
        },
      },
      cors: false,
      handle: ({parameters, query}) => listed(parts, parameters.alliance, query),
    }),
    route({
      method: 'PUT',
      path: `${path}/{id}`,
      role: 'facilitator',
      summary:
        'Puts a whole record: the higher counter, and then tag, wins. The status `closed` closes a question or round; a ' +
        'question can open again, a round cannot.',
      parameters: {alliance: Slug, id: Id},
      body: AnyCard,
      longest: LONGEST_CARD,
      answers: {
        200: {description: 'It is kept.', schema: AnyCard},
        201: {description: 'It is kept, and was not there before.', schema: AnyCard},
        409: {
          description:
            'A newer version is there (`older-card`), people answer it as it is (`frozen`, `closed`), or it names ' +
            'what is not there (`missing-record`).',
        },
        412: {description: 'It is not the version that `If-Match` names (`changed`).'},
      },
      cors: false,
      handle: ({request, parameters, body, person}) =>
        put({...parts, changed}, {request, slug: parameters.alliance, id: parameters.id, card: body, person}),
    }),
    route({
      method: 'DELETE',
      path: `${path}/{id}`,
      role: 'facilitator',
      summary:
        'Takes a highlight away that was a mistake. Any other card stays; the value keeps its place and its name.',
      parameters: {alliance: Slug, id: Id},
      answers: {
        204: {description: 'It is gone.'},
        409: {description: 'It is no highlight (`another-kind`), or people vote on its value (`frozen`).'},
        412: {description: 'It is not the version that `If-Match` names (`changed`).'},
      },
      cors: false,
      async handle({request, parameters, person}) {
        const {id: alliance} = await allianceOf(parts.database.query, parameters.alliance);
        await removeHighlight(parts, {request, alliance, id: parameters.id, person});
        changed(alliance);
        return noContent();
      },
    }),
  ];
}

interface Wanted {
  readonly kind?: Card['kind'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

async function listed({database}: Parts, slug: string, {kind, cursor, limit}: Wanted): Promise<Answer> {
  const {id} = await allianceOf(database.query, slug);
  let cards = database.query.selectFrom('card').select(['id', 'body']).where('alliance', '=', id);
  if (kind !== undefined) cards = cards.where('kind', '=', kind);
  if (cursor !== undefined) cards = cards.where('id', '>', cursor);
  const rows = await cards
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const {items, next} = page(rows, limit, row => row.id);
  const found = items.map(({body}) => JSON.parse(body) as Card);
  return json({items: found, ...(next !== undefined && {next})});
}

interface Put {
  readonly request: Asked;
  readonly slug: string;
  readonly id: string;
  readonly card: Card;
  readonly person: Person | undefined;
}

async function put(parts: Parts & {readonly changed: (alliance: string) => void}, given: Put): Promise<Answer> {
  const {id, card} = given;
  if (card.id !== id)
    throw new Problem(400, 'not-understood', {
      detail: 'The record has another id than its address.',
      errors: [{path: 'id', reason: 'another-id', detail: 'Another id than in the address.'}],
    });
  const {id: alliance} = await allianceOf(parts.database.query, given.slug);
  const outcome = await againAfterRace(() => keep(parts, alliance, given));
  if (outcome === 'closing' && canClose(card))
    await closeSubject(parts, {alliance, card, demand: seenBy(given), ...(given.person && {person: given.person})});
  if (outcome !== 'unchanged') parts.changed(alliance);
  return json(card, outcome === 'added' ? 201 : 200, {ETag: etagOf(canonical(card))});
}

/** Refuses the change of a card that is not any more as its sender saw it. */
function seenBy({request}: Put): (before: Card | undefined) => void {
  return before => demandMatch(request, before && etagOf(canonical(before)));
}

/** Keeps the card, unless it closes something: that is an act of its own. */
function keep(parts: Parts, alliance: string, given: Put): Promise<Outcome | 'closing'> {
  const {card, person} = given;
  return transact(parts.database, async connection => {
    const before = await lockedCard(parts.database, connection, {alliance, id: card.id});
    seenBy(given)(before);
    await holdNamed(parts.database, connection, {alliance, card});
    const outcome = await judged(connection, alliance, {before, after: card});
    if (outcome === 'unchanged' || outcome === 'closing') return outcome;
    const opensAgain = reopens(before, card);
    if (opensAgain) await reopen(parts.database, connection, {alliance, question: card.id});
    await writeCard(connection, alliance, {before, card});
    await revise(connection, alliance);
    const act = `${card.kind}-${opensAgain ? 'reopened' : outcome}`;
    if (person !== undefined) await note(parts, connection, {alliance, person, act, subject: card.id});
    return outcome;
  });
}
