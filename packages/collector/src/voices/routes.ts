import {parseReceipt} from '@samenwaarde/core';
import {Id, voiceKinds, type Voice} from '@samenwaarde/core/schema';
import * as z from 'zod';
import {notUnderstood} from '../http/frame.js';
import {json, noContent, type Answer} from '../http/answer.js';
import {Problem} from '../http/problem.js';
import type {Reason} from '../http/reasons.js';
import {route, type Route} from '../http/route.js';
import {Slug} from '../method/alliance-of.js';
import type {Door as AllianceDoor} from '../method/origins.js';
import type {Outcome} from './entry.js';
import {give, hashOf, withdraw, type Door, type Given} from './give.js';
import {deliveryOf, findOwn, type Delivery} from './own.js';

const Receipt = z.string().transform((typed, context) => {
  const receipt = parseReceipt(typed);
  if (receipt === undefined) context.addIssue('A receipt: 26 characters and a check character.');
  return receipt ?? z.NEVER;
});
const VoiceRecord = z.discriminatedUnion('kind', voiceKinds);
const Words = z.enum(['held', 'released', 'sent']);
const DeliveryRecord = z.union([z.object({type: Words}), z.object({type: z.literal('refused'), reason: z.string()})]);
/** `names`: of a vote what happened to each own name in it, by rubric. */
const Own = z.object({
  record: VoiceRecord,
  delivery: DeliveryRecord,
  edition: z.int(),
  names: z.record(Id, DeliveryRecord).optional(),
});
const Taken = z.object({id: Id, delivery: Words});

const PATH = '/v1/alliances/{alliance}/contributions/{id}';
const parameters = {alliance: Slug, id: Id};
/** Which form of a contribution it is: 1, and one higher at every change. */
const Edition = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .optional();
const headers = {'samen-receipt': Receipt};
const writing = {...headers, 'samen-edition': Edition};

/** What the routes of contributions work with. */
export interface VoiceParts extends Door {
  /** Id of the alliance with this name in addresses. */
  readonly alliance: (slug: string) => Promise<Pick<AllianceDoor, 'id'> | undefined>;
  /** Is told of a change that everybody may see: a count, or a text. */
  readonly changed: (alliance: string) => void;
}

/** Giving, changing, withdrawing and reading back one's own contributions. */
export function voiceRoutes(parts: VoiceParts): Route[] {
  return [putRoute(parts), deleteRoute(parts), ...ownRoutes(parts)];
}

function putRoute(parts: VoiceParts): Route {
  return route({
    method: 'PUT',
    path: PATH,
    role: 'anybody',
    summary:
      'Gives a contribution, or changes it. The same again changes nothing, and neither does an earlier `Samen-Edition` ' +
      'that arrives later. The answer comes once it is on disk.',
    parameters,
    headers: {...writing, 'samen-code': z.string().max(100).optional()},
    body: VoiceRecord,
    answers: {
      200: {description: 'It was there already, or was changed.', schema: Taken},
      201: {description: 'It is there.', schema: Taken},
      403: {description: 'The receipt is another, or a code is needed.'},
      409: {description: 'It is closed, or the code was used.'},
    },
    cors: true,
    async handle({parameters: {alliance: slug, id}, headers: given, body: record}) {
      if (record.id !== id)
        throw notUnderstood([{path: 'id', reason: 'another-id', detail: 'The id in the address is another.'}]);
      const alliance = await idOf(parts, slug);
      const gift = {
        alliance,
        record,
        receipt: given['samen-receipt'],
        code: given['samen-code'],
        edition: given['samen-edition'],
      };
      const done = await give(parts, gift);
      if (['added', 'changed'].includes(done.outcome)) parts.changed(alliance);
      return taken(done, id, await told(parts, {alliance, record, done}));
    },
  });
}

