import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {follow, isInPlace} from './highlight.js';
import type {Highlight} from './schema.js';

const at = (exact: string, start: number, end = start + Array.from(exact).length): Highlight => ({
  ...{schema: 1, kind: 'highlight', id: '', counter: 1, tag: 'a', quote: '', value: '', pass: 'p'},
  ...{exact, start, end},
});

describe('isInPlace', () => {
  it('counts code points, and wants the very words', () => {
    assert.equal(isInPlace(at('rust', 2), '😀 rust'), true);
    assert.equal(isInPlace(at('rust', 3), '😀 rust'), false);
    assert.equal(isInPlace(at('rust', 2, 7), '😀 rust'), false);
    assert.equal(isInPlace(at('rust', 2, 5), '😀 rust'), false);
    assert.equal(isInPlace(at('rust', 900), '😀 rust'), false);
    assert.equal(isInPlace(at('👍🏽', 1), 'a👍🏽b'), true);
  });
});

describe('follow', () => {
  it('stays where it is, else goes to the same words that are nearest, else nowhere', () => {
    const cases: readonly (readonly [string, Highlight, number | undefined])[] = [
      ['rust en rust', at('rust', 8), 8],
      ['[naam] rust', at('rust', 2), 7],
      ['rust rust', at('rust', 6), 5],
      ['rust - rust', at('rust', 1), 0],
      ['rust__rust', at('rust', 3), 0],
      ['😀😀 rust', at('rust', 0), 3],
      ['groen', at('rust', 0), undefined],
      ['', at('rust', 0), undefined],
    ];
    for (const [text, highlight, start] of cases) {
      const moved = follow(highlight, text);
      assert.equal(moved?.start, start, text);
      if (moved !== undefined) assert.ok(isInPlace(moved, text));
    }
  });
});
