import assert from 'node:assert/strict';
import {test} from 'node:test';
import {silent} from '../log.js';
import {Beat} from './beat.js';
import type {State} from './state.js';

const turn = () => new Promise(resolve => setImmediate(resolve));

test('a database that is away is looked at now and then, and told of when it is there again', async ({mock}) => {
  mock.timers.enable({apis: ['setTimeout']});
  const heard: State[] = [];
  const failed: string[] = [];
  const database: {state?: State} = {};
  const read = () =>
    database.state === undefined ? Promise.reject(new Error('away')) : Promise.resolve(database.state);
  const log = {...silent, error: (event: string) => void failed.push(event)};
  const beat = new Beat(read, {log, clock: () => 0});
  const leave = beat.listen('alliance', told => heard.push(told.state));
  const pass = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      mock.timers.tick(50);
      await turn();
    }
  };
  await pass(60_000);
  assert.ok(failed.length > 5 && failed.length <= 31, `${failed.length} lines in the log of a minute`);
  database.state = {revision: 1, counts: {}};
  await pass(3_000);
  assert.deepEqual(heard, [database.state]);
  leave();
});
