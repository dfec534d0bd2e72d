import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {isNewer, newest, type MethodCard} from './method-card.js';

const card = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c'),
    counter: fc.integer({min: 1, max: 3}),
    tag: fc.constantFrom('x', 'y'),
  },
  {noNullPrototype: true},
);

test('one card is the newest, however they lie: no other is newer', () => {
  fc.assert(
    fc.property(fc.array(card, {minLength: 1, maxLength: 8}), fc.infiniteStream(fc.nat()), (cards, order) => {
      const last = newest(cards);
      assert.ok(last !== undefined && cards.every(other => !isNewer(other, last)));
      const weighed = cards.map(each => ({each, weight: Number(order.next().value)}));
      const others = weighed.sort((one, other) => one.weight - other.weight).map(({each}) => each);
      assert.deepEqual(newest(others), last);
    }),
  );
  assert.equal(newest<MethodCard>([]), undefined);
});
