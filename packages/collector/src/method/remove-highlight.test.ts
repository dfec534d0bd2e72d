import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {RecordOf} from '@samenwaarde/core/schema';
import {onBothDatabases, untilWaiting} from '../database/database.test-helper.js';
import {watched} from '../database/watched.test-helper.js';
import {bench, newId, quoteOn, told} from '../voices/round.test-helper.js';
import {deskOn, highlightIn, read, type Desk} from './desk.test-helper.js';

/** A desk in an alliance where everybody reads quotes at once, with one that has a highlight in it. */
async function marked(desk: Desk) {
  const {atDesk, give, made} = desk;
  const quote = quoteOn(made, 'Er zijn bomen voor schaduw.');
  await give(made, quote);
  const value: RecordOf<'value'> = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'koelte'};
  const highlight = highlightIn(quote, {value: value.id, exact: 'schaduw'});
  for (const card of [value, highlight]) assert.equal((await put(desk, card)).status, 201);
  const longlist = async () => {
    const {records} = await read<{records: {kind: string; name?: string}[]}>(
      await desk.ask('GET', `/v1/alliances/${made.slug}`),
    );
    return records.flatMap(({kind, name}) => (kind === 'value' ? [name] : []));
  };
  const remove = () => atDesk('DELETE', `/cards/${highlight.id}`);
  return {value, highlight, longlist, remove};
}

function put({atDesk}: Desk, card: {readonly id: string}): Promise<Response> {
  return atDesk('PUT', `/cards/${card.id}`, {body: card});
}

onBothDatabases('a highlight that was a mistake', ground => {
  const released = {question: {moderation: 'released' as const}};

  it('is taken away, with its value from the longlist, and made again under the name that is still there', async () => {
    const desk = await deskOn(await ground.open(), released);
    const {highlight, longlist, remove} = await marked(desk);
    assert.deepEqual(await longlist(), ['koelte']);
    const other = {'If-Match': '"another"'};
    assert.equal(await told(await desk.atDesk('DELETE', `/cards/${highlight.id}`, {headers: other})), '412 changed');
    assert.equal(await told(await remove()), '204');
    assert.deepEqual(await longlist(), []);
    assert.equal(await told(await remove()), '404 not-found');
    const {items} = await read<{items: {act: string; subject: string}[]}>(await desk.atDesk('GET', '/audit'));
    const removals = items.filter(({act}) => act === 'highlight-removed');
    assert.deepEqual(
      removals.map(({subject}) => subject),
      [highlight.id],
    );
    assert.equal((await put(desk, {...highlight, id: newId()})).status, 201);
    assert.deepEqual(await longlist(), ['koelte']);
  });

  it('stays, as its value does, while people vote on the rubric that it is in', async () => {
    const desk = await deskOn(await ground.open(), released);
    const {value, highlight, remove, longlist} = await marked(desk);
    const {made} = desk;
    const rubric = made.cards.find(({kind}) => kind === 'rubric');
    assert.equal((await put(desk, {...rubric, id: rubric?.id ?? '', ...{counter: 2, values: [value.id]}})).status, 200);
    const renamed = {...value, counter: 2, name: 'schaduw'};
    const other = {...value, id: newId(), name: 'groen'};
    const moved = {...highlight, counter: 2, value: other.id};
    assert.equal((await put(desk, other)).status, 201);
    assert.equal(await told(await remove()), '409 frozen');
    assert.equal(await told(await put(desk, moved)), '409 frozen');
    assert.equal(await told(await put(desk, renamed)), '409 frozen');
    assert.deepEqual(await longlist(), ['koelte']);
    assert.equal((await put(desk, {...made.voteRound, ...{counter: 2, status: 'closed'}})).status, 200);
    assert.equal((await put(desk, renamed)).status, 200);
    assert.deepEqual(await longlist(), ['schaduw']);
    assert.equal(await told(await remove()), '204');
  });

  it('stays when a vote opens on its value at that moment', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const desk = await deskOn(database, released);
    const {made, cookie} = desk;
    const {value, remove, longlist} = await marked(desk);
    const rubric = made.cards.find(({kind}) => kind === 'rubric');
    assert.equal((await put(desk, {...made.voteRound, ...{counter: 2, status: 'closed'}})).status, 200);
    assert.equal((await put(desk, {...rubric, id: rubric?.id ?? '', ...{counter: 2, values: [value.id]}})).status, 200);
    let removing: Promise<Response> | undefined;
    const beside = ground.kind === 'postgres' ? await ground.at(address) : undefined;
    // On SQLite whoever comes second waits for the one connection.
    const meanwhile = async () => {
      removing ??= remove();
      if (beside !== undefined) await untilWaiting(beside, removing);
    };
    const {ask} = bench(watched(database, ['insert', 'card'], meanwhile));
    const round = {...made.voteRound, id: newId()};
    const path = `/v1/alliances/${made.slug}/cards/${round.id}`;
    assert.equal((await ask('PUT', path, {headers: {cookie}, body: round})).status, 201);
    assert.equal(removing && (await told(await removing)), '409 frozen');
    assert.deepEqual(await longlist(), ['koelte']);
  });

  it('is all that can be taken away', async () => {
    const desk = await deskOn(await ground.open());
    for (const {id} of desk.made.cards)
      assert.equal(await told(await desk.atDesk('DELETE', `/cards/${id}`)), '409 another-kind');
  });
});
