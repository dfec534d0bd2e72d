import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RecordOf} from '@samenwaarde/core/schema';
import {closes, refusal, reopens, type Card} from './freeze.js';

const id = '00000000-0000-4000-8000-000000000001';
const card = {schema: 1, id, counter: 1, tag: 'a'} as const;
const round: RecordOf<'round'> = {
  ...card,
  kind: 'round',
  planVersion: id,
  profileVersion: id,
  passMark: 5.5,
  passMarks: {},
  leftOut: [],
  scale: 'marks',
  notApplicable: false,
  k: 5,
  trust: 'open-link',
  status: 'open',
};
const vote: RecordOf<'vote-round'> = {
  ...card,
  kind: 'vote-round',
  rubrics: [id],
  recognition: true,
  dots: 3,
  names: true,
  k: 5,
  status: 'open',
};
const wording = {text: 'Waardoor bent u hier graag?'};
const question: RecordOf<'question'> = {
  ...card,
  kind: 'question',
  versions: [wording],
  asked: 0,
  prompts: [],
  moderation: 'held',
  status: 'open',
};
const profile: RecordOf<'profile-version'> = {
  ...card,
  kind: 'profile-version',
  number: 1,
  split: 'sides',
  coreValues: [{rubric: id, name: 'Gastvrij', facets: {}}],
  noPlaceYet: 0,
};
const plan: RecordOf<'plan-version'> = {...card, kind: 'plan-version', plan: id, number: 1, text: 'Een plein.'};
const pile: RecordOf<'rubric'> = {...card, kind: 'rubric', values: [id], facets: {}};
const rubric = {...pile, name: 'Gastvrij'};
const proposal: RecordOf<'name-proposal'> = {...card, kind: 'name-proposal', rubric: id, name: 'Warm'};
const value: RecordOf<'value'> = {...card, kind: 'value', name: 'schaduw'};
const other = '00000000-0000-4000-8000-000000000002';
const closed = {status: 'closed'} as const;
const side = {emotion: {text: 'Welkom.', values: []}};

const CASES: readonly [
  what: string,
  before: Card | undefined,
  after: Card,
  refused: string | undefined,
  asked?: boolean,
][] = [
  ['a new round', undefined, round, undefined],
  ['a new round that is closed', undefined, {...round, ...closed}, 'not-open'],
  ['closing a round', round, {...round, ...closed, counter: 2}, undefined],
  ['when a round closes', round, {...round, closesOn: '2027-01-01', resultsOn: '2027-01-02'}, undefined],
  ['opening a closed round', {...round, ...closed}, round, 'closed'],
  ['another date on a closed round', {...round, ...closed}, {...round, ...closed, closesOn: '2027-01-01'}, 'closed'],
  ['another k', round, {...round, k: 1}, 'frozen'],
  ['another pass mark', round, {...round, passMark: 4}, 'frozen'],
  ['a pass mark of one value', round, {...round, passMarks: {[id]: 4}}, 'frozen'],
  ['leaving a value out', round, {...round, leftOut: [{value: id, reason: 'Te laat.'}]}, 'frozen'],
  ['another profile', round, {...round, profileVersion: other}, 'frozen'],
  ['another plan', round, {...round, planVersion: other}, 'frozen'],
  ['another scale', round, {...round, scale: 'sufficient'}, 'frozen'],
  ['another level of trust', round, {...round, trust: 'code-cards'}, 'frozen'],
  ['an answer more', round, {...round, notApplicable: true}, 'frozen'],
  ['other terms in the act of closing', round, {...round, ...closed, k: 1}, 'frozen'],
  ['closing a vote', vote, {...vote, ...closed}, undefined],
  ['opening a closed vote', {...vote, ...closed}, vote, 'closed'],
  ['more dots', vote, {...vote, dots: 9}, 'frozen'],
  ['other rubrics', vote, {...vote, rubrics: [other]}, 'frozen'],
  [
    'other words in the place of a wording of a question',
    question,
    {...question, versions: [{text: 'Wat?'}]},
    'frozen',
  ],
  ['a next wording', question, {...question, versions: [...question.versions, {text: 'Wat?'}], asked: 1}, undefined],
  [
    'what the group said of a wording',
    question,
    {...question, versions: [{...wording, reaction: 'Te lang.'}]},
    undefined,
  ],
  ['other help with a question', question, {...question, prompts: ['Wat doet u hier?']}, undefined],
  ['closing a question', question, {...question, ...closed}, undefined],
  ['opening a closed question', {...question, ...closed}, question, undefined],
  ['reading first from now on', {...question, moderation: 'released'}, question, undefined],
  ['no longer reading first', question, {...question, moderation: 'released'}, 'frozen'],
  ['the same once it closed', {...question, ...closed}, {...question, ...closed, moderation: 'released'}, 'frozen'],
  ['another kind', question, round, 'another-kind'],
  ['a core value in a profile', profile, {...profile, coreValues: []}, undefined],
  ['a core value in a profile that is tested', profile, {...profile, coreValues: []}, 'frozen', true],
  ['agreeing on a profile that is tested', profile, {...profile, agreedOn: '2027-01-01'}, undefined, true],
  ['the text of a plan', plan, {...plan, text: 'Een park.'}, undefined],
  ['the text of a plan that is tested', plan, {...plan, text: 'Een park.'}, 'frozen', true],
  ['a proposed name', proposal, {...proposal, name: 'Koud'}, undefined],
  ['a proposed name that can be chosen', proposal, {...proposal, name: 'Koud'}, 'frozen', true],
  ['for what it can be chosen', proposal, {...proposal, rubric: other}, 'frozen', true],
  ['the name of a rubric', rubric, {...rubric, name: 'Warm'}, undefined],
  ['the name of a rubric that is voted on', rubric, {...rubric, name: 'Warm'}, 'frozen', true],
  ['a name for a pile that is voted on', pile, rubric, 'frozen', true],
  ['a side of a rubric that is voted on', rubric, {...rubric, facets: side}, 'frozen', true],
  ['a value less in a rubric', rubric, {...rubric, values: []}, undefined],
  ['a value less in a rubric that is voted on', rubric, {...rubric, values: [other]}, 'frozen', true],
  ['a value more in it', rubric, {...rubric, values: [other, id]}, undefined, true],
  ['where it lies, and what marks mean', rubric, {...rubric, within: other, levels: {4: 'Kil.'}}, undefined, true],
  ['a value that is voted on', value, {...value, name: 'zon'}, 'frozen', true],
];

test('what people answer does not change under them', () => {
  for (const [what, before, after, refused, asked = false] of CASES)
    assert.equal(refusal(before, after, asked)?.[0], refused, what);
});

test('the refusal names the key that cannot change', () => {
  assert.match(refusal(round, {...round, k: 1, passMark: 3}, false)?.[1] ?? '', /passMark|k /);
});

test('a round closes when it was open', () => {
  assert.equal(closes(round, {...round, ...closed}), true);
  assert.equal(closes({...round, ...closed}, {...round, ...closed}), false);
  assert.equal(closes(undefined, {...round, ...closed}), false);
  assert.equal(closes(plan, plan), false);
});

test('a question opens again when it was closed, and nothing else does', () => {
  assert.equal(reopens({...question, ...closed}, question), true);
  assert.equal(reopens(question, question), false);
  assert.equal(reopens(undefined, question), false);
  assert.equal(reopens({...round, ...closed}, round), false);
  assert.equal(reopens({...vote, ...closed}, vote), false);
});
