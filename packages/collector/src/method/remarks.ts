import {Id} from '@samenwaarde/core/schema';
import * as z from 'zod';
import {atOneMoment} from '../database/moment.js';
import type {Connection} from '../database/transact.js';
import {json} from '../http/answer.js';
import {Limit, page} from '../http/page.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {allianceOf, Slug} from './alliance-of.js';
import {First} from './first.js';
import {Remark, remarksIn, votesOf} from './vote-texts.js';

/** What people wrote with their votes, for facilitators alone. */
export function remarkRoutes({database}: Parts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/alliances/{alliance}/remarks',
      role: 'facilitator',
      summary:
        'Why people find that a rubric does not fit, and what they miss; each without the vote that it is in. Never ' +
        'published.',
      parameters: {alliance: Slug},
      query: {kind: z.enum(['objection', 'missing']).optional(), cursor: z.optional(Id), limit: Limit},
      answers: {
        200: {
          description: 'A page of remarks.',
          schema: z.object({items: z.array(Remark), next: z.string().optional()}),
        },
      },
      cors: false,
      async handle({parameters, query}) {
        const {id: alliance} = await allianceOf(database.query, parameters.alliance);
        const found = await atOneMoment(database, connection => remarksAfter(connection, alliance, query));
        const {items, next} = page(found, query.limit, ({id}) => id);
        return json({items, ...(next !== undefined && {next})});
      },
    }),
  ];
}

interface Wanted {
  readonly kind?: Remark['kind'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One more than fits on a page. Their ids tell nothing of their votes, so every vote is looked at for each page. */
async function remarksAfter(
  connection: Connection,
  alliance: string,
  {kind, cursor = '', limit}: Wanted,
): Promise<readonly Remark[]> {
  const first = new First<Remark>(limit + 1, ({id}) => id);
  for await (const kept of votesOf(connection, alliance))
    for (const remark of remarksIn(kept))
      if (remark.id > cursor && (kind === undefined || remark.kind === kind)) first.offer(remark);
  return first.items;
}
