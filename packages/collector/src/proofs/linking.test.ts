import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {it, type TestContext} from 'node:test';
import {uuid} from '@samenwaarde/core';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {run} from '../database/transact.js';
import type {Parts} from '../parts.js';
import {closeSubject} from '../voices/close.js';
import {codes} from '../voices/codes.js';
import {ballotOn, bench, makeAlliance, putCard, told, type Made} from '../voices/round.test-helper.js';
import {Attack, isChance, type Sights} from './attack.test-helper.js';
import {asked, chanceFrom, SEED, type Chance} from './seeded.test-helper.js';

const ROUNDS = asked('rounds', 10);
const VOTERS = asked('voters', 20);
/** Rounds that are open at the same time in one alliance; the next ones are in a database of their own. */
const TOGETHER = 20;
const MARKS = [1, 5, 6, 7, 10, 'unknown'] as const;

/** A table as somebody makes it who thinks of nothing, and what it has after the round. */
const NAIVE = 'create table naive (subject text not null, id text not null, body text not null)';

interface Held {
  readonly database: Database;
  /** Path of the file on SQLite. */
  readonly address: string;
  readonly table: 'settled_voice' | 'naive';
}

/** Everything about the ballots of a round that the owner of a database and of its disk can see. */
async function sightsOf({database: {kind, query}, table}: Held, round: string, bytes: Buffer): Promise<Sights> {
  const system =
    kind === 'postgres'
      ? `(ctid::text::point)[0]::int * 1000000 + (ctid::text::point)[1]::int as place, xmin::text::int as writer,`
      : '';
  const rows = await run<Row>(
    query,
    `select ${system} id, length(body) as length from ${table} where subject = '${round}'`,
  );
  const hidden = kind === 'postgres' && {
    ctid: byId(rows, ({place}) => place),
    xmin: byId(rows, ({writer}) => writer),
  };
  return {
    ...hidden,
    ...placesIn(bytes, rows),
    'order of rows': byId(rows, (_, order) => order),
    size: byId(rows, ({length}) => length),
  };
}

interface Row {
  readonly id: string;
  readonly length: number;
  /** What PostgreSQL notes of every row: where it stands, and the transaction that wrote it. */
  readonly place: number;
  readonly writer: number;
}

/** Every place of an id in the files: in live pages, free ones, and the log that SQLite wrote ahead. */
function placesIn(bytes: Buffer, rows: readonly Row[]): Sights {
  const found = rows.map(({id}) => ({id, places: placesOf(bytes, id)}));
  return {
    'first place': byId(found, ({places}) => places[0] ?? -1),
    'last place': byId(found, ({places}) => places.at(-1) ?? -1),
    'number of places': byId(found, ({places}) => places.length),
    'what follows': byId(found, ({places}) => {
      const end = (places[0] ?? 0) + 36;
      return bytes.subarray(end, end + 8).toString('latin1');
    }),
  };
}

function placesOf(bytes: Buffer, text: string): readonly number[] {
  const places: number[] = [];
  for (let place = bytes.indexOf(text); place >= 0; place = bytes.indexOf(text, place + 1)) places.push(place);
  return places;
}

/** What the disk has of all tables, or on PostgreSQL of one, also what no query sees any more. */
async function bytesOf({database, address}: Held, table = '%'): Promise<Buffer> {
  const files =
    database.kind === 'sqlite' ? ['', '-wal', '-shm'].map(end => address + end) : await filesOf(database, table);
  return Buffer.concat(await Promise.all(files.map(file => readFile(file).catch(() => Buffer.alloc(0)))));
}

/** The files of PostgreSQL's tables and indexes. Its own log is not among them: it is out of the collector's reach. */
async function filesOf({query}: Database, table: string): Promise<readonly string[]> {
  await run(query, 'checkpoint');
  const rows = await run<{path: string}>(
    query,
    `select current_setting('data_directory') || '/' || pg_relation_filepath(oid) as path from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') and relname like $1`,
    [table],
  );
  return rows.map(({path}) => path);
}

function byId<Row extends {readonly id: string}>(
  rows: readonly Row[],
  value: (row: Row, place: number) => number | string,
): ReadonlyMap<string, number | string> {
  return new Map(rows.map((row, place) => [row.id, value(row, place)]));
}

/** A round in which everybody has a card. */
interface Cards {
  readonly round: Made['round'];
  readonly codes: readonly string[];
  /** Ids of the ballots, in the order in which people came. */
  readonly given: string[];
}

