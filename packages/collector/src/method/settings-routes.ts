import * as z from 'zod';
import {note} from '../facilitator/audit.js';
import {transact} from '../database/transact.js';
import {json} from '../http/answer.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {allianceOf, holdAlliance, Slug} from './alliance-of.js';
import {MOST_ORIGINS, Origin} from './origins.js';
import {refusedOrigins} from './refused-origins.js';

const AllianceSettings = z.strictObject({origins: z.array(Origin).max(MOST_ORIGINS)});
const Refused = z.object({items: z.array(z.object({origin: z.string(), n: z.int()}))});

/** Who may embed an alliance, and who tried to. */
export function settingsRoutes(parts: Parts): Route[] {
  const {database} = parts;
  const path = '/v1/alliances/{alliance}/settings';
  const common = {role: 'facilitator', cors: false} as const;
  const answers = {200: {description: 'The settings.', schema: AllianceSettings}};
  return [
    route({
      ...common,
      method: 'GET',
      path,
      summary: 'The origins that may embed this alliance.',
      parameters: {alliance: Slug},
      answers,
      async handle({parameters}) {
        const {origins} = await allianceOf(database.query, parameters.alliance);
        return json({origins: JSON.parse(origins) as string[]});
      },
    }),
    route({
      ...common,
      method: 'PUT',
      path,
      summary: 'Sets the origins that may embed this alliance.',
      parameters: {alliance: Slug},
      body: AllianceSettings,
      answers,
      async handle({parameters, body, person}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        const origins = [...new Set(body.origins)];
        await transact(database, async connection => {
          await holdAlliance(connection, id, 0);
          const row = {origins: JSON.stringify(origins)};
          await connection.updateTable('alliance').set(row).where('id', '=', id).execute();
          if (person !== undefined) await note(parts, connection, {alliance: id, person, act: 'origins-set'});
          const known = connection.deleteFrom('refused_origin').where('alliance', '=', id);
          if (origins.length > 0) await known.where('origin', 'in', origins).execute();
        });
        return json({origins});
      },
    }),
    route({
      ...common,
      method: 'GET',
      path: '/v1/alliances/{alliance}/refused-origins',
      summary: 'Origins whose pages were refused, with from about how many places (`n`).',
      parameters: {alliance: Slug},
      answers: {200: {description: 'The origins.', schema: Refused}},
      async handle({parameters}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        return json({items: await refusedOrigins(database, id)});
      },
    }),
  ];
}
