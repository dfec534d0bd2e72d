import {inMemory} from '../beheer/inside.test-helper.js';
import {visitorOf, type Visitor} from '../beheer/visitor.test-helper.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {bench, makeAlliance, type Bench, type Made, type Other} from '../voices/round.test-helper.js';

/** Closed when the whole file of tests is done. */
const empty = inMemory();

/** A resident without a script, before an alliance that asks something. */
export interface Before {
  readonly visitor: Visitor;
  readonly made: Made;
  readonly collector: Bench;
  /** Path of the alliance. */
  readonly home: string;
}

export async function before(other: Other = {}): Promise<Before> {
  const database = await empty();
  const collector = bench(database);
  const made = await makeAlliance(database, other);
  return {visitor: visitorOf(collector), made, collector, home: `/v1/alliances/${made.slug}`};
}

/** What is kept, by kind. */
export async function bodies({parts}: Bench): Promise<Record<string, unknown>[]> {
  const rows = await parts.database.query.selectFrom('voice').select('body').orderBy('kind').execute();
  return rows.flatMap(({body}) => (body === '' ? [] : [JSON.parse(body) as Record<string, unknown>]));
}

/** A facilitator closes the question or the round. */
export async function close(
  {collector, made, home}: Before,
  subject: 'question' | 'round' | 'voteRound',
): Promise<void> {
  const {cookie} = await entered(collector, made.alliance.id);
  const card = {...made[subject], counter: 2, status: 'closed'};
  const answer = await collector.ask('PUT', `${home}/cards/${card.id}`, {headers: {cookie}, body: card});
  if (!answer.ok) throw new Error(await answer.text());
}
