import {sql} from 'kysely';
import type {Asked} from '../http/asked.js';
import type {Person} from '../http/route.js';
import {isSlug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import type {Settings} from '../settings.js';
import {hashOf} from '../voices/give.js';

/** Seconds that a session lasts: a working day. */
const LASTS = 12 * 3_600;

/** Opens a session, and gives the header that hands its cookie to the browser. */
export async function openSession({database, random, clock, settings}: Parts, person: Person): Promise<string> {
  const secret = Buffer.from(random(32)).toString('base64url');
  const now = Math.floor(clock() / 1_000);
  await database.query.deleteFrom('session').where('expires', '<=', now).execute();
  await database.query
    .insertInto('session')
    .values({id: hashOf(secret), facilitator: person.id, expires: now + LASTS})
    .execute();
  return cookie(settings, secret, LASTS);
}

/** Who has the session of this request; `undefined` when nobody has, or it is over. */
export async function personOf({database, clock, settings}: Parts, request: Asked): Promise<Person | undefined> {
  const secret = secretOf(settings, request);
  if (secret === undefined) return undefined;
  return database.query
    .selectFrom('session')
    .innerJoin('facilitator', 'facilitator.id', 'session.facilitator')
    .select(['facilitator.id', 'facilitator.name'])
    .where('session.id', '=', hashOf(secret))
    .where('session.expires', '>', Math.floor(clock() / 1_000))
    .executeTakeFirst();
}

/** Ends the session of this request, and gives the header that takes the cookie away. */
export async function endSession({database, settings}: Parts, request: Asked): Promise<string> {
  const secret = secretOf(settings, request);
  if (secret !== undefined) await database.query.deleteFrom('session').where('id', '=', hashOf(secret)).execute();
  return cookie(settings, '', 0);
}

/** Whether this person may enter the alliance with this name in addresses. */
export async function isMember({database}: Parts, person: Person, slug: string): Promise<boolean> {
  if (!isSlug(slug)) return false;
  const found = await database.query
    .selectFrom('membership')
    .innerJoin('alliance', 'alliance.id', 'membership.alliance')
    .select(sql<number>`1`.as('one'))
    .where('membership.facilitator', '=', person.id)
    .where('alliance.slug', '=', slug)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * `__Host-` and `Secure` on https: no other host or path can set or read it. On http, which settings allow on this
 * machine alone, browsers refuse such a cookie: there it has a plain name.
 */
function cookie(settings: Settings, value: string, age: number): string {
  const secure = isSecure(settings) ? '; Secure' : '';
  return `${cookieName(settings)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`;
}

function secretOf(settings: Settings, request: Asked): string | undefined {
  const pairs = (request.header('cookie') ?? '').split(';').map(pair => pair.trim());
  const start = `${cookieName(settings)}=`;
  const value = pairs.find(pair => pair.startsWith(start))?.slice(start.length);
  return value === undefined || !/^[\w-]{43}$/.test(value) ? undefined : value;
}

/** Name of the cookie of a session. */
export function cookieName(settings: Settings): string {
  return isSecure(settings) ? '__Host-samen' : 'samen';
}

function isSecure({publicOrigin}: Settings): boolean {
  return publicOrigin.startsWith('https:');
}
