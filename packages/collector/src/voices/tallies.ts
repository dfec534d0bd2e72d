import {CODES, emptyTally, histogramFromCodes, type Tally} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import {sql} from 'kysely';
import type {Connection} from '../database/transact.js';
import {Differences, type Difference} from './count.js';

/** The tally of an open round, out of its parts. Costs the same however many ballots there are. */
export async function tallyOf(connection: Connection, alliance: string, round: string): Promise<Tally> {
  const counters = new Map<string, Uint32Array>();
  let {ballots} = emptyTally();
  for (const {value, score, n} of await sums(connection, {alliance, subjects: [round]})) {
    if (value === '') ballots += n;
    else {
      const row = counters.get(value) ?? new Uint32Array(CODES);
      row[score] = n;
      counters.set(value, row);
    }
  }
  const values = [...counters].map(([value, row]) => [value, histogramFromCodes(row)] as const);
  return {ballots, values: Object.fromEntries(values)};
}

/** Number of contributions to each of these open subjects of an alliance. */
export async function countsOf(
  connection: Connection,
  alliance: string,
  subjects: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counted = await sums(connection, {alliance, subjects, value: ''});
  const counts = new Map(counted.map(({round, n}) => [round, n]));
  return Object.fromEntries(subjects.map(subject => [subject, counts.get(subject) ?? 0]));
}

/** Contributions that are read in one go. */
const AT_ONCE = 5_000;

/** A number that is not what a count of the contributions themselves gives. */
export interface Mistake extends Omit<Difference, 'n'> {
  readonly kept: number;
  readonly counted: number;
}

/**
 * Counts everything again that is open, and tells where the tallies say otherwise: nowhere, unless somebody changed the
 * database by hand. Nothing may be given meanwhile, or what comes in between seems a mistake: run it in a transaction
 * that sees one moment.
 */
export async function recount(connection: Connection): Promise<readonly Mistake[]> {
  const differences = new Differences();
  for await (const {alliance, body} of openVoices(connection)) {
    if (body !== '') differences.count(alliance, JSON.parse(body) as Voice, 1);
  }
  const keyOf = ({alliance, round, value, score}: Omit<Difference, 'n'>) => `${alliance} ${round} ${value} ${score}`;
  const counted = new Map(differences.rows().map(row => [keyOf(row), row]));
  const kept = new Map((await sums(connection)).map(row => [keyOf(row), row]));
  return [...new Map([...counted, ...kept])].flatMap(([key, {alliance, round, value, score}]) => {
    const [is, was] = [counted.get(key)?.n ?? 0, kept.get(key)?.n ?? 0];
    return is === was ? [] : [{alliance, round, value, score, kept: was, counted: is}];
  });
}

async function* openVoices(connection: Connection): AsyncGenerator<{alliance: string; body: string}> {
  for (let after = {alliance: '', id: ''}; ;) {
    const rows = await connection
      .selectFrom('voice')
      .select(['alliance', 'id', 'body'])
      .where(eb => eb(eb.refTuple('alliance', 'id'), '>', eb.tuple(after.alliance, after.id)))
      .orderBy('alliance')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** Which tallies: of one alliance or all, of these subjects or all, of one value or all. */
interface Which {
  readonly alliance?: string;
  readonly subjects?: readonly string[];
  readonly value?: string;
}

/** The parts of tallies together. */
async function sums(connection: Connection, {alliance, subjects, value}: Which = {}): Promise<Difference[]> {
  if (subjects?.length === 0) return [];
  let parts = connection.selectFrom('tally').select(['alliance', 'round', 'value', 'score', sql`sum(n)`.as('n')]);
  if (alliance !== undefined) parts = parts.where('alliance', '=', alliance);
  if (subjects !== undefined) parts = parts.where('round', 'in', subjects);
  if (value !== undefined) parts = parts.where('value', '=', value);
  const rows = await parts
    .groupBy(['alliance', 'round', 'value', 'score'])
    .having(sql`sum(n)`, '<>', 0)
    .execute();
  // A sum comes back from PostgreSQL as a text.
  return rows.map(row => ({...row, n: Number(row.n)}));
}