/** Rounds in one alliance in which people vote one after another; somebody writes down who comes when. */
async function votes({database}: Held, count: number, chance: Chance) {
  const collector = bench(database, {random: chance.bytes});
  const made = await makeAlliance(database, {round: {trust: 'code-cards'}});
  const rounds: Cards[] = [];
  for (let place = 0; place < count; place++) {
    const round = {...made.round, id: uuid(chance.bytes)};
    await putCard(database.query, made.alliance.id, round);
    const of = {alliance: made.alliance.id, round: round.id};
    rounds.push({
      round,
      codes: await codes({database, random: chance.bytes, clock: Date.now}).issue(of, VOTERS),
      given: [],
    });
  }
  // A round next door stays open.
  const next = await makeAlliance(database);
  for (let voter = 0; voter < VOTERS; voter++)
    await Promise.all([
      ...rounds.map(async ({round, codes: cards, given}) => {
        const marks = made.values.map(() => chance.of(MARKS));
        const ballot = {...ballotOn({...made, round}, marks), id: uuid(chance.bytes)};
        given.push(ballot.id);
        assert.equal(await told(await collector.give(made, ballot, {code: cards[voter] ?? ''})), '201');
      }),
      collector.give(next, ballotOn(next)),
    ]);
  return {collector, alliance: made.alliance.id, rounds};
}

/** The round is closed; what stood there of its codes is given. */
async function closed(database: Database, parts: Parts, {alliance, round}: {alliance: string; round: Made['round']}) {
  const keys = await database.query.selectFrom('code_key').select('key').where('round', '=', round.id).execute();
  const spent = await database.query.selectFrom('code').select('hash').where('round', '=', round.id).execute();
  assert.equal(spent.length, VOTERS);
  await closeSubject(parts, {alliance, card: {...round, counter: 2, status: 'closed'}});
  return [...keys.map(({key}) => key), ...spent.map(({hash}) => hash)];
}

function report(context: TestContext, who: string, attack: Attack): void {
  context.diagnostic(`seed ${SEED}`);
  for (const {sight, right, rounds, voters, order} of attack.successes)
    context.diagnostic(`${who} by ${sight}: ${right} of ${rounds * voters} right, order ${order}`);
}

onBothDatabases('who gave which ballot, to somebody who has the whole database', ground => {
  it('is not to be seen after the close, knowing who came when with which code', async context => {
    const [byTime, byCode] = [new Attack(), new Attack()];
    for (let from = 0; from < ROUNDS; from += TOGETHER) {
      const address = await ground.address();
      const held: Held = {database: await ground.at(address), address, table: 'settled_voice'};
      const count = Math.min(TOGETHER, ROUNDS - from);
      const {collector, alliance, rounds} = await votes(held, count, chanceFrom(SEED, ground.kind, from));
      for (const {round, codes: cards, given} of rounds) {
        const marks = await closed(held.database, collector.parts, {alliance, round});
        const bytes = await bytesOf(held);
        const sights = await sightsOf(held, round.id, bytes);
        byTime.guess(given, sights);
        const voter = new Map(given.map((id, place) => [id, cards[place] ?? '']));
        byCode.guess(
          [...given].sort((a, b) => (voter.get(a)! < voter.get(b)! ? -1 : 1)),
          sights,
        );
        assert.ok(
          given.every(id => bytes.includes(id)),
          'the attacker reads the right files',
        );
        if (ground.kind === 'postgres')
          assert.ok(!(await bytesOf(held, 'tally')).includes(round.id), 'no tally tells what it was before a ballot');
        assert.deepEqual(
          marks.filter(mark => bytes.includes(mark)),
          [],
        );
      }
      for (const table of ['code', 'code_key'] as const)
        assert.deepEqual(await held.database.query.selectFrom(table).selectAll().execute(), []);
    }
    report(context, 'by time', byTime);
    report(context, 'by code', byCode);
    assert.deepEqual(
      [...byTime.successes, ...byCode.successes].filter(success => !isChance(success)),
      [],
    );
  });

  it('is plain to see in a table that thinks of nothing: the attack can succeed', async context => {
    const address = await ground.address();
    const held: Held = {database: await ground.at(address), address, table: 'naive'};
    const {query} = held.database;
    await run(query, NAIVE);
    const attack = new Attack();
    for (let round = 0; round < 3; round++) {
      const chance = chanceFrom(SEED, 'naive', round);
      const ids = Array.from({length: VOTERS}, () => uuid(chance.bytes));
      for (const id of ids) await run(query, `insert into naive values ('${round}', '${id}', '${chance.of(MARKS)}')`);
      if (ground.kind === 'sqlite') await run(query, 'pragma wal_checkpoint(truncate)');
      attack.guess(ids, await sightsOf(held, String(round), await bytesOf(held)));
    }
    report(context, 'naive', attack);
    const telling = ground.kind === 'postgres' ? ['ctid', 'xmin', 'order of rows'] : ['order of rows'];
    for (const {sight, right} of attack.successes) if (telling.includes(sight)) assert.equal(right, 3 * VOTERS, sight);
    const places = attack.successes.filter(({sight}) => sight.endsWith('place'));
    assert.ok(places.length === 2 && places.every(success => !isChance(success)));
  });
});
