import {decisions, textKey} from '@samenwaarde/core';
import {Id, Moderation, Quote, Reason} from '@samenwaarde/core/schema';
import * as z from 'zod/mini';
import {rowsInOrder} from '../database/by-id.js';
import {atOneMoment} from '../database/moment.js';
import type {Connection} from '../database/transact.js';
import {json} from '../http/answer.js';
import {Limit, page} from '../http/page.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {allianceOf, Slug} from './alliance-of.js';
import {First} from './first.js';
import {namesIn, OwnName, votesOf} from './vote-texts.js';

const Words = z.discriminatedUnion('kind', [Quote, Reason, OwnName]);
type Words = z.infer<typeof Words>;
type Status = Moderation['outcome'];

interface Wanted {
  readonly status?: Status | undefined;
  readonly kind?: Words['kind'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Words of somebody, and what a facilitator decided about them. */
interface Read {
  readonly record: Words;
  readonly status: Status;
  readonly decision?: Moderation;
}

const Page = z.object({
  items: z.array(
    z.object({
      record: Words,
      status: z.enum(['held', 'released', 'refused']),
      decision: z.optional(Moderation),
    }),
  ),
  next: z.optional(z.string()),
});

/** What people wrote, to be read before everybody does. In the order of random ids: nothing tells who came first. */
export function queueRoutes({database}: Parts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/alliances/{alliance}/queue',
      role: 'facilitator',
      summary:
        'What people wrote and what was decided about it: quotes, reasons, and own names in votes, each without the ' +
        'rest of its vote. Decide by putting a `moderation` card.',
      parameters: {alliance: Slug},
      query: {
        status: z.optional(z.enum(['held', 'released', 'refused'])),
        kind: z.optional(z.enum(['quote', 'reason', 'own-name'])),
        cursor: z.optional(Id),
        limit: Limit,
      },
      answers: {200: {description: 'A page of contributions.', schema: Page}},
      cors: false,
      async handle({parameters, query}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        const found = await atOneMoment(database, connection => collect(connection, id, query));
        const {items, next} = page(found, query.limit, ({record}) => record.id);
        return json({items, ...(next !== undefined && {next})});
      },
    }),
  ];
}

/** One more than fits on a page: what has another status is passed by. */
async function collect(connection: Connection, alliance: string, wanted: Wanted): Promise<readonly Read[]> {
  const {kind, status, cursor = '', limit} = wanted;
  const statusOf = await statuses(connection, alliance);
  const first = new First<Read>(limit + 1, ({record}) => record.id);
  const offer = (record: Words): boolean => {
    const read = statusOf(record);
    const isWanted = record.id > cursor && (status === undefined || read.status === status);
    if (isWanted) first.offer(read);
    return isWanted;
  };
  if (kind !== 'own-name') await offerTexts(connection, {alliance, wanted, offer});
  if (kind === 'own-name' || kind === undefined)
    for await (const {vote} of votesOf(connection, alliance)) namesIn(vote).forEach(offer);
  return first.items;
}

interface Offering {
  readonly alliance: string;
  readonly wanted: Wanted;
  /** Whether it takes a place on the page. */
  readonly offer: (record: Words) => boolean;
}

/** Contributions that are a text, of each table as many as could be on the page. */
async function offerTexts(connection: Connection, {alliance, wanted, offer}: Offering): Promise<void> {
  const {kind, cursor, limit} = wanted;
  const kinds = kind === undefined ? ['quote', 'reason'] : [kind];
  for (const table of ['voice', 'settled_voice'] as const) {
    let found = 0;
    for await (const {body} of rowsInOrder(connection, table, {alliance, kinds, after: cursor})) {
      if (offer(JSON.parse(body) as Words)) found++;
      if (found > limit) break;
    }
  }
}

/** What was decided about each, or follows from its question: a reason or own name is held until somebody read it. */
async function statuses(connection: Connection, alliance: string): Promise<(record: Words) => Read> {
  const cards = await connection
    .selectFrom('card')
    .select('body')
    .where('alliance', '=', alliance)
    .where('kind', 'in', ['moderation', 'question'])
    .execute();
  const records = cards.map(
    ({body}) => JSON.parse(body) as Moderation | {kind: 'question'; id: string; moderation: Status},
  );
  const decided = decisions(records.filter((record): record is Moderation => record.kind === 'moderation'));
  const usual = new Map(
    records.flatMap(record => (record.kind === 'question' ? [[record.id, record.moderation]] : [])),
  );
  return record => {
    const decision = decided.get(record.kind === 'own-name' ? textKey(record.of, record.rubric) : record.id);
    if (decision !== undefined) return {record, status: decision.outcome, decision};
    return {record, status: (record.kind === 'quote' ? usual.get(record.question) : undefined) ?? 'held'};
  };
}
