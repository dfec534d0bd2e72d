import {Id} from '@samenwaarde/core/schema';
import * as z from 'zod';
import {json} from '../http/json.js';
import {Limit, page} from '../http/page.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {allianceOf, Slug} from './alliance-of.js';
import {Remark, remarksOf} from './vote-texts.js';

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
      async handle({parameters, query: {kind, cursor = '', limit}}) {
        const {id: alliance} = await allianceOf(database.query, parameters.alliance);
        const remarks = await remarksOf(database.query, alliance);
        const after = remarks.filter(remark => remark.id > cursor && (kind === undefined || remark.kind === kind));
        const {items, next} = page(after, limit, ({id}) => id);
        return json({items, ...(next !== undefined && {next})});
      },
    }),
  ];
}
