import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {longlist} from './longlist.js';
import {highlightOf, quoteOf, valueOf} from './thread.test-helper.js';

const quotes = [
  quoteOf('q1', 'Een plek waar je kan zitten.'),
  quoteOf('q2', 'Ergens blijven hangen.'),
  quoteOf('q3', 'Rust.'),
];
const values = [valueOf('v1', 'zitten'), valueOf('v2', 'blijven hangen'), valueOf('v3', 'rust')];
const ids = (items: ReturnType<typeof longlist>) => items.map(({value, quotes}) => [value.id, quotes]);

describe('longlist', () => {
  it('links every value to all its quotes, in the order of both', () => {
    const highlights = [
      highlightOf('v3', 'q3'),
      highlightOf('v1', 'q2'),
      highlightOf('v1', 'q1'),
      highlightOf('v2', 'q2'),
    ];
    assert.deepEqual(ids(longlist(values, highlights, quotes)), [
      ['v1', ['q1', 'q2']],
      ['v2', ['q2']],
      ['v3', ['q3']],
    ]);
  });

  it('names a quote once, however often the value was marked in it', () => {
    const highlights = [highlightOf('v1', 'q1', 0, 8), highlightOf('v1', 'q1', 4, 20)];
    assert.deepEqual(ids(longlist(values, highlights, quotes)), [['v1', ['q1']]]);
  });

  it('has no value that nobody said', () => assert.deepEqual(longlist(values, [], quotes), []));

  it('lets a value go with its last quote', () => {
    const highlights = [highlightOf('v1', 'q1'), highlightOf('v1', 'q2'), highlightOf('v2', 'q2')];
    assert.deepEqual(ids(longlist(values, highlights, quotes.slice(0, 1))), [['v1', ['q1']]]);
  });

  it('ignores a highlight of a value that is gone', () => {
    assert.deepEqual(longlist([], [highlightOf('v1', 'q1')], quotes), []);
  });
});
