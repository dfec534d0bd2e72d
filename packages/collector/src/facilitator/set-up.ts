import {parseReceipt, receipt, uuid, type Random} from '@samenwaarde/core';
import {timingSafeEqual} from 'node:crypto';
import type {Kysely} from 'kysely';
import * as z from 'zod';
import type {Tables} from '../database/tables.js';
import {transact} from '../database/transact.js';
import {json} from '../http/answer.js';
import {Problem} from '../http/problem.js';
import {route, type Person, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {hashOf} from '../voices/give.js';
import {PASSPHRASE, sealed} from './passphrase.js';
import {openSession} from './session.js';

/** The name with which somebody enters; capitals do not count. */
export const Name = z.string().trim().toLowerCase().min(2).max(80);
export const Passphrase = z.string().min(PASSPHRASE.shortest).max(PASSPHRASE.longest);

const SECRET = 'set-up';

/** The code with which the first facilitator makes an account; `undefined` once there is one. */
export async function setUpCode(query: Kysely<Tables>, random: Random): Promise<string | undefined> {
  if (!(await isNeeded(query))) return undefined;
  await query
    .insertInto('secret')
    .values({name: SECRET, value: receipt(random)})
    .onConflict(conflict => conflict.doNothing())
    .execute();
  return (await query.selectFrom('secret').select('value').where('name', '=', SECRET).executeTakeFirst())?.value;
}

/**
 * Gives somebody a code with which they choose a new passphrase; until then they cannot enter with one, and their
 * sessions are over. `undefined` when nobody has the name.
 */
export async function resetPassphrase(
  database: Parts['database'],
  name: string,
  random: Random,
): Promise<string | undefined> {
  const {data: known = ''} = Name.safeParse(name);
  const person = await database.query
    .selectFrom('facilitator')
    .select('id')
    .where('name', '=', known)
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const code = receipt(random);
  await transact(database, async connection => {
    const fresh = {invitation: hashOf(code), passphrase: ''};
    await connection.updateTable('facilitator').set(fresh).where('id', '=', person.id).execute();
    await connection.deleteFrom('session').where('facilitator', '=', person.id).execute();
  });
  return code;
}

const Chosen = z.strictObject({code: z.string().max(100), name: Name, passphrase: Passphrase});
type Chosen = z.infer<typeof Chosen>;

/** Making the first account, and choosing a passphrase after an invitation. */
export function setUpRoutes(parts: Parts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/set-up',
      role: 'anybody',
      summary: 'Whether the collector still waits for its first facilitator.',
      answers: {200: {description: 'Whether it waits.', schema: z.object({needed: z.boolean()})}},
      cors: false,
      handle: async () => json({needed: await isNeeded(parts.database.query)}),
    }),
    route({
      method: 'POST',
      path: '/v1/set-up',
      role: 'anybody',
      summary: 'Chooses a passphrase with a one-time code: of the first start, of an invitation, or after a reset.',
      body: Chosen,
      answers: {
        201: {description: 'The session is open.', schema: z.object({name: z.string()})},
        403: {description: 'The code is not right, or was used (`wrong-code`).'},
      },
      cors: false,
      async handle({body}) {
        const person = await choose(parts, body);
        return json({name: person.name}, 201, {'Set-Cookie': await openSession(parts, person)});
      },
    }),
  ];
}

async function isNeeded(query: Kysely<Tables>): Promise<boolean> {
  return (await query.selectFrom('facilitator').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** @throws Problem 403 when the code is not the one of this name, nor that of the first start. */
async function choose({database, random}: Parts, {code, name, passphrase}: Chosen): Promise<Person> {
  const typed = parseReceipt(code) ?? '';
  if (!(await isKnown(database.query, name, typed))) throw wrongCode();
  const seal = await sealed(passphrase, random);
  const person = await transact(database, async connection => {
    return (await accept(connection, {name, typed, seal})) ?? (await first(connection, {name, typed, seal, random}));
  });
  if (person === undefined) throw wrongCode();
  return person;
}

function wrongCode(): Problem {
  return new Problem(403, 'wrong-code', {detail: 'This code is not right, or was used before.'});
}

/** Looked at before a passphrase is sealed, which takes long: who only guesses keeps nobody waiting. */
async function isKnown(query: Kysely<Tables>, name: string, typed: string): Promise<boolean> {
  const invited = await query
    .selectFrom('facilitator')
    .select('id')
    .where('name', '=', name)
    .where('invitation', '=', hashOf(typed))
    .executeTakeFirst();
  if (invited !== undefined) return true;
  const kept = await query.selectFrom('secret').select('value').where('name', '=', SECRET).executeTakeFirst();
  return kept !== undefined && isSame(kept.value, typed);
}

interface Choice {
  readonly name: string;
  readonly typed: string;
  readonly seal: string;
}

/** The one who was invited under this name; the code is used up. */
async function accept(query: Kysely<Tables>, {name, typed, seal}: Choice): Promise<Person | undefined> {
  if (typed === '') return undefined;
  return query
    .updateTable('facilitator')
    .set({passphrase: seal, invitation: ''})
    .where('name', '=', name)
    .where('invitation', '=', hashOf(typed))
    .returning(['id', 'name'])
    .executeTakeFirst();
}

/** The first one of all, when the code is that of the first start: whoever deletes the code has used it. */
async function first(
  query: Kysely<Tables>,
  {name, typed, seal, random}: Choice & {readonly random: Random},
): Promise<Person | undefined> {
  const kept = await query.selectFrom('secret').select('value').where('name', '=', SECRET).executeTakeFirst();
  if (kept === undefined || !isSame(kept.value, typed)) return undefined;
  const used = await query.deleteFrom('secret').where('name', '=', SECRET).executeTakeFirst();
  if (used.numDeletedRows !== 1n) return undefined;
  const person = {id: uuid(random), name};
  await query
    .insertInto('facilitator')
    .values({...person, passphrase: seal, invitation: '', subject: ''})
    .execute();
  return person;
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}
