import * as z from 'zod';
import {json, noContent} from '../http/answer.js';
import {Problem} from '../http/problem.js';
import {route, type Person, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {tokenReader, type ReadToken} from './openid.js';
import {opens} from './passphrase.js';
import {endSession, openSession} from './session.js';
import {Name} from './set-up.js';

const Entry = z.union([
  z.strictObject({name: Name, passphrase: z.string().max(1_000)}),
  z.strictObject({token: z.string().max(10_000)}),
]);

const Current = z.object({
  name: z.string(),
  alliances: z.array(z.object({slug: z.string(), name: z.string()})),
});

/** Entering, who is in, and leaving. */
export function sessionRoutes(parts: Parts): Route[] {
  const {openid} = parts.settings;
  const read = openid && tokenReader(openid);
  return [
    route({
      method: 'POST',
      path: '/v1/sessions',
      role: 'anybody',
      summary: 'Enters with a name and a passphrase, or with a token of OpenID Connect. The answer sets a cookie.',
      body: Entry,
      answers: {
        201: {description: 'The session is open.', schema: z.object({name: z.string()})},
        403: {description: 'Nobody can enter with this (`wrong-passphrase`, `wrong-token`).'},
      },
      cors: false,
      async handle({body}) {
        const person = 'token' in body ? await byToken(parts, body.token, read) : await byPassphrase(parts, body);
        return json({name: person.name}, 201, {'Set-Cookie': await openSession(parts, person)});
      },
    }),
    route({
      method: 'GET',
      path: '/v1/sessions/current',
      role: 'entered',
      summary: 'Who has this session, and which alliances they may enter.',
      answers: {200: {description: 'The facilitator.', schema: Current}},
      cors: false,
      handle: async ({person}) => json({name: person?.name ?? '', alliances: await alliancesOf(parts, person)}),
    }),
    route({
      method: 'DELETE',
      path: '/v1/sessions/current',
      role: 'anybody',
      summary: 'Leaves: ends this session. Also when there is none.',
      answers: {204: {description: 'There is no session any more.'}},
      cors: false,
      handle: async ({request}) => noContent({'set-cookie': await endSession(parts, request)}),
    }),
  ];
}

/** The alliances that somebody may enter, by name. */
export async function alliancesOf(
  {database}: Parts,
  person: Person | undefined,
): Promise<readonly {readonly slug: string; readonly name: string}[]> {
  const rows = await database.query
    .selectFrom('membership')
    .innerJoin('alliance', 'alliance.id', 'membership.alliance')
    .innerJoin('card', join => join.onRef('card.alliance', '=', 'alliance.id').onRef('card.id', '=', 'alliance.id'))
    .select(['alliance.slug', 'card.body'])
    .where('membership.facilitator', '=', person?.id ?? '')
    .orderBy('alliance.slug')
    .execute();
  return rows.map(({slug, body}) => ({slug, name: (JSON.parse(body) as {name: string}).name}));
}

async function byPassphrase({database}: Parts, given: {name: string; passphrase: string}): Promise<Person> {
  const person = await database.query
    .selectFrom('facilitator')
    .select(['id', 'name', 'passphrase'])
    .where('name', '=', given.name)
    .executeTakeFirst();
  const isRight = await opens(given.passphrase, person?.passphrase ?? '');
  if (person === undefined || !isRight)
    throw new Problem(403, 'wrong-passphrase', {detail: 'Name and passphrase do not belong together.'});
  return person;
}

async function byToken({database}: Parts, token: string, read: ReadToken | undefined): Promise<Person> {
  const subject = await read?.(token);
  const person = await database.query
    .selectFrom('facilitator')
    .select(['id', 'name'])
    .where('subject', '=', subject ?? '')
    .where('subject', '<>', '')
    .executeTakeFirst();
  if (person === undefined) throw new Problem(403, 'wrong-token', {detail: 'Nobody here can enter with this token.'});
  return person;
}
