import {sql} from 'kysely';
import * as z from 'zod';
import {atOneMoment} from '../database/moment.js';
import type {Connection} from '../database/transact.js';
import {json} from '../http/answer.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {countsOf} from '../voices/tallies.js';
import {allianceOf, Slug} from './alliance-of.js';
import {openSubjects} from './open-subjects.js';
import {waitingIn} from './waiting.js';

const Counts = z.object({
  counts: z.record(z.string(), z.int()),
  waiting: z.object({quote: z.int(), reason: z.int(), 'own-name': z.int()}),
});

/** How much came in, and nothing about what. */
export function countRoutes({database}: Parts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/alliances/{alliance}/counts',
      role: 'facilitator',
      summary:
        'How many contributions each question and round has, reasons not counted; and how many texts of each kind wait ' +
        'to be read.',
      parameters: {alliance: Slug},
      answers: {
        200: {description: 'Counts by the id of the question or round, and by the kind of text.', schema: Counts},
      },
      cors: false,
      async handle({parameters}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        const counted = await atOneMoment(database, async connection => ({
          counts: {
            ...(await countsOf(connection, id, await openSubjects(connection, id))),
            ...(await settled(connection, id)),
          },
          waiting: await waitingIn(database, connection, id),
        }));
        return json(counted);
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
