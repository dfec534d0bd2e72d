import assert from 'node:assert/strict';
import {it} from 'node:test';
import {backup} from '@samenwaarde/core/files';
import type {AnyRecord} from '@samenwaarde/core/schema';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {recount} from '../voices/tallies.js';
import {
  ballotOn,
  bench,
  decisionOn,
  makeAlliance,
  newId,
  newReceipt,
  quoteOn,
  reasonOn,
  told,
  voteOn,
} from '../voices/round.test-helper.js';
import {desk, read} from './desk.test-helper.js';

/** All records of an alliance in which people took part. */
async function everything(database: Database, status: 'open' | 'closed'): Promise<AnyRecord[]> {
  const made = await makeAlliance(database, {});
  const cards = made.cards.map(card => ({
    ...card,
    ...('status' in card && card.kind !== 'question' && {status}),
  })) as AnyRecord[];
  const many = (count: number, make: () => AnyRecord) => Array.from({length: count}, make);
  return [
    ...cards,
    ...many(5, () => quoteOn(made)),
    ...many(7, () => ballotOn(made)),
    ...many(7, () => voteOn(made)),
    ...many(3, () => reasonOn(made)),
  ];
}

onBothDatabases('an alliance', ground => {
  it('starts empty, or with everything of a backup, under a name that is free', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const {cookie} = await entered(collector);
    const begin = (body: object) => collector.ask('POST', '/v1/alliances', {headers: {cookie}, body});
    const records = await everything(await ground.open(), 'closed');
    const file = backup(records);
    const begun = await begin({slug: 'ververij', file});
    assert.equal(begun.status, 201);
    assert.equal(begun.headers.get('Location'), '/v1/alliances/ververij');
    assert.equal(await told(await begin({slug: 'elders', file})), '409 taken');
    const [alliance] = records;
    assert.equal(await told(await begin({slug: 'ververij', record: {...alliance, id: newId()}})), '409 taken');
    assert.equal((await begin({slug: 'leeg', record: {...alliance, id: newId()}})).status, 201);
    const mine = await read<{items: {slug: string}[]}>(
      await collector.ask('GET', '/v1/alliances', {headers: {cookie}}),
    );
    assert.deepEqual(
      mine.items.map(({slug}) => slug),
      ['leeg', 'ververij'],
    );
    const again = await collector.ask('GET', '/v1/alliances/ververij/backup', {headers: {cookie}});
    assert.deepEqual(await again.json(), file, 'the backup comes out as it went in');
    const results = await database.query.selectFrom('result').selectAll().execute();
    assert.equal(results.length, 2, 'a closed round and a closed vote have their figures');
    const broken = {...file, records: records.slice(0, 5)};
    assert.equal((await begin({slug: 'kapot', file: {...broken, alliance: newId()}})).status, 400);
    assert.equal((await begin({slug: 'Niet Goed', record: alliance})).status, 400);
  });

  it('counts what a backup brings to open rounds as if it was given', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const {cookie} = await entered(collector);
    const file = backup(await everything(await ground.open(), 'open'));
    assert.equal(
      (await collector.ask('POST', '/v1/alliances', {headers: {cookie}, body: {slug: 'open', file}})).status,
      201,
    );
    assert.deepEqual(await recount(database.query), []);
    const {counts} = await read<{counts: Record<string, number>}>(
      await collector.ask('GET', '/v1/alliances/open/counts', {headers: {cookie}}),
    );
    assert.deepEqual(Object.values(counts).sort(), [5, 7, 7]);
  });

  it('takes files in, all or nothing, and the same file twice changes nothing', async () => {
    const database = await ground.open();
    const {desk: ask, made} = await desk(database);
    const ballots = Array.from({length: 3}, () => ballotOn(made));
    const strange = {...ballotOn(made), marks: {[newId()]: 7}};
    const lost = {...ballotOn(made), round: newId()};
    const file = {
      schema: 1,
      kind: 'parcel',
      alliance: made.alliance.id,
      records: [...ballots, quoteOn(made), strange, lost],
    };
    const first = await read<{added: number; reported: {id: string; reason: string}[]}>(
      await ask('POST', '/imports', file),
    );
    assert.equal(first.added, 4);
    assert.deepEqual(
      new Map(first.reported.map(({id, reason}) => [id, reason])),
      new Map([
        [strange.id, 'wrong-value'],
        [lost.id, 'missing-record'],
      ]),
    );
    assert.deepEqual(await recount(database.query), []);
    const second = await read<{added: number; unchanged: number}>(await ask('POST', '/imports', file));
    assert.deepEqual([second.added, second.unchanged], [0, 6]);
    const other = {...file, alliance: newId()};
    assert.equal(await told(await ask('POST', '/imports', other)), '409 another-alliance');
    const twice = {...file, records: [ballots[0], ballots[0]]};
    assert.equal(await told(await ask('POST', '/imports', twice)), '400 not-understood');
  });

  it('takes no words back in that somebody withdrew, however late they were read', async () => {
    const database = await ground.open();
    const {desk: ask, made, give} = await desk(database);
    const [quote, receipt] = [quoteOn(made, 'Zeldzaam.'), newReceipt()];
    await give(made, quote, {receipt});
    const value = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'bijzonder'} as const;
    const where = {quote: quote.id, value: value.id, exact: 'Zeldzaam', start: 0, end: 8, pass: 'a'};
    const highlight = {schema: 1, kind: 'highlight', id: newId(), counter: 1, tag: 'a', ...where} as const;
    const decision = {...decisionOn(quote, 'released'), redacted: 'Zeldzaam, [naam].'};
    const file = backup([...made.cards, quote, value, highlight, decision]);
    assert.equal(
      (await ask('DELETE', `/contributions/${quote.id}`, undefined, {'samen-receipt': receipt})).status,
      204,
    );
    assert.equal(await told(await ask('PUT', `/cards/${decision.id}`, decision)), '409 missing-record');
    const {reported} = await read<{reported: {id: string}[]}>(await ask('POST', '/imports', file));
    assert.deepEqual(new Set(reported.map(({id}) => id)), new Set([quote.id, highlight.id, decision.id]));
    const kept = [
      await database.query.selectFrom('card').selectAll().execute(),
      await database.query.selectFrom('voice').selectAll().execute(),
    ];
    assert.doesNotMatch(JSON.stringify(kept), /Zeldzaam/);
  });

  it('shows at once what it brought, also to who had read the alliance before', async () => {
    const {desk: ask, made} = await desk(await ground.open(), {question: {moderation: 'released'}});
    const first = await ask('GET', '');
    const quote = quoteOn(made);
    await ask('POST', '/imports', {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [quote]});
    const again = await ask('GET', '', undefined, {'If-None-Match': first.headers.get('ETag') ?? ''});
    assert.equal(again.status, 200);
    assert.ok((await again.text()).includes(quote.text));
  });

  it('takes no contribution in under the id of a card', async () => {
    const {desk: ask, made} = await desk(await ground.open());
    const record = {...quoteOn(made), id: made.round.id};
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [record]};
    const {added, reported} = await read<{added: number; reported: object[]}>(await ask('POST', '/imports', file));
    assert.deepEqual([added, reported], [0, [{id: record.id, kind: 'quote', reason: 'another-kind'}]]);
  });

  it('takes no card in under the id of a contribution', async () => {
    const {desk: ask, made, give} = await desk(await ground.open());
    const ballot = ballotOn(made);
    await give(made, ballot);
    const card = {schema: 1, kind: 'value', id: ballot.id, counter: 1, tag: 'a', name: 'schaduw'} as const;
    assert.equal(await told(await ask('PUT', `/cards/${card.id}`, card)), '409 another-kind');
    const {reported} = await read<{reported: object[]}>(await ask('POST', '/imports', backup([...made.cards, card])));
    assert.deepEqual(reported, [{id: card.id, kind: 'value', reason: 'another-kind'}]);
  });

  it('takes no ballots without a card in a round with code cards', async () => {
    const {desk: ask, made} = await desk(await ground.open(), {round: {trust: 'code-cards'}});
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [ballotOn(made), reasonOn(made)]};
    const {added, reported} = await read<{added: number; reported: {reason: string}[]}>(
      await ask('POST', '/imports', file),
    );
    assert.equal(added, 1);
    assert.deepEqual(
      reported.map(({reason}) => reason),
      ['code-needed'],
    );
    const {codes} = await read<{codes: string[]}>(
      await ask('POST', `/rounds/${made.round.id}/code-cards`, {count: 24}),
    );
    assert.equal(new Set(codes).size, 24);
    for (const count of [0, 2_001, 1.5])
      assert.equal((await ask('POST', `/rounds/${made.round.id}/code-cards`, {count})).status, 400);
  });
});
