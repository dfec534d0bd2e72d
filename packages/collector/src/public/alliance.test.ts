import assert from 'node:assert/strict';
import {it} from 'node:test';
import {canonical} from '@samenwaarde/core';
import {AnsweredAlliance, parseFile} from '@samenwaarde/core/files';
import {onBothDatabases} from '../database/database.test-helper.js';
import {watched} from '../database/watched.test-helper.js';
import {closeSubject} from '../voices/close.js';
import {
  ballotOn,
  bench,
  decisionOn,
  makeAlliance,
  newReceipt,
  pathOf,
  putCard,
  quoteOn,
  reasonOn,
  told,
  type Bench,
  type Made,
} from '../voices/round.test-helper.js';

const addressOf = ({slug}: Made) => `/v1/alliances/${slug}`;

async function read({ask}: Bench, made: Made): Promise<AnsweredAlliance> {
  return AnsweredAlliance.parse(await (await ask('GET', addressOf(made))).json());
}

onBothDatabases('the alliance', ground => {
  it('is what everybody may read: method, released quotes, and of an open round no figure', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const [shown, held] = [quoteOn(made), quoteOn(made, 'Nog niet gelezen.')];
    for (const record of [shown, held, ballotOn(made), reasonOn(made)]) await collector.give(made, record);
    await putCard(database.query, made.alliance.id, decisionOn(shown, 'released'));
    const alliance = await read(collector, made);
    const expected = [...made.cards, shown].sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.equal(canonical(alliance.records), canonical(expected));
    assert.deepEqual([alliance.results, alliance.voteResults], [[], []]);
    assert.equal(parseFile(JSON.stringify(alliance)).type, 'ok');
  });

  it('has the figures of what closed, with the reasons that were released', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const reasons = ['Geen wc.', 'Te druk.', 'Te stil.'].map(text => reasonOn(made, text));
    for (const record of [ballotOn(made), ballotOn(made), ballotOn(made), ...reasons])
      await collector.give(made, record);
    for (const reason of reasons.slice(0, 2))
      await putCard(database.query, made.alliance.id, decisionOn(reason, 'released'));
    for (const card of [made.round, made.voteRound])
      await closeSubject(collector.parts, {alliance: made.alliance.id, card: {...card, counter: 2, status: 'closed'}});
    const {results, voteResults} = await read(collector, made);
    assert.equal(results[0]?.shown.ballots, 3);
    assert.deepEqual(results[0].reasons.map(({text}) => text).sort(), ['Geen wc.', 'Te druk.']);
    assert.deepEqual(
      voteResults.map(({round, shown}) => [round, shown.votes]),
      [[made.voteRound.id, null]],
    );
    const path = `${addressOf(made)}/rounds/${made.round.id}/result`;
    assert.deepEqual(await (await collector.ask('GET', path)).json(), results[0]);
  });

  it('is not sent again to whoever has it, by whichever collector', async () => {
    const database = await ground.open();
    const [one, other] = [bench(database), bench(database)];
    const made = await makeAlliance(database, {question: {moderation: 'released'}});
    const first = await one.ask('GET', addressOf(made));
    const etag = first.headers.get('ETag') ?? '';
    assert.equal(first.headers.get('Cache-Control'), 'no-cache');
    const again = await other.ask('GET', addressOf(made), {headers: {'If-None-Match': etag}});
    assert.deepEqual([again.status, await again.text()], [304, '']);
    await one.give(made, ballotOn(made));
    assert.equal((await other.ask('GET', addressOf(made), {headers: {'If-None-Match': etag}})).status, 304);
    const [quote, receipt] = [quoteOn(made), newReceipt()];
    await one.give(made, quote, {receipt});
    const fresh = await other.ask('GET', addressOf(made), {headers: {'If-None-Match': etag}});
    assert.equal(fresh.status, 200);
    assert.ok((await fresh.text()).includes(quote.text));
    await one.ask('DELETE', pathOf(made, quote), {receipt});
    assert.ok(!JSON.stringify(await read(other, made)).includes(quote.text));
  });

  it('is there again once the database is, also when nothing changed since', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database);
    const state = {isAway: true};
    const away = Object.assign(new Error('Away.'), {code: 'ECONNREFUSED'});
    const answered = () => (state.isAway ? Promise.reject(away) : Promise.resolve());
    const {ask} = bench(watched(database, ['select', 'result'], answered));
    assert.equal(await told(await ask('GET', addressOf(made))), '503 database-away');
    state.isAway = false;
    assert.equal(await told(await ask('GET', addressOf(made))), '200');
  });

  it('is not there when it is not', async () => {
    const collector = bench(await ground.open());
    assert.equal(await told(await collector.ask('GET', '/v1/alliances/elders')), '404 no-such-alliance');
  });
});
