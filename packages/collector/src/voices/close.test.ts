import assert from 'node:assert/strict';
import {it} from 'node:test';
import {canonical, show, tally, terms} from '@samenwaarde/core';
import type {Ballot, ProfileVersion} from '@samenwaarde/core/schema';
import {onBothDatabases, waiting} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {run, transact} from '../database/transact.js';
import {cleanUp, markUnclean} from './clean-up.js';
import {closeSubject, type Closing} from './close.js';
import {codes} from './codes.js';
import {
  ballotOn,
  bench,
  decisionOn,
  makeAlliance,
  newReceipt,
  pathOf,
  putCard,
  quoteOn,
  random,
  reasonOn,
  told,
  voteOn,
  type Bench,
  type Made,
} from './round.test-helper.js';
import {recount} from './tallies.js';

const closing = ({alliance}: Made, card: Closing['card']): Closing => ({
  alliance: alliance.id,
  card: {...card, counter: card.counter + 1, status: 'closed'},
});

/** What the round would show with these ballots and no others. */
function expected({round, cards}: Made, ballots: readonly Ballot[]): unknown {
  const profile = cards.find((card): card is ProfileVersion => card.id === round.profileVersion);
  return show(tally(ballots), terms({...round, status: 'closed'}, profile!, 'ballots'));
}

async function resultOf({ask}: Bench, {slug}: Made, round: string): Promise<Response> {
  return ask('GET', `/v1/alliances/${slug}/rounds/${round}/result`);
}

/** Ids in the order in which the table has them. */
async function rowsOf(database: Database, table: 'voice' | 'settled_voice'): Promise<string[]> {
  return (await database.query.selectFrom(table).selectAll().execute()).map(({id}) => id);
}

