import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Counted} from './count.js';
import {OwnParts} from './own-parts.js';

/** Names one after another, and parts that take theirs from them. */
function parts(): OwnParts {
  let drawn = 0;
  return new OwnParts(() => `part ${++drawn}`);
}

const more = (n: number, round = 'r'): Counted => ({alliance: 'a', round, counts: {'': {0: n}, v: {7: n}}});

describe('the parts of a writer', () => {
  it('grow by what was counted, once it was kept', () => {
    const own = parts();
    const first = own.with([more(2)]);
    assert.deepEqual(
      first.map(({part, isNew, body}) => [part, isNew, body]),
      [['part 1', true, '{"":{"0":2},"v":{"7":2}}']],
    );
    own.keep(first);
    const second = own.with([more(3)]);
    assert.deepEqual(
      second.map(({part, isNew, body}) => [part, isNew, body]),
      [['part 1', false, '{"":{"0":5},"v":{"7":5}}']],
    );
    assert.deepEqual(own.with([more(3)])[0]?.counts, second[0]?.counts, 'what was not kept did not happen');
  });

  it('hold less than nothing where they take back what another counted, and nothing of what is zero', () => {
    const own = parts();
    own.keep(own.with([more(1)]));
    assert.equal(own.with([more(-1)])[0]?.body, '{}');
    assert.equal(own.with([more(-2)])[0]?.body, '{"":{"0":-1},"v":{"7":-1}}');
  });

  it('begin anew when it is not known whether the last was written', () => {
    const own = parts();
    const first = own.with([more(1), more(1, 's')]);
    own.keep(first);
    own.forget(first.slice(0, 1));
    assert.deepEqual(
      own.with([more(1), more(1, 's')]).map(({isNew, counts}) => [isNew, counts['']?.[0]]),
      [
        [true, 1],
        [false, 2],
      ],
    );
  });
});
