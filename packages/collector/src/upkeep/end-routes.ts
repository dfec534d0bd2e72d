import * as z from 'zod';
import {noContent} from '../http/answer.js';
import {route, type Route} from '../http/route.js';
import {allianceOf, Slug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {endAlliance} from './end-of-life.js';

/** The end of an alliance's data. */
export function endRoutes(parts: Parts): Route[] {
  const {database, settings} = parts;
  return [
    route({
      method: 'DELETE',
      path: '/v1/alliances/{alliance}',
      role: 'facilitator',
      summary: 'Deletes what people wrote (`texts`), or everything of the alliance. Cannot be undone.',
      parameters: {alliance: Slug},
      query: {what: z.enum(['texts', 'everything'])},
      answers: {204: {description: 'It is gone from the database. Backups keep it until they are removed.'}},
      cors: false,
      async handle({parameters, query: {what}, person}) {
        const {id: alliance} = await allianceOf(database.query, parameters.alliance);
        await endAlliance(parts, {alliance, what, backups: settings.backups, person});
        return noContent();
      },
    }),
  ];
}
