import {uuid} from '@samenwaarde/core';
import type {Kysely} from 'kysely';
import * as z from 'zod';
import type {Tables} from '../database/tables.js';
import {json} from '../http/answer.js';
import {Limit, page} from '../http/page.js';
import {route, type Person, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {allianceOf, Slug} from '../method/alliance-of.js';

/** Something that a facilitator did. */
export interface Act {
  readonly alliance: string;
  readonly person: Person;
  /** Such as `round-closed`. */
  readonly act: string;
  /** Id of the card that it was about. */
  readonly subject?: string;
}

/** Writes down what a facilitator did, in the same transaction as what was done. */
export async function note(
  {clock, random}: Pick<Parts, 'clock' | 'random'>,
  query: Kysely<Tables>,
  {alliance, person, act, subject = ''}: Act,
): Promise<void> {
  const minute = Math.floor(clock() / 60_000);
  const row = {id: uuid(random), alliance, minute, facilitator: person.name, act, subject};
  await query.insertInto('audit').values(row).execute();
}

const Acts = z.object({
  items: z.array(z.object({minute: z.int(), facilitator: z.string(), act: z.string(), subject: z.string()})),
  next: z.string().optional(),
});

/** What facilitators did, the latest first. */
export function auditRoutes({database}: Parts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/alliances/{alliance}/audit',
      role: 'facilitator',
      summary: 'What facilitators of this alliance did, the latest first; minutes since 1970.',
      parameters: {alliance: Slug},
      query: {
        cursor: z
          .string()
          .regex(/^\d{1,9}\.[0-9a-f-]{36}$/)
          .optional(),
        limit: Limit,
      },
      answers: {200: {description: 'A page of acts.', schema: Acts}},
      cors: false,
      async handle({parameters, query: {cursor, limit}}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        const [minute = '', after = ''] = cursor?.split('.') ?? [];
        let acts = database.query.selectFrom('audit').selectAll().where('alliance', '=', id);
        if (cursor !== undefined)
          acts = acts.where(eb =>
            eb.or([
              eb('minute', '<', Number(minute)),
              eb.and([eb('minute', '=', Number(minute)), eb('id', '>', after)]),
            ]),
          );
        const rows = await acts
          .orderBy('minute', 'desc')
          .orderBy('id')
          .limit(limit + 1)
          .execute();
        const {items, next} = page(rows, limit, row => `${row.minute}.${row.id}`);
        const shown = items.map(({minute: at, facilitator, act, subject}) => ({minute: at, facilitator, act, subject}));
        return json({items: shown, ...(next !== undefined && {next})});
      },
    }),
  ];
}
