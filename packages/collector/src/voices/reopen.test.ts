import assert from 'node:assert/strict';
import {it} from 'node:test';
import {backup} from '@samenwaarde/core/files';
import {onBothDatabases} from '../database/database.test-helper.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {bench, makeAlliance, newReceipt, pathOf, quoteOn, told} from './round.test-helper.js';
import {recount} from './tallies.js';

onBothDatabases('a closed question', ground => {
  it('opens again with everything that was given, takes more, and closes again', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const {ask, give} = collector;
    const made = await makeAlliance(database, {question: {moderation: 'released'}});
    const {cookie} = await entered(collector, made.alliance.id);
    const home = `/v1/alliances/${made.slug}`;
    const put = (card: {readonly id: string}) =>
      ask('PUT', `${home}/cards/${card.id}`, {headers: {cookie}, body: card});
    const turn = (counter: number, status: 'open' | 'closed') => put({...made.question, counter, status} as never);
    const count = async () => {
      const answer = await ask('GET', `${home}/live`, {headers: {accept: 'application/json'}});
      return ((await answer.json()) as {counts: Record<string, number>}).counts[made.question.id];
    };
    const given = Array.from({length: 3}, () => [quoteOn(made), newReceipt()] as const);
    for (const [quote, receipt] of given) await give(made, quote, {receipt});
    await turn(2, 'closed');
    const [[first, one], [second, two]] = given as [(typeof given)[0], (typeof given)[0]];
    assert.equal(await told(await ask('DELETE', pathOf(made, first), {receipt: one})), '204');
    assert.equal(await told(await give(made, quoteOn(made))), '409 closed');
    assert.equal(await count(), undefined);

    assert.equal(await told(await turn(3, 'open')), '200');
    assert.equal(await count(), 2, 'what was withdrawn meanwhile is not counted');
    assert.equal(await told(await give(made, quoteOn(made))), '201');
    assert.equal(
      await told(await give(made, {...second, text: 'Toch iets anders.'} as typeof second, {receipt: two})),
      '200',
    );
    assert.equal(await told(await ask('DELETE', pathOf(made, second), {receipt: two})), '204');
    assert.equal(await count(), 2);
    assert.deepEqual(await recount(database.query), []);
    assert.equal(await told(await give(made, first, {receipt: one})), '200', 'its giver may bring it back');
    assert.deepEqual(await recount(database.query), []);

    assert.equal(await told(await turn(4, 'closed')), '200');
    const rows = await database.query.selectFrom('settled_voice').selectAll().execute();
    const ids = rows.map(({id}) => id);
    assert.equal(ids.length, 4);
    assert.deepEqual(ids, [...ids].sort(), 'in the order of random ids, whenever it came');
    assert.deepEqual(await database.query.selectFrom('voice').select('id').execute(), []);
    const acts = (await (await ask('GET', `${home}/audit`, {headers: {cookie}})).json()) as {items: {act: string}[]};
    assert.deepEqual(acts.items.map(({act}) => act).sort(), [
      'question-closed',
      'question-closed',
      'question-reopened',
    ]);
  });

  it('is not opened by a file', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database, {question: {status: 'closed'}});
    const {cookie} = await entered(collector, made.alliance.id);
    const file = backup([made.alliance, {...made.question, counter: 9, status: 'open'}]);
    const path = `/v1/alliances/${made.slug}/imports`;
    const {reported} = (await (await collector.ask('POST', path, {headers: {cookie}, body: file})).json()) as {
      reported: {id: string; reason: string}[];
    };
    assert.deepEqual(
      reported.map(({id, reason}) => [id, reason]),
      [[made.question.id, 'closed']],
    );
    assert.equal(await told(await collector.give(made, quoteOn(made))), '409 closed');
  });

  it('counts every answer once while people answer and it closes and opens', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const collectors = [bench(database)];
    if (ground.kind === 'postgres') collectors.push(bench(await ground.at(address)));
    const [first] = collectors as [(typeof collectors)[0]];
    const made = await makeAlliance(database);
    const {cookie} = await entered(first, made.alliance.id);
    let isOver = false;
    let kept = 0;
    const answering = collectors.flatMap(collector =>
      Array.from({length: 8}, async () => {
        while (!isOver) {
          const response = await collector.give(made, quoteOn(made));
          if (response.status === 201) kept++;
          else assert.equal(await told(response), '409 closed');
        }
      }),
    );
    for (let counter = 2; counter < 12; counter++) {
      const body = {...made.question, counter, status: counter % 2 === 0 ? 'closed' : 'open'};
      const path = `/v1/alliances/${made.slug}/cards/${made.question.id}`;
      assert.equal((await first.ask('PUT', path, {headers: {cookie}, body})).status, 200);
    }
    isOver = true;
    await Promise.all(answering);
    assert.deepEqual(await recount(database.query), []);
    const rows = await Promise.all(
      (['voice', 'settled_voice'] as const).map(table => database.query.selectFrom(table).select('id').execute()),
    );
    assert.equal(rows.flat().length, kept);
  });
});
