import {sql} from 'kysely';
import * as z from 'zod';
import type {Connection} from '../database/transact.js';
import {json} from '../http/answer.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {countsOf} from '../voices/tallies.js';
import {allianceOf, Slug} from './alliance-of.js';
import {openSubjects} from './open-subjects.js';

const Counts = z.object({counts: z.record(z.string(), z.int())});

/** How much came in, and nothing about what. */
export function countRoutes({database}: Parts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/alliances/{alliance}/counts',
      role: 'facilitator',
      summary: 'How many contributions each question and round has; reasons are not counted.',
      parameters: {alliance: Slug},
      answers: {200: {description: 'Counts by the id of the question or round.', schema: Counts}},
      cors: false,
      async handle({parameters}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        return json({
          counts: {
            ...(await countsOf(database.query, id, await openSubjects(database.query, id))),
            ...(await settled(database.query, id)),
          },
        });
      },
    }),
  ];
}

async function settled(connection: Connection, alliance: string): Promise<Readonly<Record<string, number>>> {
  const rows = await connection
    .selectFrom('settled_voice')
    .select(['subject', sql<number | string>`count(*)`.as('n')])
    .where('alliance', '=', alliance)
    .where('kind', '<>', 'reason')
    .where('body', '<>', '')
    .groupBy('subject')
    .execute();
  return Object.fromEntries(rows.map(({subject, n}) => [subject, Number(n)]));
}
