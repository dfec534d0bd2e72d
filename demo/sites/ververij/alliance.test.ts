import assert from 'node:assert/strict';
import {test} from 'node:test';
import {average, scorecard, show, tally, terms} from '@samenwaarde/core';
import {backup, parseFile} from '@samenwaarde/core/files';
import type {Kind, RecordOf} from '@samenwaarde/core/schema';
import {roundOf, rubricOf, ververij} from './alliance.js';
import {coreValues, type CoreValueKey} from './core-values.js';

const records = ververij();

function all<K extends Kind>(kind: K): RecordOf<K>[] {
  return records.filter((record): record is RecordOf<K> => record.kind === kind);
}

interface Figures {
  average: number | null;
  verdict: string;
  values: Record<string, {mean: number | null; below: number | null; dissent: boolean}>;
}

/** The scorecard as it is when the round is closed, by the key of the core value. */
function scoresOf(round: string): Figures {
  const asked = all('round').find(({id}) => id === round)!;
  const profile = all('profile-version')[0]!;
  const ballots = all('ballot').filter(ballot => ballot.round === round);
  const closed = terms({...asked, status: 'closed'}, profile, 'ballots');
  const scores = scorecard(show(tally(ballots), closed), closed);
  const keys = new Map(coreValues.map(({key}) => [rubricOf(key), key]));
  return {
    average: average(scores),
    verdict: scores.verdict,
    values: Object.fromEntries(
      scores.values.map(({value, mean, insufficientCount: below, dissent}) => {
        return [keys.get(value) ?? value, {mean, below, dissent}] as const;
      }),
    ),
  };
}

const figures: readonly [
  plan: 'wonen' | 'verfplein',
  version: number,
  ballots: number,
  means: Record<CoreValueKey, number>,
  verdict: string,
][] = [
  ['verfplein', 1, 21, {gastvrij: 8.0, ademruimte: 7.3, geworteld: 7.5, vertrouwd: 6.3, eerlijk: 6.9}, 'pass'],
  ['wonen', 1, 24, {gastvrij: 4.8, ademruimte: 7.9, geworteld: 8.1, vertrouwd: 7.6, eerlijk: 7.4}, 'insufficient'],
  ['wonen', 2, 22, {gastvrij: 6.9, ademruimte: 7.6, geworteld: 8.1, vertrouwd: 6.1, eerlijk: 7.5}, 'pass'],
];

for (const [plan, version, ballots, means, verdict] of figures) {
  test(`${plan} version ${version} gets the marks that were told`, () => {
    const round = roundOf(plan, version);
    const scores = scoresOf(round);
    assert.equal(all('ballot').filter(ballot => ballot.round === round).length, ballots);
    assert.deepEqual(Object.fromEntries(Object.entries(scores.values).map(([key, {mean}]) => [key, mean])), means);
    assert.equal(scores.verdict, verdict);
  });
}

test('a mean of 7,2 does not save the first Wonen aan het kanaal', () => {
  assert.equal(scoresOf(roundOf('wonen', 1)).average, 7.2);
});

test('8 of 22 find Vertrouwd insufficient in the second, and only there people are divided', () => {
  const {values} = scoresOf(roundOf('wonen', 2));
  assert.deepEqual(values['vertrouwd'], {mean: 6.1, below: 8, dissent: true});
  assert.equal(values['gastvrij']?.dissent, false);
});

test('the whole alliance is a backup that opens', () => {
  const parsed = parseFile(JSON.stringify(backup(records)));
  assert.deepEqual(parsed.type === 'refused' ? parsed.problems : [], []);
});

test('every id is of version 4, used once, and the same at the next build', () => {
  const ids = records.map(({id}) => id);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ververij(), records);
});

test('every highlight is exactly what stands in its quote, in code points', () => {
  const quotes = new Map(all('quote').map(({id, text}) => [id, Array.from(text)]));
  assert.equal(quotes.size, 24);
  for (const {quote, start, end, exact} of all('highlight')) {
    assert.equal(quotes.get(quote)?.slice(start, end).join(''), exact);
  }
});

test('every value is in a core value, and behind every value are words of somebody', () => {
  const placed = new Set(all('rubric').flatMap(({values}) => values));
  const said = new Set(all('highlight').map(({value}) => value));
  for (const {id, name} of all('value')) {
    assert.ok(placed.has(id), `${name} has a place`);
    assert.ok(said.has(id), `${name} was said`);
  }
});

test('the sides of a core value hold only values of that core value', () => {
  const rubrics = new Map(all('rubric').map(({id, values}) => [id, values]));
  for (const {rubric, name, facets} of all('profile-version').flatMap(({coreValues}) => coreValues)) {
    const values = Object.values(facets).flatMap(facet => facet.values);
    assert.deepEqual([...values].sort(), [...(rubrics.get(rubric) ?? [])].sort(), name);
  }
});

test('the telephone number that was pointed out is nowhere', () => {
  assert.doesNotMatch(JSON.stringify(records), /06[ -]?12/);
});
