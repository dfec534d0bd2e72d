import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openDatabase} from '../database/open.js';
import {bench, told} from '../voices/round.test-helper.js';

test('a collector that does not reach its database lives, and is not ready', async () => {
  const database = await openDatabase(':memory:');
  const {ask} = bench(database);
  const [live, ready] = ['/health/live', '/health/ready'];
  assert.deepEqual([(await ask('GET', live)).status, (await ask('GET', ready)).status], [200, 200]);
  await database.close();
  assert.equal((await ask('GET', live)).status, 200);
  const away = await ask('GET', ready);
  assert.equal(away.headers.get('Retry-After'), '2');
  assert.equal(await told(away), '503 database-away');
});