function deleteRoute(parts: VoiceParts): Route {
  return route({
    method: 'DELETE',
    path: PATH,
    role: 'anybody',
    summary:
      'Withdraws a contribution: a vote until its round closes, a text as long as it is kept. With `Samen-Edition` also ' +
      'one that is not here yet: it can never arrive any more.',
    parameters,
    headers: writing,
    answers: {
      204: {description: 'It is gone.'},
      403: {description: 'The receipt is another.'},
      404: {description: 'There is no such contribution.'},
      409: {description: 'It was counted: the round is closed.'},
    },
    cors: true,
    async handle({parameters: {alliance: slug, id}, headers: given}) {
      const alliance = await idOf(parts, slug);
      const {'samen-receipt': receipt, 'samen-edition': edition} = given;
      const done = await withdraw(parts, {alliance, id, receipt, edition});
      if (done.outcome === 'changed') parts.changed(alliance);
      return withdrawn(done);
    },
  });
}

function ownRoutes({database, ...parts}: VoiceParts): Route[] {
  const answers = {
    200: {description: 'The contribution, and what happened to it.', schema: Own},
    404: {description: 'There is none with this receipt.'},
  };
  const own = {method: 'GET', role: 'anybody', headers, answers, cors: true} as const;
  const answered = async (slug: string, receipt: string, id?: string) => {
    const alliance = await idOf(parts, slug);
    const receiptHash = hashOf(receipt);
    const by = id === undefined ? {alliance, receiptHash} : {alliance, id};
    const found = await findOwn(database.query, by, receiptHash);
    if (found === undefined) throw refused('unknown');
    return json(found, 200, {'Cache-Control': 'no-store'});
  };
  return [
    route({
      ...own,
      path: PATH,
      summary: 'A contribution, for whoever holds its receipt.',
      parameters,
      handle: ({parameters: {alliance, id}, headers: given}) => answered(alliance, given['samen-receipt'], id),
    }),
    route({
      ...own,
      path: '/v1/alliances/{alliance}/own-contribution',
      summary: 'The contribution that a receipt belongs to, such as one that was typed over from paper.',
      parameters: {alliance: Slug},
      handle: ({parameters: {alliance}, headers: given}) => answered(alliance, given['samen-receipt']),
    }),
  ];
}

async function idOf({alliance}: Pick<VoiceParts, 'alliance'>, slug: string): Promise<string> {
  const found = await alliance(slug);
  if (found === undefined) throw new Problem(404, 'no-such-alliance', {detail: 'There is no such alliance here.'});
  return found.id;
}

/** What the sender may be told of it now. A quote that is new has no decision yet. */
async function told(
  {database}: VoiceParts,
  {alliance, record, done}: {alliance: string; record: Voice; done: Given},
): Promise<Delivery['type']> {
  if (record.kind === 'ballot' || record.kind === 'rubric-vote') return 'sent';
  if (done.outcome === 'added') return done.subject?.kind === 'question' ? done.subject.card.moderation : 'held';
  return (await deliveryOf(database.query, alliance, record)).type;
}

function taken({outcome}: Given, id: string, delivery: Delivery['type']): Answer {
  // A program that sent it needs no more; what a facilitator refused is told to whoever asks for it.
  const body = {id, delivery: delivery === 'refused' ? 'held' : delivery};
  switch (outcome) {
    case 'added':
      return json(body, 201);
    case 'changed':
    case 'same':
      return json(body);
    default:
      throw refused(outcome);
  }
}

function withdrawn({outcome}: Given): Answer {
  switch (outcome) {
    case 'added':
    case 'changed':
    case 'same':
      return noContent();
    default:
      throw refused(outcome);
  }
}

function refused(outcome: Refused): Problem {
  const [status, type, detail, reason] = REFUSALS[outcome];
  return new Problem(status, type, {detail, ...(reason && {errors: [{path: 'samen-code', reason, detail}]})});
}

type Refused = Exclude<Outcome, 'added' | 'changed' | 'same' | 'stale'>;

const REFUSALS: Readonly<Record<Refused, readonly [number, string, string, Reason?]>> = {
  unknown: [404, 'not-found', 'There is no such contribution, or it has another receipt.'],
  'wrong-receipt': [403, 'wrong-receipt', 'This contribution has another receipt.'],
  'another-kind': [400, 'not-understood', 'This id belongs to something else.'],
  closed: [409, 'closed', 'It is closed: nothing can be given or changed any more.'],
  'code-needed': [403, 'code-needed', 'This round asks for the code of a code card.', 'missing-key'],
  'code-unknown': [403, 'code-unknown', 'This is no code of this round.', 'wrong-value'],
  'code-used': [409, 'code-used', 'This code was used already.', 'taken'],
};
