import type {Database} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {bench, makeAlliance, type Bench, type Made, type Other} from '../voices/round.test-helper.js';

/** A desk of a facilitator: asks about the alliance, with their cookie. */
export interface Desk extends Bench {
  readonly made: Made;
  readonly desk: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
}

/** A desk of an alliance that asks something in every way. */
export async function desk(database: Database, other: Other = {}): Promise<Desk> {
  const made = await makeAlliance(database, other);
  const collector = bench(database);
  const {cookie} = await entered(collector, made.alliance.id);
  return {
    ...collector,
    made,
    desk: (method, path, body, headers = {}) =>
      collector.ask(method, `/v1/alliances/${made.slug}${path}`, {body, headers: {cookie, ...headers}}),
  };
}

/** What an answer says. */
export const read = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;
