import assert from 'node:assert/strict';
import {test} from 'node:test';
import {limiter, salted} from './limits.js';

const MINUTE = 60_000;

test('as much as the burst passes at once, and then what the pace allows', () => {
  let now = 0;
  const {take} = limiter({burst: 3, perMinute: 6}, () => now);
  assert.deepEqual([take('a'), take('a'), take('a')], [0, 0, 0]);
  assert.equal(take('a'), 10, 'six a minute: wait ten seconds');
  now += 9_999;
  assert.equal(take('a'), 1);
  now += 1;
  assert.equal(take('a'), 0);
  assert.equal(take('a'), 10);
});

test('what was refused does not count, and nobody saves more than the burst', () => {
  let now = 0;
  const {take} = limiter({burst: 2, perMinute: 60}, () => now);
  for (let time = 0; time < 100; time++) take('a');
  now += 2_000;
  assert.deepEqual([take('a'), take('a'), take('a')], [0, 0, 1]);
  now += 60 * MINUTE;
  assert.deepEqual([take('a'), take('a'), take('a')], [0, 0, 1]);
});

test('one does not pay for another, nor for a clock that goes back', () => {
  let now = MINUTE;
  const {take} = limiter({burst: 1, perMinute: 1}, () => now);
  assert.equal(take('a'), 0);
  assert.equal(take('b'), 0);
  now = 0;
  assert.equal(take('a'), 60);
});

test('memory does not grow with the number of addresses', () => {
  const {take} = limiter({burst: 1, perMinute: 1}, () => 0);
  take('first');
  for (let address = 0; address < 50_000; address++) take(String(address));
  assert.equal(take('first'), 0, 'the first was forgotten');
  assert.equal(take('49999'), 60, 'the last was not');
});

test('an address gets a name that tells nothing, and another one every hour', () => {
  let now = 0;
  let draws = 0;
  const name = salted(
    length => new Uint8Array(length).fill(++draws),
    () => now,
  );
  const first = name('192.0.2.1');
  assert.equal(name('192.0.2.1'), first);
  assert.notEqual(name('192.0.2.2'), first);
  assert.doesNotMatch(first, /192/);
  now = 3_600_000;
  assert.notEqual(name('192.0.2.1'), first);
});
