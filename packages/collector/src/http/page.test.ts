import assert from 'node:assert/strict';
import {test} from 'node:test';
import {page} from './page.js';

test('a page leads to the next one when there is one, and no further', () => {
  assert.deepEqual(page([1, 2, 3], 2, String), {items: [1, 2], next: '2'});
  assert.deepEqual(page([1, 2], 2, String), {items: [1, 2], next: undefined}, 'the last page is full');
  assert.deepEqual(page([], 2, String), {items: [], next: undefined});
});
