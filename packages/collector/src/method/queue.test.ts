import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {it} from 'node:test';
import {uuid} from '@samenwaarde/core';
import {onBothDatabases} from '../database/database.test-helper.js';
import {ballotOn, newId, quoteOn, reasonOn, voteOn} from '../voices/round.test-helper.js';
import {deskOn, read} from './desk.test-helper.js';

onBothDatabases('what people wrote', ground => {
  it('is read by status, and decided by a card', async () => {
    const {atDesk: ask, made, give} = await deskOn(await ground.open());
    const [kept, shown] = [quoteOn(made, 'Nog te lezen.'), quoteOn(made, 'Gelezen.')];
    for (const record of [kept, shown, reasonOn(made), ballotOn(made)]) await give(made, record);
    const decision = {
      schema: 1,
      kind: 'moderation',
      id: newId(),
      counter: 1,
      tag: 'a',
      of: shown.id,
      outcome: 'released',
    };
    assert.equal((await ask('PUT', `/cards/${decision.id}`, {body: decision})).status, 201);
    const queue = async (query: string) => {
      const page = await read<{items: {record: {id: string; kind: string}; status: string}[]}>(
        await ask('GET', `/queue${query}`),
      );
      return page.items;
    };
    assert.deepEqual(
      (await queue('?status=held&kind=quote')).map(({record}) => record.id),
      [kept.id],
    );
    assert.deepEqual(
      (await queue('?status=released')).map(({record}) => record.id),
      [shown.id],
    );
    assert.deepEqual(
      (await queue('?kind=reason')).map(({status}) => status),
      ['held'],
    );
    assert.equal((await queue('')).length, 3, 'a ballot has no words');
    await give(made, voteOn(made, {names: {[made.values[0] ?? '']: {own: 'Thuis'}}}));
    const {waiting} = await read<{waiting: object}>(await ask('GET', '/counts'));
    assert.deepEqual(waiting, {quote: 1, reason: 1, 'own-name': 1}, 'a quote was released');
  });

  it('comes in pages without an order that tells anything', async () => {
    const {atDesk: ask, made, give} = await deskOn(await ground.open());
    const quotes = Array.from({length: 7}, () => quoteOn(made));
    for (const quote of quotes) await give(made, quote);
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: {items: {record: {id: string}}[]; next?: string} = await read(
        await ask('GET', `/queue?limit=3${after}`),
      );
      seen.push(...page.items.map(({record}) => record.id));
      cursor = page.next;
    }
    assert.deepEqual(seen, quotes.map(({id}) => id).sort());
  });

  it('is joined to nothing else of its vote, also by who knows how the vote is called', async () => {
    const {atDesk: ask, made, give} = await deskOn(await ground.open());
    const [rubric = ''] = made.values;
    const objections = {[rubric]: 'Past niet.'};
    const vote = voteOn(made, {names: {[rubric]: {own: 'Thuis'}}, objections, missing: 'Rust.'});
    await give(made, vote);
    const {items} = await read<{items: {id: string}[]}>(await ask('GET', '/remarks'));
    assert.equal(items.length, 2);
    const guesses = [`objection ${rubric}`, 'missing'].map(part => {
      const digest = createHash('sha256').update(`${vote.id} ${part}`).digest();
      return uuid(length => digest.subarray(0, length));
    });
    for (const {id} of items) assert.ok(!guesses.includes(id));
  });
});
