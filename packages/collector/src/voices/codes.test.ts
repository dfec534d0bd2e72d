import assert from 'node:assert/strict';
import {it} from 'node:test';
import {codeCard, parseCodeCard} from '@samenwaarde/core';
import {onBothDatabases, waiting} from '../database/database.test-helper.js';
import {run, transact} from '../database/transact.js';
import {watched} from '../database/watched.test-helper.js';
import {asked} from '../proofs/seeded.test-helper.js';
import {endAlliance} from '../upkeep/end-of-life.js';
import {closeSubject} from './close.js';
import {codes} from './codes.js';
import {
  ballotOn,
  bench,
  makeAlliance,
  newReceipt,
  pathOf,
  putCard,
  quoteOn,
  random,
  reasonOn,
  told,
  type Bench,
  type Made,
} from './round.test-helper.js';
import {recount, tallyOf} from './tallies.js';

const of = ({alliance, round}: Made) => ({alliance: alliance.id, round: round.id});
/** Codes that a crowd brings at once. */
const TIMES = asked('times', 20);
const withCards = {round: {trust: 'code-cards'}} as const;

onBothDatabases('code cards', ground => {
  it('are made once each, and kept as hashes', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database, withCards);
    const other = await makeAlliance(database, withCards);
    const {issue, hash} = codes({database, random, clock: Date.now});
    await issue(of(other), 1);
    const issued = [...(await issue(of(made), 100)), ...(await issue(of(made), 100))];
    assert.equal(new Set(issued).size, 200);
    assert.deepEqual(issued.map(parseCodeCard), issued);
    const kept = JSON.stringify(await database.query.selectFrom('code').selectAll().execute());
    assert.ok(issued.every(code => !kept.includes(code)));
    const [code = ''] = issued;
    assert.ok(kept.includes(await hash(of(made), code)));
    assert.notEqual(await hash(of(made), code), await hash(of(other), code), 'each round has a key of its own');
  });

  it('of an alliance that begins again, with the same round, are others', async () => {
    const database = await ground.open();
    let now = 0;
    const clock = () => now;
    const {give} = bench(database, {clock});
    const made = await makeAlliance(database, withCards);
    const {issue} = codes({database, random, clock});
    const [before = ''] = await issue(of(made), 1);
    assert.equal(await told(await give(made, ballotOn(made), {code: before})), '201');
    const {id} = made.alliance;
    await endAlliance({database, random, clock}, {alliance: id, what: 'everything', backups: undefined});
    await database.query.insertInto('alliance').values({id, slug: made.slug, origins: '[]', revision: 1}).execute();
    for (const card of made.cards) await putCard(database.query, id, card);
    now += 2_000;
    const [code = ''] = await issue(of(made), 1);
    assert.equal(await told(await give(made, ballotOn(made), {code: before})), '403 code-unknown');
    assert.equal(await told(await give(made, ballotOn(made), {code})), '201');
  });

  it('are made for an open round that asks for them', async () => {
    const database = await ground.open();
    const {issue} = codes({database, random, clock: Date.now});
    const [open, closed, other] = [
      await makeAlliance(database),
      await makeAlliance(database, {round: {...withCards.round, status: 'closed'}}),
      await makeAlliance(database, withCards),
    ];
    for (const [made, type] of [
      [open, 'no-code-cards'],
      [closed, 'closed'],
    ] as const)
      await assert.rejects(issue(of(made), 1), {type});
    await assert.rejects(issue({...of(other), round: other.question.id}, 1), {type: 'no-such-subject'});
    await assert.rejects(issue({...of(other), alliance: open.alliance.id}, 1), {type: 'no-such-subject'});
  });

  it('let one ballot in, which can be changed and withdrawn without', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database, withCards);
    const other = await makeAlliance(database, withCards);
    const {issue} = codes({database, random, clock: Date.now});
    assert.equal(await told(await give(made, ballotOn(made), {code: codeCard(random)})), '403 code-unknown');
    const [code = ''] = await issue(of(made), 1);
    const [elsewhere = ''] = await issue(of(other), 1);
    const [ballot, receipt] = [ballotOn(made), newReceipt()];
    assert.equal(await told(await give(made, ballot)), '403 code-needed');
    assert.equal(await told(await give(made, ballot, {code: 'AAAA'})), '403 code-unknown');
    assert.equal(await told(await give(made, ballot, {code: elsewhere})), '403 code-unknown');
    assert.equal(await told(await give(made, ballot, {receipt, code: code.toLowerCase()})), '201');
    assert.equal(await told(await give(made, ballot, {receipt, code})), '200');
    assert.equal(await told(await give(made, ballot, {receipt})), '200');
    assert.equal(await told(await give(made, ballotOn(made), {code})), '409 code-used');
    assert.equal(await told(await give(made, {...ballot, marks: {}} as typeof ballot, {receipt})), '200');
    assert.equal(await told(await ask('DELETE', pathOf(made, ballot), {receipt})), '204');
    assert.equal(await told(await give(made, ballotOn(made), {code})), '409 code-used');
    assert.equal(await told(await give(made, ballot, {receipt})), '200');
  });

  it('let ballots in once the database is there again, whatever could not be read meanwhile', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database, withCards);
    const issued = await codes({database, random, clock: Date.now}).issue(of(made), 3);
    const away = Object.assign(new Error('Away.'), {code: 'ECONNREFUSED'});
    for (const [place, table] of ['alliance', 'card', 'code_key'].entries()) {
      const state = {isAway: true};
      const answered = () => (state.isAway ? Promise.reject(away) : Promise.resolve());
      const {give} = bench(watched(database, ['select', table], answered));
      const one = () => give(made, ballotOn(made), {code: issued[place] ?? ''});
      assert.equal(await told(await one()), '503 database-away', table);
      state.isAway = false;
      assert.equal(await told(await one()), '201', table);
    }
  });

  it('let reasons in, used or not, and are not asked for a quote', async () => {
    const database = await ground.open();
    const {give} = bench(database);
    const made = await makeAlliance(database, withCards);
    const [code = ''] = await codes({database, random, clock: Date.now}).issue(of(made), 1);
    assert.equal(await told(await give(made, reasonOn(made))), '403 code-needed');
    assert.equal(await told(await give(made, reasonOn(made), {code: 'AAAA'})), '403 code-unknown');
    assert.equal(await told(await give(made, reasonOn(made), {code})), '201');
    assert.equal(await told(await give(made, ballotOn(made), {code})), '201');
    assert.equal(await told(await give(made, reasonOn(made), {code})), '201');
    assert.equal(await told(await give(made, quoteOn(made))), '201');
  });

  if (ground.kind === 'postgres')
    it('are not left behind when the round closes while they are made', async () => {
      const address = await ground.address();
      const [database, beside] = [await ground.at(address), await ground.at(address)];
      const {parts} = bench(database);
      const made = await makeAlliance(database, withCards);
      const card = {...made.round, counter: 2, status: 'closed'} as const;
      const {both} = await transact(beside, async connection => {
        await connection
          .insertInto('code_key')
          .values({...of(made), key: ''})
          .execute();
        const issuing = codes(parts).issue(of(made), 5);
        await waiting(database, 1);
        const closing = closeSubject(parts, {alliance: made.alliance.id, card});
        await waiting(database, 2);
        await run(connection, 'rollback');
        return {both: Promise.all([issuing, closing])};
      });
      await both;
      for (const table of ['code', 'code_key'] as const)
        assert.deepEqual(await database.query.selectFrom(table).selectAll().execute(), [], table);
    });

  it('are used once when 200 ballots bring the same one at once', async () => {
    const address = await ground.address();
    const collectors = [bench(await ground.at(address))];
    if (ground.kind === 'postgres') collectors.push(bench(await ground.at(address)));
    const [{parts}] = collectors as [Bench];
    for (let time = 0; time < TIMES; time++) {
      const made = await makeAlliance(parts.database, withCards);
      const [code = ''] = await codes(parts).issue(of(made), 1);
      const answers = await Promise.all(
        Array.from({length: 200}, async (_, place) =>
          told(await collectors[place % collectors.length]!.give(made, ballotOn(made), {code})),
        ),
      );
      assert.deepEqual(answers.sort(), ['201', ...Array<string>(199).fill('409 code-used')]);
      assert.equal((await tallyOf(parts.database.query, made.alliance.id, made.round.id)).ballots, 1);
    }
    assert.deepEqual(await recount(parts.database.query), []);
  });
});
