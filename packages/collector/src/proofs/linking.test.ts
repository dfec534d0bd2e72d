import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {it, type TestContext} from 'node:test';
import {uuid} from '@samenwaarde/core';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {run} from '../database/transact.js';
import {closeSubject} from '../voices/close.js';
import {codes} from '../voices/codes.js';
import {ballotOn, bench, makeAlliance, told} from '../voices/round.test-helper.js';
import {Attack, isChance, type Sights} from './attack.test-helper.js';
import {asked, chanceFrom, SEED, type Chance} from './seeded.test-helper.js';

const ROUNDS = asked('rounds', 10);
const VOTERS = asked('voters', 20);
const MARKS = [1, 5, 6, 7, 10, 'unknown'] as const;

/** A table as somebody makes it who thinks of nothing, and what it has after the round. */
const NAIVE = 'create table if not exists naive (id text not null, body text not null)';

interface Held {
  readonly database: Database;
  /** Path of the file on SQLite. */
  readonly address: string;
  readonly table: string;
}

/** Everything about ballots that the owner of a database can see. */
async function sightsOf(held: Held, ids: readonly string[]): Promise<Sights> {
  const {kind, query} = held.database;
  const rows = await run<{id: string}>(query, `select id from ${held.table}`);
  const hidden = kind === 'postgres' ? await systemColumns(held) : await placesIn(held.address, ids);
  return {...hidden, 'order of rows': byId(rows, (_, place) => place)};
}

/** What PostgreSQL notes of every row: where it stands, and the transaction that wrote it. */
async function systemColumns({database, table}: Held): Promise<Sights> {
  const rows = await run<{id: string; page: string; line: string; writer: string; length: number}>(
    database.query,
    `select id, (ctid::text::point)[0]::int as page, (ctid::text::point)[1]::int as line, xmin::text::bigint as writer,
      length(body) as length from ${table}`,
  );
  return {
    ctid: byId(rows, ({page, line}) => Number(page) * 1e6 + Number(line)),
    xmin: byId(rows, ({writer}) => Number(writer)),
    size: byId(rows, ({length}) => length),
  };
}

/** Every place of an id in the files: in live pages, free ones, and the log that was written ahead. */
async function placesIn(path: string, ids: readonly string[]): Promise<Sights> {
  const bytes = await bytesOf(path);
  const found = ids.map(id => ({id, places: placesOf(bytes, id)}));
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

async function bytesOf(path: string): Promise<Buffer> {
  const files = ['', '-wal', '-shm'].map(end => readFile(path + end).catch(() => Buffer.alloc(0)));
  return Buffer.concat(await Promise.all(files));
}

function byId<Row extends {readonly id: string}>(
  rows: readonly Row[],
  value: (row: Row, place: number) => number | string,
): ReadonlyMap<string, number | string> {
  return new Map(rows.map((row, place) => [row.id, value(row, place)]));
}

/** A round in which everybody votes one after another, with a card; somebody writes down who comes when. */
async function votes({database, address}: Held, chance: Chance) {
  const collector = bench(database, {random: chance.bytes});
  const made = await makeAlliance(database, {round: {trust: 'code-cards'}});
  const next = await makeAlliance(database);
  const of = {alliance: made.alliance.id, round: made.round.id};
  const cards = await codes({database, random: chance.bytes}).issue(of, VOTERS);
  const given: {readonly code: string; readonly id: string; readonly body: string}[] = [];
  for (const code of cards) {
    const ballot = {
      ...ballotOn(
        made,
        made.values.map(() => chance.of(MARKS)),
      ),
      id: uuid(chance.bytes),
    };
    assert.equal(await told(await collector.give(made, ballot, {code})), '201');
    // A round next door stays open.
    assert.equal(await told(await collector.give(next, ballotOn(next))), '201');
    given.push({code, id: ballot.id, body: JSON.stringify(ballot)});
  }
  const keys = await database.query.selectFrom('code_key').select('key').where('round', '=', of.round).execute();
  const spent = await database.query.selectFrom('code').select('hash').where('round', '=', of.round).execute();
  await closeSubject(collector.parts, {
    alliance: of.alliance,
    card: {...made.round, counter: 2, status: 'closed'},
  });
  return {address, given, marks: [...keys.map(({key}) => key), ...spent.map(({hash}) => hash)]};
}

function report(context: TestContext, who: string, attack: Attack): void {
  context.diagnostic(`seed ${SEED}`);
  for (const {sight, right, rounds, voters, order} of attack.successes)
    context.diagnostic(`${who} by ${sight}: ${right} of ${rounds * voters} right, order ${order}`);
}

onBothDatabases('who gave which ballot, to somebody who has the whole database', ground => {
  it('is not to be seen after the close, knowing who came when with which code', async context => {
    const address = await ground.address();
    const held: Held = {database: await ground.at(address), address, table: 'settled_voice'};
    const [byTime, byCode] = [new Attack(), new Attack()];
    for (let round = 0; round < ROUNDS; round++) {
      const {given, marks} = await votes(held, chanceFrom(SEED, ground.kind, round));
      const ids = given.map(({id}) => id);
      const sights = await sightsOf(held, ids);
      byTime.guess(ids, sights);
      byCode.guess(
        [...given].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({id}) => id),
        sights,
      );
      const bytes = ground.kind === 'sqlite' ? await bytesOf(address) : Buffer.alloc(0);
      assert.deepEqual(
        marks.filter(mark => bytes.includes(mark)),
        [],
      );
    }
    report(context, 'by time', byTime);
    report(context, 'by code', byCode);
    assert.deepEqual(
      [...byTime.successes, ...byCode.successes].filter(success => !isChance(success)),
      [],
    );
    for (const table of ['code', 'code_key'] as const)
      assert.deepEqual(await held.database.query.selectFrom(table).selectAll().execute(), []);
  });

  it('is plain to see in a table that thinks of nothing: the attack can succeed', async context => {
    const address = await ground.address();
    const held: Held = {database: await ground.at(address), address, table: 'naive'};
    const {query} = held.database;
    await run(query, NAIVE);
    const attack = new Attack();
    for (let round = 0; round < 3; round++) {
      const chance = chanceFrom(SEED, 'naive', round);
      await run(query, 'delete from naive');
      const ids = Array.from({length: VOTERS}, () => uuid(chance.bytes));
      for (const id of ids) await run(query, `insert into naive values ('${id}', '${chance.of(MARKS)}')`);
      if (ground.kind === 'sqlite') await run(query, 'pragma wal_checkpoint(truncate)');
      attack.guess(ids, await sightsOf(held, ids));
    }
    report(context, 'naive', attack);
    const telling = ground.kind === 'postgres' ? ['ctid', 'xmin', 'order of rows'] : ['order of rows'];
    for (const {sight, right} of attack.successes) if (telling.includes(sight)) assert.equal(right, 3 * VOTERS, sight);
    const places = attack.successes.filter(({sight}) => sight.endsWith('place'));
    assert.ok(places.every(success => !isChance(success)));
  });
});
