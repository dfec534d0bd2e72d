import assert from 'node:assert/strict';
import {once} from 'node:events';
import {PassThrough} from 'node:stream';
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
  const client = new PassThrough({highWaterMark: 1});
  streams.open({alliance: 'a', known: undefined, retry: 1_000, left: () => undefined})(client);
  await turn();
  for (let beats = 0; beats < 200; beats++) {
    mock.timers.tick(150);
    await turn();
  }
  assert.equal(looks, 201);
  const heard: string[] = [];
  client.on('data', piece => heard.push(String(piece)));
  for (let turns = 0; turns < 5; turns++) await turn();
  const [hello = '', ...events] = heard;
  assert.match(hello, /^retry: 1000\n/);
  const revisions = events.map(event => /"revision":(\d)/.exec(event)?.[1]);
  assert.deepEqual(revisions, ['3'], 'the latest, also when a comment was due since');
  const ended = once(client, 'end');
  streams.close();
  await ended;
});

test('a stream with nothing to tell says that it is there, so that no proxy thinks it is dead', async ({mock}) => {
  mock.timers.enable({apis: ['setTimeout', 'setInterval', 'Date']});
  const beat = new Beat(() => Promise.resolve({revision: 1, counts: {}}), {log: silent, clock: Date.now});
  const client = new PassThrough();
  const heard: string[] = [];
  client.on('data', piece => heard.push(String(piece)));
  const streams = new Streams(beat);
  streams.open({alliance: 'a', known: undefined, retry: 1_000, left: () => undefined})(client);
  await turn();
  assert.equal(heard.length, 2, 'what it begins with, and the present state');
  mock.timers.tick(20_000);
  await turn();
  assert.deepEqual(heard.slice(2), [': still here\n\n']);
  streams.close();
});

test('who left before there was something to write is not followed', () => {
  const client = new PassThrough().destroy();
  let left = 0;
  const beat = new Beat(() => Promise.reject(new Error('Nobody listens.')), {log: silent, clock: Date.now});
  new Streams(beat).open({alliance: 'a', known: undefined, retry: 1_000, left: () => left++})(client);
  assert.equal(left, 1);
});

test('a stream that opens after all were ended ends at once', async () => {
  const client = new PassThrough().resume();
  const ended = once(client, 'end');
  let left = 0;
  const beat = new Beat(() => Promise.reject(new Error('Nobody listens.')), {log: silent, clock: Date.now});
  const streams = new Streams(beat);
  streams.close();
  streams.open({alliance: 'a', known: undefined, retry: 1_000, left: () => left++})(client);
  await ended;
  assert.equal(left, 1);
});