onBothDatabases('closing', ground => {
  it('shows the result and takes nothing more; what was given stays as it is', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const {ask, give, parts} = collector;
    const made = await makeAlliance(database);
    const given = Array.from({length: 5}, (_, place) => [ballotOn(made, [4 + place, 7, 3]), newReceipt()] as const);
    for (const [ballot, receipt] of given) await give(made, ballot, {receipt});
    const [[ballot, receipt]] = given as [(typeof given)[0]];
    assert.equal(await told(await resultOf(collector, made, made.round.id)), '404 not-closed');
    await closeSubject(parts, closing(made, made.round));
    const result = (await (await resultOf(collector, made, made.round.id)).json()) as {shown: unknown};
    const shown = expected(
      made,
      given.map(([each]) => each),
    );
    assert.equal(canonical(result), canonical({round: made.round.id, shown, reasons: []}));
    assert.equal(await told(await give(made, ballotOn(made))), '409 closed');
    assert.equal(await told(await give(made, ballot, {receipt})), '200');
    assert.equal(await told(await give(made, {...ballot, marks: {}} as Ballot, {receipt})), '409 closed');
    assert.equal(await told(await give(made, ballot, {receipt: newReceipt()})), '403 wrong-receipt');
    const elsewhere = {...quoteOn(made), id: ballot.id};
    assert.equal(await told(await give(made, elsewhere)), '403 wrong-receipt', 'its id stays its own');
    assert.equal(await told(await give(made, elsewhere, {receipt})), '400 not-understood');
    assert.equal(await told(await ask('DELETE', pathOf(made, ballot), {receipt})), '409 closed');
    assert.equal(await told(await ask('DELETE', pathOf(made, ballot), {receipt: newReceipt()})), '403 wrong-receipt');
    assert.deepEqual(await (await ask('GET', pathOf(made, ballot), {receipt})).json(), {
      record: ballot,
      delivery: {type: 'sent'},
      edition: 0,
    });
    assert.equal(canonical(await (await resultOf(collector, made, made.round.id)).json()), canonical(result));
  });

  it('is one revision further, and once only', async () => {
    const database = await ground.open();
    const {parts} = bench(database);
    const made = await makeAlliance(database);
    await Promise.all([closeSubject(parts, closing(made, made.round)), closeSubject(parts, closing(made, made.round))]);
    const [{revision}] = (await database.query.selectFrom('alliance').select('revision').execute()) as [
      {revision: number},
    ];
    assert.equal(revision, 2);
    assert.equal((await database.query.selectFrom('result').selectAll().execute()).length, 1);
  });

  it('shows votes, with the own names that were released', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const [first = ''] = made.values;
    const votes = ['Warm', 'Warm', 'Warm', 'Koud'].map(own => voteOn(made, {names: {[first]: {own}}}));
    for (const vote of votes) await collector.give(made, vote);
    for (const vote of votes.slice(0, 3))
      await putCard(database.query, made.alliance.id, {...decisionOn(vote, 'released'), rubric: first});
    await closeSubject(collector.parts, closing(made, made.voteRound));
    const answer = await resultOf(collector, made, made.voteRound.id);
    const {shown} = (await answer.json()) as {shown: {votes: number; rubrics: {rubric: string; names: unknown}[]}};
    assert.equal(shown.votes, 4);
    const names = shown.rubrics.find(({rubric}) => rubric === first)?.names;
    assert.deepEqual(names, {type: 'alike', n: 3, name: {own: 'Warm'}});
  });

  it('of a question moves its quotes, which can still be withdrawn', async () => {
    const database = await ground.open();
    const {ask, give, parts} = bench(database);
    const made = await makeAlliance(database);
    const [quote, receipt] = [quoteOn(made), newReceipt()];
    await give(made, quote, {receipt});
    await closeSubject(parts, closing(made, made.question));
    assert.deepEqual([await rowsOf(database, 'voice'), await rowsOf(database, 'settled_voice')], [[], [quote.id]]);
    assert.equal(await told(await give(made, quoteOn(made))), '409 closed');
    assert.equal(await told(await ask('GET', pathOf(made, quote), {receipt})), '200');
    assert.equal(await told(await ask('DELETE', pathOf(made, quote), {receipt})), '204');
    assert.equal(await told(await ask('GET', pathOf(made, quote), {receipt})), '404 not-found');
    const kept = await database.query.selectFrom('settled_voice').select('body').execute();
    assert.deepEqual(kept, [{body: ''}]);
  });

  it('shows released reasons on values that enough people marked', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const [shown, held, late] = [reasonOn(made), reasonOn(made, 'Ik ben het niet eens.'), reasonOn(made, 'Te laat.')];
    for (const record of [ballotOn(made), ballotOn(made), ballotOn(made), shown, held])
      await collector.give(made, record);
    await putCard(database.query, made.alliance.id, decisionOn(shown, 'released'));
    await closeSubject(collector.parts, closing(made, made.round));
    const {reasons} = (await (await resultOf(collector, made, made.round.id)).json()) as {reasons: unknown};
    assert.deepEqual(reasons, [{value: shown.value, text: shown.text}]);
    assert.equal(await told(await collector.give(made, late)), '409 closed');
  });

  it('shows reasons in the order of their random ids, whoever came first', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    for (let voter = 0; voter < 3; voter++) await collector.give(made, ballotOn(made));
    await closeSubject(collector.parts, closing(made, made.round));
    const reasons = Array.from({length: 9}, (_, place) => reasonOn(made, `Reden ${place}.`));
    reasons.sort((one, other) => (one.id < other.id ? 1 : -1));
    // In the table itself, as if they had not been written again in that order: nothing shown rests on that alone.
    const of = {alliance: made.alliance.id, subject: made.round.id, kind: 'reason', receipt: '', edition: 0};
    const rows = reasons.map(reason => ({...of, id: reason.id, body: canonical(reason)}));
    await database.query.insertInto('settled_voice').values(rows).execute();
    for (const reason of reasons) await putCard(database.query, made.alliance.id, decisionOn(reason, 'released'));
    const shown = (await (await resultOf(collector, made, made.round.id)).json()) as {reasons: {text: string}[]};
    const expectedTexts = reasons.map(({text}) => text).reverse();
    assert.deepEqual(
      shown.reasons.map(({text}) => text),
      expectedTexts,
    );
  });

  it('counts every ballot that was acknowledged while it closed, and none that was not', async () => {
    const address = await ground.address();
    const collectors = [bench(await ground.at(address))];
    if (ground.kind === 'postgres') collectors.push(bench(await ground.at(address)));
    const [{parts}] = collectors as [Bench];
    let kept = 0;
    for (let time = 0; time < 5; time++) {
      const made = await makeAlliance(parts.database);
      const counted: Ballot[] = [];
      let given = 0;
      let isClosed = false;
      const vote = async (collector: Bench) => {
        while (!isClosed) {
          const ballot = ballotOn(made, [1 + (given++ % 10), 7, 3]);
          const response = await collector.give(made, ballot);
          if (response.status === 201) counted.push(ballot);
          else assert.equal(await told(response), '409 closed');
          if (given === 60) void closed();
        }
      };
      const closed = async () => {
        await closeSubject(parts, closing(made, made.round));
        isClosed = true;
      };
      await Promise.all(Array.from({length: 20}, (_, place) => vote(collectors[place % collectors.length]!)));
      for (const collector of collectors)
        assert.equal(await told(await collector.give(made, ballotOn(made))), '409 closed');
      assert.ok(counted.length >= 40);
      const {shown} = (await (await resultOf(collectors.at(-1)!, made, made.round.id)).json()) as {shown: unknown};
      assert.equal(canonical(shown), canonical(expected(made, counted)));
      kept += counted.length;
      assert.equal((await rowsOf(parts.database, 'settled_voice')).length, kept);
    }
    const {query} = parts.database;
    assert.deepEqual(await rowsOf(parts.database, 'voice'), []);
    assert.deepEqual(await recount(query), []);
    if (ground.kind === 'sqlite')
      assert.deepEqual(await run(query, 'pragma freelist_count'), [{freelist_count: 0}], 'no page is left of what was');
  });

  if (ground.kind === 'postgres')
    it('counts a ballot that had its code in hand when the round began to close', async () => {
      const address = await ground.address();
      const [database, beside] = [await ground.at(address), await ground.at(address)];
      const collector = bench(database);
      const made = await makeAlliance(database, {round: {trust: 'code-cards'}});
      const of = {alliance: made.alliance.id, round: made.round.id};
      const [code = ''] = await codes(collector.parts).issue(of, 1);
      const {both} = await transact(beside, async connection => {
        await connection.selectFrom('code').select('hash').forUpdate().execute();
        const giving = collector.give(made, ballotOn(made), {code});
        await waiting(database, 1);
        const closed = closeSubject(collector.parts, closing(made, made.round));
        await waiting(database, 2);
        return {both: Promise.all([giving.then(told), closed])};
      });
      assert.deepEqual((await both)[0], '201');
      assert.deepEqual(await rowsOf(database, 'voice'), []);
      assert.equal((await rowsOf(database, 'settled_voice')).length, 1);
    });

  it('leaves no mark of a code, and the ballots in the order of their ids', async () => {
    const database = await ground.open();
    const {give, parts} = bench(database);
    const made = await makeAlliance(database, {round: {trust: 'code-cards'}});
    const issued = await codes({database, random, clock: Date.now}).issue(
      {alliance: made.alliance.id, round: made.round.id},
      30,
    );
    for (const code of issued.slice(0, 20)) assert.equal((await give(made, ballotOn(made), {code})).status, 201);
    await closeSubject(parts, closing(made, made.round));
    for (const table of ['code', 'code_key', 'tally', 'secret'] as const)
      assert.deepEqual(await database.query.selectFrom(table).selectAll().execute(), [], table);
    if (ground.kind === 'postgres')
      for (const table of ['voice', 'code', 'tally'])
        assert.deepEqual(await run(database.query, `select pg_relation_size('${table}')::int as n`), [{n: 0}], table);
    const order = await rowsOf(database, 'settled_voice');
    assert.equal(order.length, 20);
    assert.deepEqual(order, [...order].sort());
  });

  if (ground.kind === 'sqlite')
    it('cleans up again for what closed while it cleaned up', async () => {
      const database = await ground.open();
      await markUnclean(database.query, 'a');
      // Who asks first has the one connection first: this comes after the mark was read, and before it is taken away.
      await Promise.all([cleanUp({database}), markUnclean(database.query, 'b')]);
      const [left] = await database.query.selectFrom('secret').select('value').execute();
      assert.equal(left?.value, 'b');
    });
});
