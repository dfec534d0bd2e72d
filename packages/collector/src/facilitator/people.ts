import {receipt, uuid} from '@samenwaarde/core';
import {Id} from '@samenwaarde/core/schema';
import * as z from 'zod';
import {transact, type Connection} from '../database/transact.js';
import {againAfterRace} from '../database/trouble.js';
import {json, noContent, type Answer} from '../http/answer.js';
import {Problem} from '../http/problem.js';
import {route, type Person, type Route} from '../http/route.js';
import {allianceOf, holdAlliance, Slug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {hashOf} from '../voices/give.js';
import {note} from './audit.js';
import {Subject} from './openid.js';
import {Name} from './set-up.js';

const One = z.object({id: z.string(), name: z.string()});
const Invited = One.extend({code: z.string().optional()});
const Invitation = z.strictObject({name: Name, subject: Subject.optional()});
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
      summary:
        'Lets somebody in. Who is new, and has no subject at the issuer of tokens, gets a one-time code to choose a passphrase with; it is shown this once.',
      parameters: {alliance: Slug},
      body: Invitation,
      answers: {
        201: {description: 'They may enter.', schema: Invited},
        409: {description: 'The name or the subject is of somebody else (`other-person`).'},
      },
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
): Promise<Answer> {
  const {id: alliance} = await allianceOf(parts.database.query, slug);
  // Who lost a race finds the name or the subject taken when they look again.
  const invited = await againAfterRace(() =>
    transact(parts.database, async connection => {
      await holdAlliance(connection, alliance, 0);
      const person = await findOrMake(parts, connection, {...body, alliance});
      await connection
        .insertInto('membership')
        .values({facilitator: person.id, alliance})
        .onConflict(conflict => conflict.doNothing())
        .execute();
      if (by !== undefined)
        await note(parts, connection, {alliance, person: by, act: 'person-let-in', subject: person.id});
      return person;
    }),
  );
  return json(invited, 201);
}

type Wanted = Invitation & {readonly alliance: string};
type Invited = z.infer<typeof Invited>;

/** Somebody with this name, who keeps their own way to enter; or a new one, with a code to choose a passphrase. */
async function findOrMake({random}: Parts, query: Connection, wanted: Wanted): Promise<Invited> {
  const {name, subject = ''} = wanted;
  const known = await query.selectFrom('facilitator').selectAll().where('name', '=', name).executeTakeFirst();
  await demandOwnSubject(query, {known, subject});
  if (known !== undefined && !(await isForgotten(query, known, wanted))) return {id: known.id, name};
  const person = {id: known?.id ?? uuid(random), name};
  const code = receipt(random);
  const invitation = subject === '' ? hashOf(code) : '';
  await query
    .insertInto('facilitator')
    .values({...person, passphrase: '', invitation, subject})
    .onConflict(conflict => conflict.column('id').doUpdateSet({invitation}))
    .execute();
  return subject === '' ? {...person, code} : person;
}

/**
 * Whether somebody was invited once, did not come, and is expected nowhere any more: then they are invited anew.
 *
 * @throws Problem 409 when they are expected elsewhere: whoever invited them there has the code, and would come in here.
 */
async function isForgotten(
  query: Connection,
  {id, invitation}: {readonly id: string; readonly invitation: string},
  {alliance}: Wanted,
): Promise<boolean> {
  if (invitation === '') return false;
  const rows = await query.selectFrom('membership').select('alliance').where('facilitator', '=', id).execute();
  const expected = rows.map(row => row.alliance);
  if (expected.length > 0 && !expected.includes(alliance))
    throw otherPerson('name', 'Somebody was invited under this name elsewhere, and has not come yet.');
  return expected.length === 0;
}

/** One subject is one person: under another name somebody else could receive who enters with it. @throws Problem 409 */
async function demandOwnSubject(
  query: Connection,
  {known, subject}: {readonly known: {readonly subject: string} | undefined; readonly subject: string},
): Promise<void> {
  if (subject === '' || known?.subject === subject) return;
  const other = await query.selectFrom('facilitator').select('id').where('subject', '=', subject).executeTakeFirst();
  if (known !== undefined) throw otherPerson('name', 'This name is of somebody else here.');
  if (other !== undefined) throw otherPerson('subject', 'This subject is of somebody else here.');
}

function otherPerson(path: 'name' | 'subject', detail: string): Problem {
  return new Problem(409, 'other-person', {detail, errors: [{path, reason: 'taken', detail}]});
}

async function dismiss(
  parts: Parts,
  slug: string,
  {id, by}: {readonly id: string; readonly by: Person | undefined},
): Promise<Answer> {
  const {id: alliance} = await allianceOf(parts.database.query, slug);
  await transact(parts.database, async connection => {
    // Whoever changes who may enter takes turns: two who dismiss each other at once would leave nobody.
    await holdAlliance(connection, alliance, 0);
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
  return noContent();
}
