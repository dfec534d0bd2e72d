import {decisions, textKey} from '@samenwaarde/core';
import {Id, Moderation, Quote, Reason} from '@samenwaarde/core/schema';
import type {Kysely} from 'kysely';
import * as z from 'zod/mini';
import type {Tables} from '../database/tables.js';
import {json} from '../http/json.js';
import {Limit} from '../http/page.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {allianceOf, Slug} from './alliance-of.js';
import {OwnName, ownNamesOf} from './vote-texts.js';

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
        const {found, next} = await collect(database.query, id, query);
        return json({items: found, ...(next !== undefined && {next})});
      },
    }),
  ];
}

/** Rows that are looked at in one go. */
const AT_ONCE = 500;

/** Goes on until the page is full: what has another status is passed by. */
async function collect(
  query: Kysely<Tables>,
  alliance: string,
  wanted: Wanted,
): Promise<{readonly found: readonly Read[]; readonly next: string | undefined}> {
  const statusOf = await statuses(query, alliance);
  const names = ['own-name', undefined].includes(wanted.kind) ? await ownNamesOf(query, alliance) : [];
  const found: Read[] = [];
  for (let cursor = wanted.cursor; ;) {
    const words = after(cursor, [...(await textsAfter(query, alliance, {...wanted, cursor})), ...names]);
    for (const record of words) {
      cursor = record.id;
      const read = statusOf(record);
      if (wanted.status === undefined || read.status === wanted.status) found.push(read);
      if (found.length === wanted.limit) return {found, next: cursor};
    }
    if (words.length < AT_ONCE) return {found, next: undefined};
  }
}

/** The next words after that id, at most as many as are looked at in one go. */
function after(cursor = '', words: readonly Words[]): Words[] {
  return words
    .filter(({id}) => id > cursor)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, AT_ONCE);
}

/** Contributions that are a text: the first of them after the cursor, of each table. */
async function textsAfter(query: Kysely<Tables>, alliance: string, {kind, cursor}: Wanted): Promise<Words[]> {
  if (kind === 'own-name') return [];
  const kinds = kind === undefined ? (['quote', 'reason'] as const) : [kind];
  const from = (table: 'voice' | 'settled_voice') =>
    query
      .selectFrom(table)
      .select(['id', 'body'])
      .where('alliance', '=', alliance)
      .where('kind', 'in', kinds)
      .where('body', '<>', '')
      .where('id', '>', cursor ?? '')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
  const rows = [...(await from('voice')), ...(await from('settled_voice'))];
  return rows.map(({body}) => JSON.parse(body) as Words);
}

/** What was decided about each, or follows from its question: a reason or own name is held until somebody read it. */
async function statuses(query: Kysely<Tables>, alliance: string): Promise<(record: Words) => Read> {
  const cards = await query
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
