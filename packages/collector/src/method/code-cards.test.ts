import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
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
});
