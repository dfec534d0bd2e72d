import {uuid} from '@samenwaarde/core';
import type {Person} from '../http/route.js';
import {random, type Bench} from '../voices/round.test-helper.js';
import {openSession} from './session.js';

/** Somebody who has entered, with the cookie that says so. */
export interface Entered {
  readonly person: Person;
  readonly cookie: string;
}

/** A new facilitator with an open session, of the alliance with this id or of none. */
export async function entered({parts}: Bench, alliance?: string): Promise<Entered> {
  const person = {id: uuid(random), name: `f${uuid(random)}`};
  const row = {...person, passphrase: '', invitation: '', subject: ''};
  await parts.database.query.insertInto('facilitator').values(row).execute();
  if (alliance !== undefined)
    await parts.database.query.insertInto('membership').values({facilitator: person.id, alliance}).execute();
  return {person, cookie: cookieIn(await openSession(parts, person))};
}

/** What a browser sends back of a cookie that was set. */
export function cookieIn(header: string | null): string {
  return header?.split(';')[0] ?? '';
}
