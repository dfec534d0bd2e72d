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
import {waitingIn} from './queue.js';

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
        return json({
          counts: {
            ...(await countsOf(database.query, id, await openSubjects(database.query, id))),
            ...(await settled(database.query, id)),
          },
          waiting: await atOneMoment(database, connection => waitingIn(connection, id)),
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
