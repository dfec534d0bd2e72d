import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {recount, tallyOf} from './tallies.js';
import {tally} from '@samenwaarde/core';
import {
  ballotOn,
  bench,
  decisionOn,
  makeAlliance,
  newId,
  newReceipt,
  pathOf,
  putCard,
  quoteOn,
  reasonOn,
  told,
  voteOn,
} from './round.test-helper.js';

onBothDatabases('contributions', ground => {
  it('are kept, each with what happens to it next', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const open = await makeAlliance(database, {question: {moderation: 'released'}});
    for (const [alliance, record, delivery] of [
      [made, quoteOn(made), 'held'],
      [open, quoteOn(open), 'released'],
      [made, ballotOn(made), 'sent'],
      [made, voteOn(made), 'sent'],
      [made, reasonOn(made), 'held'],
    ] as const) {
      const receipt = newReceipt();
      const response = await give(alliance, record, {receipt});
      assert.equal(response.status, 201);
      assert.deepEqual(await response.json(), {id: record.id, delivery});
      const own = await ask('GET', pathOf(alliance, record), {receipt});
      assert.deepEqual(
        ((await own.json()) as {delivery: unknown}).delivery,
        {type: delivery},
        'and that is told later too',
      );
    }
  });

  it('given again change nothing; another body changes it, with the receipt alone', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database);
    const [ballot, receipt] = [ballotOn(made, [7, 8, 4]), newReceipt()];
    const changed = {...ballot, marks: {[made.values[0]!]: 2}};
    assert.equal(await told(await give(made, ballot, {receipt})), '201');
    assert.equal(await told(await give(made, ballot, {receipt})), '200');
    assert.equal(await told(await give(made, ballot, {receipt: newReceipt()})), '403 wrong-receipt');
    assert.equal(await told(await give(made, changed, {receipt: newReceipt()})), '403 wrong-receipt');
    assert.deepEqual(await tallyOf(database.query, made.alliance.id, made.round.id), tally([ballot]));
    assert.equal(await told(await give(made, changed, {receipt})), '200');
    assert.deepEqual(await tallyOf(database.query, made.alliance.id, made.round.id), tally([changed]));
  });

  it('that came in a file are there for the device that still sends them, and for nobody to change', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const {cookie} = await entered(collector, made.alliance.id);
    const [ballot, quote] = [ballotOn(made), quoteOn(made)];
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [ballot, quote]};
    const imports = `/v1/alliances/${made.slug}/imports`;
    await collector.ask('POST', imports, {headers: {cookie}, body: file});
    for (const record of [ballot, quote]) assert.equal(await told(await collector.give(made, record)), '200');
    const other = {...quote, text: 'Van mij.'};
    assert.equal(await told(await collector.give(made, other)), '403 wrong-receipt');
    const away = await collector.ask('DELETE', pathOf(made, quote), {receipt: newReceipt()});
    assert.equal(await told(away), '403 wrong-receipt');
    assert.deepEqual(await tallyOf(database.query, made.alliance.id, made.round.id), tally([ballot]));
  });

  it('count once when 50 requests bring the same at once', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database);
    const [ballot, receipt] = [ballotOn(made), newReceipt()];
    const answers = await Promise.all(Array.from({length: 50}, () => give(made, ballot, {receipt})));
    const statuses = answers.map(({status}) => status).sort();
    assert.deepEqual(statuses, [...Array<number>(49).fill(200), 201]);
    assert.deepEqual(await tallyOf(database.query, made.alliance.id, made.round.id), tally([ballot]));
  });

  it('can be withdrawn, and given again, with the receipt', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    for (const record of [ballotOn(made), quoteOn(made), voteOn(made), reasonOn(made)]) {
      const receipt = newReceipt();
      const path = pathOf(made, record);
      assert.equal(await told(await ask('DELETE', path, {receipt})), '404 not-found');
      await give(made, record, {receipt});
      assert.equal(await told(await ask('DELETE', path, {receipt: newReceipt()})), '403 wrong-receipt');
      assert.equal(await told(await ask('DELETE', path, {receipt})), '204');
      assert.equal(await told(await ask('DELETE', path, {receipt})), '204');
      assert.equal(await told(await ask('GET', path, {receipt})), '404 not-found');
      assert.equal(await told(await give(made, record, {receipt: newReceipt()})), '403 wrong-receipt');
      assert.equal(await told(await give(made, record, {receipt})), '200');
      assert.equal(await told(await ask('GET', path, {receipt})), '200');
    }
    assert.deepEqual(await recount(database.query), []);
  });

  it('come in the order in which they were made, whatever the network does', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const first = ballotOn(made, [2, 2, 2]);
    const [second, third] = [
      {...first, marks: ballotOn(made, [9, 9, 9]).marks},
      {...first, marks: ballotOn(made, [5, 6, 7]).marks},
    ];
    const receipt = newReceipt();
    const put = (record: typeof first, edition: number) =>
      give(made, record, {receipt, headers: {'Samen-Edition': String(edition)}});
    const kept = async () => {
      const answer = await ask('GET', pathOf(made, first), {receipt});
      return answer.status === 200 ? ((await answer.json()) as {record: unknown}).record : answer.status;
    };
    assert.equal(await told(await put(second, 2)), '201');
    assert.equal(await told(await put(first, 1)), '200', 'it is no error of whoever sent it');
    assert.deepEqual(await kept(), second);
    assert.equal(await told(await put(second, 4)), '200');
    assert.equal(await told(await put(third, 3)), '200');
    assert.deepEqual(await kept(), second, 'the same words again stand for the later form');
    assert.equal(
      await told(await ask('DELETE', pathOf(made, first), {receipt, headers: {'Samen-Edition': '6'}})),
      '204',
    );
    assert.equal(await told(await put(third, 5)), '200');
    assert.equal(await kept(), 404);
    assert.equal(await told(await put(third, 7)), '200');
    assert.deepEqual(await kept(), third);
    assert.deepEqual(await recount(database.query), []);
    assert.equal(await told(await put(first, 0)), '400 not-understood');
  });

  it('that were withdrawn before they arrived never arrive, unless they are given after all', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    for (const record of [ballotOn(made), quoteOn(made)]) {
      const receipt = newReceipt();
      const [path, headers] = [pathOf(made, record), (edition: string) => ({'Samen-Edition': edition})];
      assert.equal(await told(await ask('DELETE', path, {receipt, headers: headers('2')})), '204');
      assert.equal(await told(await give(made, record, {receipt, headers: headers('1')})), '200');
      assert.equal(await told(await ask('GET', path, {receipt})), '404 not-found');
      assert.equal(
        await told(await give(made, record, {receipt: newReceipt(), headers: headers('3')})),
        '403 wrong-receipt',
      );
      assert.equal(await told(await give(made, record, {receipt, headers: headers('3')})), '201');
      assert.equal(await told(await ask('GET', path, {receipt})), '200');
    }
    assert.deepEqual(await recount(database.query), []);
  });

  it('leave no word behind when they are withdrawn', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const [quote, receipt] = [quoteOn(made, 'Ik heet Zeldzaam.'), newReceipt()];
    await give(made, quote, {receipt});
    const redacted = {...decisionOn(quote, 'released'), redacted: 'Zeldzaam.'};
    const {id, counter, tag} = decisionOn(quote, 'held');
    const where = {quote: quote.id, value: newId(), exact: 'Zeldzaam', start: 8, end: 16, pass: 'a'};
    await putCard(database.query, made.alliance.id, redacted);
    await putCard(database.query, made.alliance.id, {schema: 1, kind: 'highlight', id, counter, tag, ...where});
    await ask('DELETE', pathOf(made, quote), {receipt});
    const cards = await database.query.selectFrom('card').selectAll().execute();
    const voices = await database.query.selectFrom('voice').selectAll().execute();
    assert.doesNotMatch(JSON.stringify([cards, voices]), /Zeldzaam/);
  });

  it('have to be read again when a released text becomes another', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const [quote, receipt] = [quoteOn(made, 'Vriendelijk.'), newReceipt()];
    await give(made, quote, {receipt});
    await putCard(database.query, made.alliance.id, decisionOn(quote, 'released'));
    const delivery = async () =>
      ((await (await ask('GET', pathOf(made, quote), {receipt})).json()) as {delivery: unknown}).delivery;
    assert.deepEqual(await delivery(), {type: 'released'});
    const changed = await give(made, {...quote, text: 'Grof.'} as typeof quote, {receipt});
    assert.deepEqual(await changed.json(), {id: quote.id, delivery: 'held'});
    assert.deepEqual(await delivery(), {type: 'held'});
  });

  it('are read back by whoever holds the receipt, and by nobody else', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const [quote, receipt] = [quoteOn(made), newReceipt()];
    await give(made, quote, {receipt});
    const own = {record: quote, delivery: {type: 'held'}, edition: 0};
    const byReceipt = `/v1/alliances/${made.slug}/own-contribution`;
    assert.deepEqual(await (await ask('GET', pathOf(made, quote), {receipt})).json(), own);
    assert.deepEqual(await (await ask('GET', byReceipt, {receipt: receipt.toLowerCase()})).json(), own);
    assert.equal(await told(await ask('GET', pathOf(made, quote), {receipt: newReceipt()})), '404 not-found');
    assert.equal(await told(await ask('GET', byReceipt, {receipt: newReceipt()})), '404 not-found');
    assert.equal(await told(await ask('GET', byReceipt)), '400 not-understood');
  });

  it('that do not fit are refused, and nothing is kept', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const coarse = await makeAlliance(database, {round: {scale: 'sufficient', notApplicable: true}});
    const leftOut = await makeAlliance(database);
    const ballot = ballotOn(made);
    const [first = ''] = made.values;
    const marked = (score: unknown) => ({...ballotOn(made), marks: {[first]: score}});
    const refused: [what: string, record: {id: string}, expected: string][] = [
      ['a mark of 11', marked(11), '400 not-understood'],
      ['half a mark', marked(5.5), '400 not-understood'],
      ['words in a round of marks', marked('sufficient'), '400 not-understood'],
      ['what does not apply where that is off', marked('not-applicable'), '400 not-understood'],
      ['a value that is not asked', {...ballot, marks: {[newId()]: 7}} as never, '400 not-understood'],
      ['an unknown key', {...ballot, author: 'a name'} as never, '400 not-understood'],
      ['a newer schema', {...ballot, schema: 2} as never, '400 not-understood'],
      ['a round that is not there', {...ballot, round: newId()} as never, '404 no-such-subject'],
      ['a round of another alliance', ballotOn(leftOut), '404 no-such-subject'],
      ['a ballot for a question', {...ballot, round: made.question.id} as never, '400 not-understood'],
      ['an empty quote', quoteOn(made, ''), '400 not-understood'],
      ['a quote that is too long', quoteOn(made, 'x'.repeat(5_001)), '400 not-understood'],
      ['a body over 64 KiB', quoteOn(made, 'x'.repeat(70_000)), '413 too-large'],
      ['a reason about another plan', {...reasonOn(made), planVersion: newId()} as never, '400 not-understood'],
      ['more dots than there are', voteOn(made, {dots: {[first]: 4}}), '400 not-understood'],
      ['a name that nobody proposed', voteOn(made, {names: {[first]: {proposal: newId()}}}), '400 not-understood'],
      ['a vote on another rubric', voteOn(made, {dots: {[newId()]: 1}}), '400 not-understood'],
      ['a card', made.question, '400 not-understood'],
    ];
    for (const [what, record, expected] of refused) assert.equal(await told(await give(made, record)), expected, what);
    const suited = {
      ...ballotOn(coarse),
      marks: {[coarse.values[0]!]: 'sufficient', [coarse.values[1]!]: 'not-applicable'},
    };
    assert.equal(await told(await give(coarse, suited)), '201');
    assert.equal(await told(await give(coarse, ballotOn(coarse))), '400 not-understood');
    const path = pathOf(made, ballot);
    const receipt = newReceipt();
    assert.equal(
      await told(await ask('PUT', pathOf(made, {id: newId()}), {receipt, body: ballot})),
      '400 not-understood',
    );
    assert.equal(await told(await ask('PUT', path, {body: ballot})), '400 not-understood');
    assert.equal(await told(await ask('PUT', path, {receipt: 'abc', body: ballot})), '400 not-understood');
    assert.equal(await told(await ask('PUT', path, {receipt, body: '{'})), '400 not-understood');
    const headers = {'Content-Type': 'text/plain'};
    assert.equal(await told(await ask('PUT', path, {receipt, body: ballot, headers})), '415 not-json');
    assert.equal(await told(await ask('POST', path, {receipt, body: ballot})), '405 wrong-method');
    const elsewhere = path.replace(made.slug, 'elders');
    assert.equal(await told(await ask('PUT', elsewhere, {receipt, body: ballot})), '404 no-such-alliance');
    const kept = await database.query.selectFrom('voice').select('id').execute();
    assert.deepEqual(kept, [{id: suited.id}]);
  });

  it('say where they are wrong', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database);
    const response = await give(made, {...ballotOn(made), marks: {[made.values[1]!]: 'sufficient'}} as never);
    assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
    const {errors} = (await response.json()) as {errors: {path: string}[]};
    assert.deepEqual(
      errors.map(({path}) => path),
      [`marks.${made.values[1]!}`],
    );
  });

  it('choose a name that was proposed for that rubric', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database);
    const [first = '', second = ''] = made.values;
    const proposal = {schema: 1, id: newId(), counter: 1, tag: 'a', rubric: first, name: 'Warm'} as const;
    await putCard(database.query, made.alliance.id, {...proposal, kind: 'name-proposal'});
    const chosen = (rubric: string) => voteOn(made, {names: {[rubric]: {proposal: proposal.id}}});
    assert.equal(await told(await give(made, chosen(first))), '201');
    assert.equal(await told(await give(made, chosen(second))), '400 not-understood');
  });
});
