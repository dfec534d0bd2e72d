import assert from 'node:assert/strict';
import {it} from 'node:test';
import {tally} from '@samenwaarde/core';
import type {Ballot} from '@samenwaarde/core/schema';
import fc from 'fast-check';
import type {CompiledQuery} from 'kysely';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import type {Connection} from '../database/transact.js';
import {
  ballotOn,
  bench,
  makeAlliance,
  newReceipt,
  pathOf,
  quoteOn,
  told,
  voteOn,
  type Bench,
} from './round.test-helper.js';
import {countsOf, recount, tallyOf} from './tallies.js';

/** One thing that somebody does: gives or changes a ballot, or withdraws it, by way of one of the collectors. */
const step = fc.record({
  who: fc.nat(5),
  collector: fc.nat(1),
  marks: fc.option(fc.array(fc.oneof(fc.integer({min: 1, max: 10}), fc.constant('unknown' as const)), {maxLength: 3})),
});

/** Steps of one row happen at once, rows after each other. */
const rows = fc.array(fc.array(step, {minLength: 1, maxLength: 8}), {minLength: 1, maxLength: 6});

/** An object that does some of it in another way. */
function over<Thing extends object>(thing: Thing, other: object): Thing {
  return new Proxy(thing, {
    get: (_, name) => {
      const is: unknown = Reflect.get(name in other ? other : thing, name);
      return typeof is === 'function' ? (is.bind(thing) as unknown) : is;
    },
  });
}

/** A database that is far away: after `lose` the answer of a commit does not come back. */
function losing(database: Database): {readonly database: Database; readonly lose: () => void} {
  let isLost = false;
  const lost = async <Answer>(commit: Promise<Answer>): Promise<Answer> => {
    const answer = await commit;
    if (isLost) {
      isLost = false;
      throw Object.assign(new Error('lost'), {code: 'ECONNRESET'});
    }
    return answer;
  };
  const {query, often} = database;
  const executeQuery = async (connection: Connection, asked: CompiledQuery) =>
    asked.sql === 'commit' ? lost(connection.executeQuery(asked)) : connection.executeQuery(asked);
  const execute = async (work: (connection: Connection) => Promise<unknown>) =>
    query
      .connection()
      .execute(async connection =>
        work(over(connection, {executeQuery: (asked: CompiledQuery) => executeQuery(connection, asked)})),
      );
  return {
    database: {
      ...database,
      query: over(query, {connection: () => ({execute})}),
      often: often && (async (...asked) => lost(often(...asked))),
    },
    lose: () => (isLost = true),
  };
}

onBothDatabases('tallies', ground => {
  it('are those of the ballots, whatever is given, changed and withdrawn, at once and by several collectors', async () => {
    const address = await ground.address();
    const collectors = [bench(await ground.at(address))];
    if (ground.kind === 'postgres') collectors.push(bench(await ground.at(address)));
    const [{parts}] = collectors as [Bench];
    const {database} = parts;
    await fc.assert(
      fc.asyncProperty(rows, async together => {
        const made = await makeAlliance(database);
        const people = Array.from({length: 6}, () => ({ballot: ballotOn(made), receipt: newReceipt()}));
        const act = async ({who, collector, marks}: (typeof together)[number][number]) => {
          const {ask, give} = collectors[collector % collectors.length]!;
          const {ballot, receipt} = people[who]!;
          const {id} = ballot;
          const response = marks
            ? await give(made, {...ballotOn(made, marks), id}, {receipt})
            : await ask('DELETE', pathOf(made, ballot), {receipt});
          assert.ok([200, 201, 204, 404].includes(response.status), String(response.status));
        };
        for (const row of together) await Promise.all(row.map(act));
        const kept = await database.query
          .selectFrom('voice')
          .select('body')
          .where('subject', '=', made.round.id)
          .execute();
        const ballots = kept.flatMap(({body}) => (body === '' ? [] : [JSON.parse(body) as Ballot]));
        assert.deepEqual(await tallyOf(database.query, made.alliance.id, made.round.id), tally(ballots));
      }),
      {numRuns: 15},
    );
    assert.deepEqual(await recount(database.query), []);
  });

  it('count quotes and votes as well, and a recount finds what was changed by hand', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database);
    for (const record of [quoteOn(made), quoteOn(made), voteOn(made), ballotOn(made)]) await give(made, record);
    const subjects = [made.question.id, made.voteRound.id, made.round.id];
    const counts = await countsOf(database.query, made.alliance.id, subjects);
    assert.deepEqual(Object.values(counts), [2, 1, 1]);
    await database.query
      .updateTable('tally')
      .set({body: '{"":{"0":5}}'})
      .where('round', '=', made.question.id)
      .execute();
    const {alliance, question} = made;
    assert.deepEqual(await recount(database.query), [
      {alliance: alliance.id, round: question.id, value: '', code: 0, kept: 5, counted: 2},
    ]);
  });

  it('add up out of a part for each collector', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database);
    for (let collector = 0; collector < 20; collector++) await bench(database).give(made, ballotOn(made));
    const parts = await database.query.selectFrom('tally').select('part').execute();
    assert.equal(parts.length, 20);
    assert.equal((await tallyOf(database.query, made.alliance.id, made.round.id)).ballots, 20);
  });

  it('begin again where a part is gone, with nothing of what it was', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database);
    for (let voter = 0; voter < 3; voter++) await give(made, ballotOn(made));
    await database.query.deleteFrom('tally').execute();
    for (let voter = 0; voter < 2; voter++) await give(made, ballotOn(made));
    assert.equal((await tallyOf(database.query, made.alliance.id, made.round.id)).ballots, 2);
  });

  it('are right when the answer of a commit is lost on the way, and the sender tries again', async () => {
    const {database, lose} = losing(await ground.open());
    const {give} = bench(database);
    const made = await makeAlliance(database);
    const [first, receipt] = [ballotOn(made), newReceipt()];
    await give(made, first, {receipt});
    for (const ballot of [ballotOn(made), {...first, marks: {}}]) {
      lose();
      assert.equal(await told(await give(made, ballot, {receipt})), '503 database-away');
      assert.equal(await told(await give(made, ballot, {receipt})), '200', 'it was kept');
      assert.equal(await told(await give(made, ballotOn(made))), '201');
    }
    assert.deepEqual(await recount(database.query), []);
    assert.equal((await tallyOf(database.query, made.alliance.id, made.round.id)).ballots, 4);
  });

  it('count nothing of what was not taken', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database);
    const kept = ballotOn(made);
    await give(made, kept);
    const {id} = ballotOn(made);
    await database.query
      .insertInto('voice')
      .values({...(await database.query.selectFrom('voice').selectAll().executeTakeFirstOrThrow()), id})
      .execute();
    const answer = await give(made, {...ballotOn(made), id}, {receipt: newReceipt()});
    assert.equal(answer.status, 403, 'an id that is there is not taken by another, and not counted');
    await give(made, ballotOn(made));
    assert.equal((await tallyOf(database.query, made.alliance.id, made.round.id)).ballots, 2);
  });
});
