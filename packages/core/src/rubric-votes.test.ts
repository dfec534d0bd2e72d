import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  addVote,
  countVotes,
  mergeVotes,
  removeVote,
  unmergeVotes,
  withNames,
  type VoteCounts,
  type Voted,
} from './rubric-votes.js';

const none: Voted = {recognition: {}, dots: {}, names: {}};
const empty: VoteCounts = {votes: 0, dotVoters: 0, rubrics: {}};

const rubric = fc.constantFrom('r1', 'r2', 'r3');
const name = fc.oneof(
  fc.record({proposal: fc.constantFrom('p1', 'p2')}),
  fc.record({
    own: fc.constantFrom('Welkom', 'welkom', ' Welkom  hier ', 'Welkom hier', '__proto__', 'constructor', '  '),
  }),
);
const anyVote: fc.Arbitrary<Voted> = fc.record({
  recognition: fc.dictionary(rubric, fc.constantFrom('fits', 'partly', 'not', 'unknown'), {noNullPrototype: true}),
  dots: fc.dictionary(rubric, fc.integer({min: 1, max: 3}), {noNullPrototype: true}),
  names: fc.dictionary(rubric, name, {noNullPrototype: true}),
});
const anyVotes = fc.array(anyVote, {maxLength: 12});

function shuffledOrder<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], {minLength: items.length, maxLength: items.length});
}

describe('countVotes', () => {
  it('counts every answer on every rubric', () => {
    const votes: Voted[] = [
      {recognition: {r1: 'fits', r2: 'not'}, dots: {r1: 2, r2: 1}, names: {r1: {proposal: 'p1'}}},
      {recognition: {r1: 'fits'}, dots: {r1: 3}, names: {r1: {own: ' Welkom   hier'}}},
      {recognition: {r1: 'unknown'}, dots: {}, names: {r1: {proposal: 'p1'}}},
      none,
    ];
    assert.deepEqual(countVotes(votes), {
      votes: 4,
      dotVoters: 2,
      rubrics: {
        r1: {
          recognition: {fits: 2, unknown: 1},
          proposals: {p1: 2},
          ownNames: {'Welkom hier': 1},
          dots: 5,
          dotVoters: 2,
        },
        r2: {recognition: {not: 1}, proposals: {}, ownNames: {}, dots: 1, dotVoters: 1},
      },
    });
  });

  it('counts no votes, and a vote that says nothing', () => {
    assert.deepEqual(countVotes([]), empty);
    assert.deepEqual(countVotes([none, {...none, names: {r1: {own: '  '}}}]), {...empty, votes: 2});
  });

  it('is what a recount by hand says', () => {
    fc.assert(
      fc.property(anyVotes, votes => {
        const counts = countVotes(votes);
        assert.equal(counts.votes, votes.length);
        assert.equal(counts.dotVoters, votes.filter(vote => Object.keys(vote.dots).length > 0).length);
        for (const on of ['r1', 'r2', 'r3']) {
          const counted = counts.rubrics[on];
          const fits = votes.filter(vote => vote.recognition[on] === 'fits').length;
          const dots = votes.flatMap(vote => vote.dots[on] ?? []);
          assert.equal(counted?.recognition['fits'] ?? 0, fits);
          assert.equal(
            counted?.dots ?? 0,
            dots.reduce((sum, placed) => sum + placed, 0),
          );
          assert.equal(counted?.dotVoters ?? 0, dots.length);
          const own = votes.filter(vote => JSON.stringify(vote.names[on] ?? null).includes('__proto__')).length;
          assert.equal(new Map(Object.entries(counted?.ownNames ?? {})).get('__proto__') ?? 0, own);
        }
      }),
    );
  });

  it('takes one name for one name, however its accents are typed', () => {
    const votes = ['Caf\u00e9', 'Cafe\u0301'].map(own => ({...none, names: {r1: {own}}}));
    assert.deepEqual(countVotes(votes).rubrics['r1']?.ownNames, {'Caf\u00e9': 2});
  });

  it('takes a thousand own names in its stride', () => {
    const votes = Array.from({length: 1000}, (_, i) => ({...none, names: {r1: {own: `name ${i}`}}}));
    assert.equal(Object.keys(countVotes(votes).rubrics['r1']?.ownNames ?? {}).length, 1000);
  });
});

describe('addVote, removeVote, mergeVotes and unmergeVotes', () => {
  it('are exact inverses: whatever stays, in whatever order the others came and went', () => {
    const comings = fc
      .tuple(anyVotes, anyVotes)
      .chain(([stay, go]) =>
        fc.record({stay: fc.constant(stay), coming: shuffledOrder([...stay, ...go]), going: shuffledOrder(go)}),
      );
    fc.assert(
      fc.property(comings, ({stay, coming, going}) => {
        assert.deepEqual(going.reduce(removeVote, coming.reduce(addVote, empty)), countVotes(stay));
      }),
    );
  });

  it('merge any split, and unmerge any part', () => {
    fc.assert(
      fc.property(anyVotes, anyVotes, (a, b) => {
        const whole = mergeVotes(countVotes(a), countVotes(b));
        assert.deepEqual(whole, countVotes([...b, ...a]));
        assert.deepEqual(unmergeVotes(whole, countVotes(b)), countVotes(a));
      }),
    );
  });

  it('add names that are read later to votes that were counted without them', () => {
    const anyReading = fc.array(fc.tuple(anyVote, fc.dictionary(rubric, name, {noNullPrototype: true})), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyReading, reading => {
        const bare = countVotes(reading.map(([vote]) => ({...vote, names: {}})));
        const whole = countVotes(reading.map(([vote, names]) => ({...vote, names})));
        const read = reading.map(([, names]) => names);
        assert.deepEqual(withNames(bare, read), whole);
      }),
    );
  });

  const one: Voted = {recognition: {r1: 'fits'}, dots: {r1: 2}, names: {r1: {proposal: 'p1'}}};
  const refused: [what: string, vote: Voted][] = [
    ['an answer that nobody gave', {...none, recognition: {r1: 'not'}}],
    ['a name that nobody chose', {...none, names: {r1: {own: 'p1'}}}],
    ['more dots than there are', {...one, dots: {r1: 3}}],
    ['fewer dots than somebody placed', {...one, dots: {r1: 1}}],
    ['a vote without the answers that are left', none],
    ['a vote without the dots that are left', {...one, dots: {}}],
  ];
  for (const [what, vote] of refused) {
    it(`refuse to remove ${what}`, () => assert.throws(() => removeVote(countVotes([one]), vote), /not among/));
  }
  it('refuse to remove a vote without a name when everybody chose one', () => {
    const named: Voted[] = [
      {...none, names: {r1: {proposal: 'p1'}}},
      {...none, names: {r1: {own: 'Hart'}}},
    ];
    assert.throws(() => removeVote(countVotes(named), none), /not among/);
  });
  it('refuse to remove a vote from none', () => assert.throws(() => removeVote(empty, none), RangeError));
});
