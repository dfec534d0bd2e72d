import type {Highlight, Quote} from '@samenwaarde/core/schema';
import type {Database} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {bench, makeAlliance, newId, type Bench, type Made, type Other} from '../voices/round.test-helper.js';

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

/** A mark under these words of a quote, where they stand first. */
export function highlightIn(
  {id: quote, text}: Pick<Quote, 'id' | 'text'>,
  {value, exact}: Pick<Highlight, 'value' | 'exact'>,
): Highlight {
  const start = text.indexOf(exact);
  const place = {exact, start, end: start + exact.length};
  return {schema: 1, kind: 'highlight', id: newId(), counter: 1, tag: 'a', quote, value, ...place, pass: 'p'};
}

/** The JSON of an answer. */
export async function read<Body>(response: Response): Promise<Body> {
  return (await response.json()) as Body;
}
