import type {Database} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {bench, makeAlliance, type Bench, type Made, type Other} from '../voices/round.test-helper.js';

/** A facilitator at work in an alliance. */
export interface Desk extends Bench {
  readonly made: Made;
  /** Of their session. */
  readonly cookie: string;
  /** Asks something below the address of the alliance, as they would. */
  readonly atDesk: Bench['ask'];
}

/** An alliance on this database, with a facilitator who has entered. */
export async function deskOn(database: Database, other: Other = {}): Promise<Desk> {
  const made = await makeAlliance(database, other);
  const collector = bench(database);
  const {cookie} = await entered(collector, made.alliance.id);
  const atDesk: Bench['ask'] = (method, path, {headers = {}, ...rest} = {}) =>
    collector.ask(method, `/v1/alliances/${made.slug}${path}`, {...rest, headers: {cookie, ...headers}});
  return {...collector, made, cookie, atDesk};
}

/** The JSON of an answer. */
export async function read<Body>(response: Response): Promise<Body> {
  return (await response.json()) as Body;
}
