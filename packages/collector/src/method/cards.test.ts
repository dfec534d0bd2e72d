import assert from 'node:assert/strict';
import {it} from 'node:test';
import {canonical} from '@samenwaarde/core';
import {onBothDatabases, untilWaiting} from '../database/database.test-helper.js';
import {transact} from '../database/transact.js';
import {watched} from '../database/watched.test-helper.js';
import {etagOf} from '../http/etag.js';
import {forget} from '../voices/about.js';
import {ballotOn, bench, decisionOn, newId, quoteOn, told} from '../voices/round.test-helper.js';
import {deskOn, read} from './desk.test-helper.js';

onBothDatabases('cards', ground => {
  it('are put, and the newer version stays', async () => {
    const {atDesk: ask} = await deskOn(await ground.open());
    const value = {schema: 1, kind: 'value', id: newId(), counter: 3, tag: 'b', name: 'schaduw'};
    const put = (card: object) => ask('PUT', `/cards/${value.id}`, {body: card});
    assert.equal((await put(value)).status, 201);
    const again = await put(value);
    assert.equal(again.status, 200);
    assert.equal(await told(await put({...value, counter: 2, name: 'zon'})), '409 older-card');
    assert.equal(await told(await put({...value, tag: 'a', name: 'zon'})), '409 older-card');
    assert.equal((await put({...value, tag: 'c', name: 'zon'})).status, 200);
    assert.equal(await told(await put({...value, counter: 9, id: newId()})), '400 not-understood');
    assert.equal(await told(await put({...value, counter: 9, author: 'Kees'})), '400 not-understood');
    const etag = again.headers.get('ETag') ?? '';
    assert.equal(
      await told(await ask('PUT', `/cards/${value.id}`, {body: {...value, counter: 9}, headers: {'If-Match': etag}})),
      '412 changed',
    );
  });

  it('of two people at once the newer wins, whoever came first', async () => {
    const {atDesk: ask} = await deskOn(await ground.open());
    const value = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'schaduw'};
    const counters = Array.from({length: 12}, (_, place) => place + 1);
    await Promise.all(counters.map(counter => ask('PUT', `/cards/${value.id}`, {body: {...value, counter}})));
    const {items} = await read<{items: {id: string; counter: number}[]}>(await ask('GET', '/cards?kind=value'));
    assert.deepEqual(
      items.map(({counter}) => counter),
      [12],
    );
  });

  it('name what is there', async () => {
    const {atDesk: ask, made, give} = await deskOn(await ground.open());
    const put = (card: {readonly id: string; readonly [key: string]: unknown}) =>
      ask('PUT', `/cards/${card.id}`, {body: card});
    const card = () => ({schema: 1, id: newId(), counter: 1, tag: 'a'});
    const quote = quoteOn(made, 'Hier kennen ze mijn naam.');
    await give(made, quote);
    const value = {...card(), kind: 'value', name: 'herkend worden'};
    const mark = {
      ...card(),
      kind: 'highlight',
      quote: quote.id,
      value: value.id,
      exact: 'kennen',
      start: 5,
      end: 11,
      pass: 'p',
    };
    assert.equal(await told(await put(mark)), '409 missing-record', 'the value is not there yet');
    await put(value);
    assert.equal(await told(await put({...mark, start: 6, end: 12})), '409 words-not-in-quote');
    assert.equal((await put(mark)).status, 201);
    const round = {...made.round, id: newId(), planVersion: newId()};
    assert.equal(await told(await put(round)), '409 missing-record');
    const question = {...made.question, counter: 2, asked: 1};
    assert.equal(await told(await put(question)), '400 not-understood');
    const alliance = {...made.alliance, id: newId()};
    assert.equal(await told(await put(alliance)), '409 another-alliance');
  });

  it('of a tested profile or plan stay as they are', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open());
    const version = made.cards.find(({kind}) => kind === 'plan-version');
    assert.ok(version?.kind === 'plan-version');
    const put = await ask('PUT', `/cards/${version.id}`, {body: {...version, counter: 2, text: 'Een park.'}});
    assert.equal(await told(put), '409 frozen');
  });

  it('close a round, once and for all, and say so in the audit trail', async () => {
    const database = await ground.open();
    const {atDesk: ask, made, give} = await deskOn(database);
    for (let voter = 0; voter < 4; voter++) await give(made, ballotOn(made));
    const before = await read<{counts: Record<string, number>}>(await ask('GET', '/counts'));
    assert.equal(before.counts[made.round.id], 4);
    const closed = {...made.round, counter: 2, status: 'closed'};
    assert.equal((await ask('PUT', `/cards/${made.round.id}`, {body: closed})).status, 200);
    assert.equal((await ask('PUT', `/cards/${made.round.id}`, {body: closed})).status, 200);
    const reopened = {...made.round, counter: 3};
    assert.equal(await told(await ask('PUT', `/cards/${made.round.id}`, {body: reopened})), '409 closed');
    assert.equal(await told(await give(made, ballotOn(made))), '409 closed');
    const after = await read<{counts: Record<string, number>}>(await ask('GET', '/counts'));
    assert.equal(after.counts[made.round.id], 4);
    const {items} = await read<{items: {act: string; subject: string}[]}>(await ask('GET', '/audit'));
    assert.deepEqual(
      items.map(({act, subject}) => ({act, subject})),
      [{act: 'round-closed', subject: made.round.id}],
    );
  });

  it('close a question only as its sender saw it, also when several do so at once', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open());
    const {question} = made;
    const headers = {'If-Match': etagOf(canonical(question))};
    const closings = [2, 3, 4, 5, 6].map(counter => {
      const closed = {...question, counter, status: 'closed', resultsOn: `2027-01-0${counter}`};
      return ask('PUT', `/cards/${question.id}`, {headers, body: closed});
    });
    const answers = await Promise.all((await Promise.all(closings)).map(told));
    assert.deepEqual(answers.sort(), ['200', ...Array.from({length: 4}, () => '412 changed')]);
  });

  it('are listed page by page, each once', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open());
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await read<{items: {id: string}[]; next?: string}>(await ask('GET', `/cards?limit=3${cursor}`));
      seen.push(...page.items.map(({id}) => id));
      cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    assert.deepEqual(seen, made.cards.map(({id}) => id).sort());
    for (const wrong of ['?limit=0', '?limit=501', '?kind=ballot', '?cursor=1', '?page=2'])
      assert.equal(await told(await ask('GET', `/cards${wrong}`)), '400 not-understood', wrong);
  });

  if (ground.kind === 'postgres') {
    it('about words that somebody takes back at that moment are not kept', async () => {
      const address = await ground.address();
      const {atDesk, made, give} = await deskOn(await ground.at(address));
      const quote = quoteOn(made, 'Ik ben Kees.');
      await give(made, quote);
      const decision = {...decisionOn(quote, 'released'), redacted: 'Ik ben [naam], van Kees.'};
      const beside = await ground.at(address);
      const {put} = await transact(beside, async connection => {
        await connection.updateTable('voice').set({body: ''}).where('id', '=', quote.id).execute();
        await forget(connection, [{alliance: made.alliance.id, id: quote.id, words: ''}]);
        const put = atDesk('PUT', `/cards/${decision.id}`, {body: decision});
        await untilWaiting(beside, put);
        return {put};
      });
      assert.equal(await told(await put), '409 missing-record');
      assert.doesNotMatch(await (await atDesk('GET', '/cards')).text(), /Kees/);
    });

    it('of a plan stay as they are once a round is about to test them', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {atDesk, made, cookie} = await deskOn(database);
      const card = (kind: string) => made.cards.find(each => each.kind === kind);
      const version = {...card('plan-version'), id: newId()};
      assert.equal((await atDesk('PUT', `/cards/${version.id}`, {body: version})).status, 201);
      const beside = await ground.at(address);
      let changing: Promise<Response> | undefined;
      const change = () => {
        changing ??= atDesk('PUT', `/cards/${version.id}`, {body: {...version, counter: 2, text: 'Een park.'}});
        return untilWaiting(beside, changing);
      };
      const {ask} = bench(watched(database, ['insert', 'card'], change));
      const round = {...made.round, id: newId(), planVersion: version.id};
      const path = `/v1/alliances/${made.slug}/cards/${round.id}`;
      assert.equal((await ask('PUT', path, {headers: {cookie}, body: round})).status, 201);
      assert.ok(changing);
      assert.equal(await told(await changing), '409 frozen');
    });
  }
});
