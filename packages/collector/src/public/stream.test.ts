import assert from 'node:assert/strict';
import {test} from 'node:test';
import {silent} from '../log.js';
import {Beat} from './beat.js';
import {Streams} from './stream.js';

const turn = () => new Promise(setImmediate);

test('a client that reads slowly gets the latest state, and nothing piles up for it', async ({mock}) => {
  mock.timers.enable({apis: ['setTimeout', 'setInterval', 'Date']});
  let looks = 0;
  const beat = new Beat(() => Promise.resolve({revision: Math.min(++looks, 3), counts: {}}), {
    log: silent,
    clock: Date.now,
  });
  const streams = new Streams(beat);
  const stream = streams.open({alliance: 'a', known: undefined, retry: 1_000, left: () => undefined});
  await turn();
  for (let beats = 0; beats < 200; beats++) {
    mock.timers.tick(150);
    await turn();
  }
  assert.equal(looks, 201);
  const pieces = stream.pipeThrough(new TextDecoderStream()).getReader();
  assert.match((await pieces.read()).value ?? '', /^retry: 1000\n/);
  const {value = ''} = await pieces.read();
  assert.match(value, /"revision":3,/, 'also when nothing happened since for so long that a comment was due');
  streams.close();
  assert.deepEqual(await pieces.read(), {value: undefined, done: true});
});
