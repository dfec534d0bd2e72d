import assert from 'node:assert/strict';
import {it} from 'node:test';
import {publication} from '@samenwaarde/core/files';
import type {AnyRecord, Moderation} from '@samenwaarde/core/schema';
import {onBothDatabases} from '../database/database.test-helper.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {
  ballotOn,
  bench,
  makeAlliance,
  newId,
  newReceipt,
  quoteOn,
  random,
  reasonOn,
} from '../voices/round.test-helper.js';

onBothDatabases('an alliance that starts from a publication', ground => {
  it('shows the same quotes, figures and reasons, and goes on from there', async () => {
    const elsewhere = await makeAlliance(await ground.open(), {round: {status: 'closed'}});
    const said = [quoteOn(elsewhere), reasonOn(elsewhere)];
    const decisions = said.map(({id}): Moderation => {
      return {schema: 1, kind: 'moderation', id: newId(), counter: 1, tag: 'a', of: id, outcome: 'released'};
    });
    const ballots = [2, 9, 7].map(mark => ballotOn(elsewhere, [mark, mark, 8]));
    const records: AnyRecord[] = [...elsewhere.cards, ...said, ...decisions, ...ballots];
    const file = publication(records, random);

    const collector = bench(await ground.open());
    const {cookie} = await entered(collector);
    const begun = await collector.ask('POST', '/v1/alliances', {headers: {cookie}, body: {slug: 'ververij', file}});
    assert.equal(begun.status, 201, await begun.text());
    const answered = await collector.ask('GET', '/v1/alliances/ververij');
    const {records: shown, ...rest} = (await answered.json()) as typeof file;
    assert.deepEqual(shown, file.records);
    const {alliance, results, voteResults} = file;
    assert.deepEqual(rest, {schema: 1, kind: 'alliance', alliance, results, voteResults});
    assert.equal(results[0]?.shown.ballots, 3);
    assert.equal(results[0].reasons.length, 1);

    const quote = quoteOn(elsewhere, 'En nu hier.');
    const path = `/v1/alliances/ververij/contributions/${quote.id}`;
    assert.equal((await collector.ask('PUT', path, {body: quote, receipt: newReceipt()})).status, 201);
  });
});
