import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {watched} from '../database/watched.test-helper.js';
import {silent} from '../log.js';
import {bench} from '../voices/round.test-helper.js';
import {deskOn, read} from './desk.test-helper.js';

onBothDatabases('codes for cards', ground => {
  it('are as many as are asked for, each another one', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open(), {round: {trust: 'code-cards'}});
    const {codes} = await read<{codes: string[]}>(
      await ask('POST', `/rounds/${made.round.id}/code-cards`, {body: {count: 24}}),
    );
    assert.equal(new Set(codes).size, 24);
    for (const count of [0, 2_001, 1.5])
      assert.equal((await ask('POST', `/rounds/${made.round.id}/code-cards`, {body: {count}})).status, 400);
  });

  it('are made together with the line that says who made them, or not at all', async () => {
    const database = await ground.open();
    const {made, cookie} = await deskOn(database, {round: {trust: 'code-cards'}});
    const path = `/v1/alliances/${made.slug}/rounds/${made.round.id}/code-cards`;
    const rows = async () =>
      Promise.all((['code', 'audit'] as const).map(table => database.query.selectFrom(table).selectAll().execute()));
    const asked = {headers: {cookie}, body: {count: 3}};
    const full = watched(database, ['insert', 'audit'], () => Promise.reject(new Error('The disk is full.')));
    assert.equal((await bench(full, {log: silent}).ask('POST', path, asked)).status, 500);
    assert.deepEqual(await rows(), [[], []]);
    assert.equal((await bench(database).ask('POST', path, asked)).status, 201);
    const [codes, acts] = await rows();
    assert.deepEqual([codes?.length, acts?.length], [3, 1]);
  });
});
