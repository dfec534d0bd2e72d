import assert from 'node:assert/strict';
import {test} from 'node:test';
import {First} from './first.js';

test('the first of many are the first by id, in whatever order they come', () => {
  const ids = Array.from({length: 1_000}, (_, place) => String((place * 379) % 1_000).padStart(3, '0'));
  for (const most of [1, 7, 999, 1_000, 2_000]) {
    const first = new First<string>(most, id => id);
    for (const id of ids) first.offer(id);
    assert.deepEqual(first.items, [...ids].sort().slice(0, most), `the first ${most}`);
  }
});
