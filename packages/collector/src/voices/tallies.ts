import {randomUUID} from 'node:crypto';
import {CODES, emptyTally, histogramFromCodes, type Histogram, type Tally} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import type {Database} from '../database/open.js';
import {insertRows} from '../database/rows.js';
import type {Connection} from '../database/transact.js';
import {Counter, together, type Counted, type Counts} from './count.js';
import {PART} from './statements.js';

/** The tally of an open round, out of its parts. Costs the same however many ballots there are. */
export async function tallyOf(connection: Connection, alliance: string, round: string): Promise<Tally> {
  const [sum] = await sums(connection, {alliance, subjects: [round]});
  if (sum === undefined) return emptyTally();
  const {'': given, ...values} = sum.counts;
  const histograms = Object.entries(values).map(([value, row]) => [value, histogramOf(row)] as const);
  return {ballots: given?.[0] ?? 0, values: Object.fromEntries(histograms)};
}

function histogramOf(row: Counts[string]): Histogram {
  const counters = new Uint32Array(CODES);
  for (const code in row) counters[code] = row[code] ?? 0;
  return histogramFromCodes(counters);
}

/** Number of contributions to each of these open subjects of an alliance. */
export async function countsOf(
  connection: Connection,
  alliance: string,
  subjects: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const sum = await sums(connection, {alliance, subjects});
  const counts = new Map(sum.map(({round, counts: {'': given}}) => [round, given?.[0]]));
  return Object.fromEntries(subjects.map(subject => [subject, counts.get(subject) ?? 0]));
}

/** Contributions that are read in one go. */
const AT_ONCE = 5_000;

/** A number that is not what a count of the contributions themselves gives. */
export interface Mistake {
  readonly alliance: string;
  readonly round: string;
  /** Id of a value; empty for the number of contributions. */
  readonly value: string;
  /** Code of an answer, 1–14; 0 for the number of contributions. */
  readonly code: number;
  readonly kept: number;
  readonly counted: number;
}

/**
 * Counts everything again that is open, and tells where the tallies say otherwise: nowhere, unless somebody changed the
 * database by hand. Nothing may be given meanwhile, or what comes in between seems a mistake: run it in a transaction
 * that sees one moment.
 */
export async function recount(connection: Connection): Promise<readonly Mistake[]> {
  const counted = new Map((await countOpen(connection)).map(one => [keyOf(one), one]));
  const kept = new Map((await sums(connection)).map(one => [keyOf(one), one]));
  return [...new Map([...counted, ...kept])].flatMap(([key, {alliance, round}]) => {
    const [is, was] = [counted.get(key)?.counts ?? {}, kept.get(key)?.counts ?? {}];
    return between(is, was).map(mistake => ({alliance, round, ...mistake}));
  });
}

function keyOf({alliance, round}: Counted): string {
  return `${alliance} ${round}`;
}

function between(is: Counts, was: Counts): Pick<Mistake, 'value' | 'code' | 'kept' | 'counted'>[] {
  return keysOf(is, was).flatMap(value =>
    keysOf(is[value], was[value]).flatMap(name => {
      const code = Number(name);
      const [counted, kept] = [is[value]?.[code] ?? 0, was[value]?.[code] ?? 0];
      return counted === kept ? [] : [{value, code, kept, counted}];
    }),
  );
}

function keysOf(...objects: readonly (object | undefined)[]): string[] {
  return [...new Set(objects.flatMap(object => Object.keys(object ?? {})))];
}

/** Counts all contributions to what is open, one by one. */
export async function countOpen(connection: Connection): Promise<readonly Counted[]> {
  const counter = new Counter();
  for await (const {alliance, body} of openVoices(connection)) {
    if (body !== '') counter.count(alliance, JSON.parse(body) as Voice, 1);
  }
  return counter.rounds;
}

/** Adds to the tallies what was not counted in them yet: as parts of their own, that nobody adds to. */
export async function addCounts(
  connection: Connection,
  kind: Database['kind'],
  counted: readonly Counted[],
): Promise<void> {
  const rows = counted.map(({counts, ...of}) => ({...of, part: randomUUID(), body: JSON.stringify(counts)}));
  await insertRows(connection, {kind, table: 'tally', columns: PART}, rows);
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

/** Which tallies: of one alliance or all, of these subjects or all. */
interface Which {
  readonly alliance?: string;
  readonly subjects?: readonly string[];
}

/** The parts of tallies together. */
async function sums(connection: Connection, {alliance, subjects}: Which = {}): Promise<readonly Counted[]> {
  if (subjects?.length === 0) return [];
  let parts = connection.selectFrom('tally').select(['alliance', 'round', 'body']);
  if (alliance !== undefined) parts = parts.where('alliance', '=', alliance);
  if (subjects !== undefined) parts = parts.where('round', 'in', subjects);
  const sum = new Map<string, Counted>();
  for (const {body, ...of} of await parts.execute()) {
    const part = {...of, counts: JSON.parse(body) as Counts};
    const before = sum.get(keyOf(part))?.counts ?? {};
    sum.set(keyOf(part), {...of, counts: together(before, part.counts)});
  }
  return [...sum.values()];
}
