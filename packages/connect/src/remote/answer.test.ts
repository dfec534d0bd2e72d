import {expect} from '@open-wc/testing';
import type {Voice} from '@samenwaarde/core/schema';
import type {Letter} from '../kept.js';
import {understood, type Answer} from './answer.js';

const record: Voice = {schema: 1, kind: 'quote', id: 'a', question: 'q', text: 'Rust'};
const giving: Letter = {subject: 'q', receipt: 'r', stamp: 's', record};
const taking: Letter = {subject: 'q', receipt: 'r', stamp: 's'};

const json = (status: number, body: object): Response => new Response(JSON.stringify(body), {status});
const problem = (
  type: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  said = status,
): Response =>
  new Response(JSON.stringify({type, status: said}), {
    status,
    headers: {'content-type': 'application/problem+json', ...headers},
  });
const empty = (status: number): Response => new Response(null, {status});
const again = (after = 0): Answer => ({type: 'again', after});

const CASES: readonly [what: string, letter: Letter, response: () => Response, answer: Answer][] = [
  ['what it has', giving, () => json(201, {id: 'a', delivery: 'held'}), {type: 'taken', delivery: {type: 'held'}}],
  ['what it has of another', giving, () => json(200, {id: 'b', delivery: 'sent'}), again()],
  ['what it would not say', giving, () => json(200, {id: 'a', delivery: 'lost'}), again()],
  ['nothing, when something was given', giving, () => empty(204), again()],
  ['nothing, when it was to be taken away', taking, () => empty(204), {type: 'gone'}],
  ['that it never was there', taking, () => problem('not-found', 404), {type: 'gone'}],
  ['that nothing is at its address', giving, () => problem('not-found', 404), again()],
  ['that it is closed', giving, () => problem('closed', 409), {type: 'refused', reason: 'closed'}],
  ['a problem of a later version', giving, () => problem('new', 422), {type: 'refused', reason: 'not-understood'}],
  ['a problem with another status than it came with', giving, () => problem('closed', 403, {}, 409), again()],
  ['what only looks like a problem', giving, () => json(403, {type: 'closed', status: 403}), again()],
  ['that it is busy', giving, () => problem('too-many', 429, {'retry-after': '3'}), again(3_000)],
  ['that it is busy for a day', giving, () => problem('too-many', 429, {'retry-after': '86400'}), again(600_000)],
  [
    'that it is busy until a date',
    giving,
    () => problem('busy', 503, {'retry-after': new Date().toUTCString()}),
    again(),
  ],
];

describe('an answer of a collector', () => {
  for (const [what, letter, response, answer] of CASES)
    it(`that says ${what}: ${answer.type}`, async () => {
      expect(await understood('a', letter, response())).to.deep.equal(answer);
    });
});
