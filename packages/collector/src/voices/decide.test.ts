import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decide, type Facts} from './decide.js';
import {NO_RECEIPT, type Entry, type Kept, type Outcome} from './entry.js';

const record = {schema: 1, kind: 'ballot', id: 'i', round: 's', marks: {}} as const;
const of = {alliance: 'a', id: 'i', subject: 's', kind: 'ballot', receipt: 'mine'} as const;
const given: Entry = {...of, record, body: 'new', isPublic: false, card: 'open'};
const withdrawn: Entry = {...given, record: undefined, body: ''};
const kept: Kept = {...of, body: 'old', edition: 0, settled: false};
const none: Facts = {kept: undefined, card: 'open', isCard: false, spent: undefined, hasEnded: false};
const there = (other: Partial<Kept> = {}): Facts => ({...none, kept: {...kept, ...other}});

const CASES: readonly [what: string, entry: Entry, facts: Facts, outcome: Outcome][] = [
  ['what is new', given, none, 'added'],
  ['what is new under the id of a card', given, {...none, isCard: true}, 'another-kind'],
  ['what is new, checked against another card', given, {...none, card: 'closed'}, 'stale'],
  ['the same', given, there({body: 'new'}), 'same'],
  ['the same, after its card changed', given, {...there({body: 'new'}), card: 'closed'}, 'same'],
  ['the same, with another receipt', {...given, receipt: 'yours'}, there({body: 'new'}), 'wrong-receipt'],
  ['the same, which came in a file', given, there({body: 'new', receipt: NO_RECEIPT}), 'same'],
  ['a change of what came in a file', given, there({receipt: NO_RECEIPT}), 'wrong-receipt'],
  ['a change', given, there(), 'changed'],
  ['a change, checked against another card', given, {...there(), card: 'closed'}, 'stale'],
  ['a change with another receipt', {...given, receipt: 'yours'}, there(), 'wrong-receipt'],
  ['a change into another kind', {...given, kind: 'quote'}, there(), 'another-kind'],
  ['a change into an answer to something else', {...given, subject: 't'}, there(), 'another-kind'],
  ['a change of a vote that was counted', given, there({settled: true}), 'closed'],
  ['a change of words, whose question may open again', {...given, kind: 'quote'}, settledQuote(), 'changed'],
  ['an earlier form', {...given, edition: 1}, there({edition: 2}), 'same'],
  ['another form with the same number', {...given, edition: 2}, there({edition: 2}), 'changed'],
  ['a later form', {...given, edition: 3}, there({edition: 2}), 'changed'],
  ['a form without a number', given, there({edition: 2}), 'changed'],
  ['a withdrawal', withdrawn, there(), 'changed'],
  ['a withdrawal again', withdrawn, there({body: ''}), 'same'],
  ['a withdrawal of nothing', withdrawn, none, 'unknown'],
  ['a withdrawal of what is still on its way', {...withdrawn, edition: 2}, none, 'added'],
  ['a withdrawal where nothing is any more', {...withdrawn, edition: 2}, {...none, hasEnded: true}, 'unknown'],
  ['what arrives after its withdrawal', {...given, edition: 1}, forgone(), 'same'],
  ['what is given after all', {...given, edition: 3}, forgone(), 'added'],
  ['what is given after the withdrawal of somebody else', {...given, receipt: 'yours'}, forgone(), 'wrong-receipt'],
  ['a ballot without a code', {...given, needs: 'spent-code'}, none, 'code-needed'],
  ['a ballot with what is no code', {...given, needs: 'spent-code', code: 'c'}, none, 'code-unknown'],
  ['a ballot with a code', {...given, needs: 'spent-code', code: 'c'}, {...none, spent: false}, 'added'],
  ['a ballot with a used code', {...given, needs: 'spent-code', code: 'c'}, {...none, spent: true}, 'code-used'],
  ['a reason with a used code', {...given, needs: 'known-code', code: 'c'}, {...none, spent: true}, 'added'],
  ['a change without a code', {...given, needs: 'spent-code'}, there(), 'changed'],
];

function settledQuote(): Facts {
  return there({kind: 'quote', settled: true});
}

/** It was withdrawn, as its second form, before it ever arrived. */
function forgone(): Facts {
  return there({kind: '', subject: '', body: '', edition: 2});
}

for (const [what, entry, facts, outcome] of CASES)
  test(`${what}: ${outcome}`, () => assert.equal(decide(entry, facts), outcome));
