import {receipt, uuid} from '@samenwaarde/core';
import {Id} from '@samenwaarde/core/schema';
import {sql} from 'kysely';
import * as z from 'zod';
import {transact, type Connection} from '../database/transact.js';
import {json} from '../http/json.js';
import {Problem} from '../http/problem.js';
import {route, type Person, type Route} from '../http/route.js';
import {allianceOf, Slug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {note} from './audit.js';
import {hashed} from './session.js';
import {Name} from './set-up.js';

const One = z.object({id: z.string(), name: z.string()});
const Invited = One.extend({code: z.string().optional()});
const Invitation = z.strictObject({name: Name, subject: z.string().min(1).max(200).optional()});
type Invitation = z.infer<typeof Invitation>;

/** Who may enter an alliance. */
export function peopleRoutes(parts: Parts): Route[] {
  const {database} = parts;
  const path = '/v1/alliances/{alliance}/people';
  const common = {role: 'facilitator', cors: false} as const;
  return [
    route({
      ...common,
      method: 'GET',
      path,
      summary: 'Who may enter this alliance.',
      parameters: {alliance: Slug},
      answers: {200: {description: 'Facilitators by name.', schema: z.object({items: z.array(One)})}},
      async handle({parameters}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        const people = database.query
          .selectFrom('membership')
          .innerJoin('facilitator', 'facilitator.id', 'membership.facilitator')
          .select(['facilitator.id', 'facilitator.name'])
          .where('membership.alliance', '=', id);
        return json({items: await people.orderBy('facilitator.name').execute()});
      },
    }),
    route({
      ...common,
      method: 'POST',
      path,
      summary: 'Lets somebody in. Who is new gets a one-time code to choose a passphrase with; it is shown this once.',
      parameters: {alliance: Slug},
      body: Invitation,
      answers: {201: {description: 'They may enter.', schema: Invited}},
      handle: ({parameters, body, person}) => invite(parts, parameters.alliance, {body, by: person}),
    }),
    route({
      ...common,
      method: 'DELETE',
      path: `${path}/{id}`,
      summary: 'Lets somebody in no longer. The last one stays.',
      parameters: {alliance: Slug, id: Id},
      answers: {
        204: {description: 'They may not enter any more.'},
        409: {description: 'Nobody would be left (`last-one`).'},
      },
      handle: ({parameters: {alliance, id}, person}) => dismiss(parts, alliance, {id, by: person}),
    }),
  ];
}

async function invite(
  parts: Parts,
  slug: string,
  {body, by}: {readonly body: Invitation; readonly by: Person | undefined},
): Promise<Response> {
  const {id: alliance} = await allianceOf(parts.database.query, slug);
  const invited = await transact(parts.database, async connection => {
    const person = await findOrMake(parts, connection, body);
    await connection
      .insertInto('membership')
      .values({facilitator: person.id, alliance})
      .onConflict(conflict => conflict.doNothing())
      .execute();
    if (by !== undefined)
      await note(parts, connection, {alliance, person: by, act: 'person-let-in', subject: person.id});
    return person;
  });
  return json(invited, 201);
}

/** Somebody with this name, who keeps their own passphrase; or a new one, with a code to choose one. */
async function findOrMake(
  {random}: Parts,
  query: Connection,
  {name, subject = ''}: Invitation,
): Promise<z.infer<typeof Invited>> {
  const known = await query
    .selectFrom('facilitator')
    .select(['id', 'name'])
    .where('name', '=', name)
    .executeTakeFirst();
  if (known !== undefined) return known;
  const code = receipt(random);
  const person = {id: uuid(random), name};
  await query
    .insertInto('facilitator')
    .values({...person, passphrase: '', invitation: hashed(code), subject})
    .execute();
  return {...person, code};
}

async function dismiss(
  parts: Parts,
  slug: string,
  {id, by}: {readonly id: string; readonly by: Person | undefined},
): Promise<Response> {
  const {id: alliance} = await allianceOf(parts.database.query, slug);
  await transact(parts.database, async connection => {
    // Whoever changes who may enter takes turns: two who dismiss each other at once would leave nobody.
    await connection
      .updateTable('alliance')
      .set({revision: sql`revision`})
      .where('id', '=', alliance)
      .execute();
    const members = await connection
      .selectFrom('membership')
      .select('facilitator')
      .where('alliance', '=', alliance)
      .execute();
    if (!members.some(({facilitator}) => facilitator === id))
      throw new Problem(404, 'not-found', {detail: 'This person may not enter here.'});
    if (members.length === 1) throw new Problem(409, 'last-one', {detail: 'Nobody would be left who may enter.'});
    await connection.deleteFrom('membership').where('alliance', '=', alliance).where('facilitator', '=', id).execute();
    if (by !== undefined) await note(parts, connection, {alliance, person: by, act: 'person-dismissed', subject: id});
  });
  return new Response(null, {status: 204});
}
