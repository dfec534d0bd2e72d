import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {highlightOf, quoteOf, rubricOf, valueOf} from './thread.test-helper.js';
import {trace, valuesIn, type Thread, type TracedPile} from './trace.js';

const thread: Thread = {
  quotes: [quoteOf('q1', 'Bomen en open water.'), quoteOf('q2', 'Rust, en schaduw.'), quoteOf('q3', 'Die kastanje.')],
  values: [valueOf('v1', 'bomen'), valueOf('v2', 'rust'), valueOf('v3', 'schaduw'), valueOf('v4', 'niet gezegd')],
  highlights: [
    highlightOf('v1', 'q3'),
    highlightOf('v1', 'q1'),
    highlightOf('v2', 'q2', 0),
    highlightOf('v3', 'q2', 9),
    highlightOf('v3', 'q2', 2),
  ],
  rubrics: [rubricOf('green', ['v1'], 'air'), rubricOf('air', ['v2', 'v4']), rubricOf('shade', ['v3'], 'green')],
};

/** Ids in the shape of the piles. */
const shape = ({rubric, values, piles}: TracedPile): unknown => [
  rubric.id,
  values.map(({value, sources}) => [value.id, sources.map(({quote, highlight}) => `${quote.id}:${highlight.start}`)]),
  piles.map(shape),
];

describe('trace', () => {
  it('goes back from a rubric to the very words, layer by layer', () => {
    const air = trace('air', thread);
    assert.ok(air);
    assert.deepEqual(shape(air), [
      'air',
      [['v2', ['q2:0']]],
      [['green', [['v1', ['q1:0', 'q3:0']]], [['shade', [['v3', ['q2:2', 'q2:9']]], []]]]],
    ]);
    assert.equal(air.piles[0]?.values[0]?.sources[1]?.quote.text, 'Die kastanje.');
  });

  it('starts at any layer', () => {
    const shade = trace('shade', thread);
    assert.deepEqual(shade && shape(shade), ['shade', [['v3', ['q2:2', 'q2:9']]], []]);
  });

  it('knows no rubric that is not there', () => assert.equal(trace('water', thread), undefined));

  it('loses a value with its last quote', () => {
    const air = trace('air', {...thread, quotes: thread.quotes.slice(0, 1)});
    assert.deepEqual(air && valuesIn(air).map(({value}) => value.id), ['v1']);
  });

  it('follows piles in a ring once', () => {
    const rubrics = [rubricOf('a', ['v1'], 'b'), rubricOf('b', ['v2'], 'a'), rubricOf('self', ['v3'], 'self')];
    const [a, self] = [trace('a', {...thread, rubrics}), trace('self', {...thread, rubrics})];
    assert.deepEqual(a && valuesIn(a).map(({value}) => value.id), ['v1', 'v2']);
    assert.deepEqual(self?.piles, []);
  });
});

describe('valuesIn', () => {
  it('names every value once, those of the piles inside too', () => {
    const rubrics = [rubricOf('a', ['v1', 'v2']), rubricOf('b', ['v2', 'v3'], 'a')];
    const a = trace('a', {...thread, rubrics});
    assert.deepEqual(a && valuesIn(a).map(({value}) => value.id), ['v1', 'v2', 'v3']);
  });
});
