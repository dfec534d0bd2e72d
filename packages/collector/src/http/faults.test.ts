import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import * as z from 'zod';
import {safeParse} from 'zod/v4/core';
import {Alliance, Day, Round, Score} from '@samenwaarde/core/schema';
import {Origin} from '../method/origins.js';
import {faultsOf} from './faults.js';
import {REASONS} from './reasons.js';
import type {Schema} from './route.js';

const either = z.union([
  z.strictObject({slug: z.string(), record: Alliance}),
  z.strictObject({slug: z.string(), file: z.string()}),
]);

const CASES: readonly [schema: Schema, value: unknown, ...told: string[]][] = [
  [z.string().min(1), '', ': empty'],
  [z.string().min(12), 'kort', ': too-short 12'],
  [z.string().max(3), 'lang', ': too-long 3'],
  [z.string().regex(/^a$/), 'b', ': wrong-form'],
  [z.string(), undefined, ': missing-key'],
  [z.string(), 3, ': wrong-type'],
  [z.array(z.string()).max(1), ['a', 'b'], ': too-many 1'],
  [z.array(z.string()).min(1), [], ': empty'],
  [z.array(z.string()).min(2), ['a'], ': too-few 2'],
  [z.int().min(1).max(100), 0, ': too-low 1'],
  [z.int().min(1).max(100), 101, ': too-high 100'],
  [z.int(), 1.5, ': too-precise 1'],
  [z.int(), null, ': not-a-number'],
  [Round.shape.passMark, 5.55, ': too-precise 0.1'],
  [Score, 11, ': too-high 10'],
  [Day, '2027-02-29', ': not-a-date'],
  [Day, '', ': empty'],
  [z.enum(['held', 'released']), 'shown', ': wrong-value'],
  [z.array(Origin), ['https://www.ververij.nl', 'ververij.nl'], '1: not-an-origin'],
  [z.strictObject({a: z.string()}), {b: 1}, 'a: missing-key', ': unknown-key'],
  [Alliance.shape.retention, {texts: '2027-01-01', everything: 'ooit'}, 'everything: not-a-date'],
  [z.record(z.string().regex(/^a$/), z.string()), {b: 'c'}, 'b: wrong-form'],
];

test('every fault says where it is, why, and what the limit is', () => {
  for (const [schema, value, ...told] of CASES) {
    const {error} = safeParse(schema, value);
    const faults = faultsOf(error?.issues ?? [], {value, name: ''});
    assert.deepEqual(
      faults.map(({path, reason, limit}) => `${path}: ${reason} ${limit ?? ''}`.trim()),
      told,
      JSON.stringify(value),
    );
  }
});

test('of two things that it could be, the one that somebody meant is told about', () => {
  const responsible = {organisation: '', contact: 'a', privacy: 'b'};
  const record = {
    schema: 1,
    kind: 'alliance',
    id: 'x',
    counter: 1,
    tag: 'a',
    name: 'Ververij',
    partners: [],
    responsible,
  };
  const value = {slug: 'ververij', record};
  const {error} = safeParse(either, value);
  const faults = faultsOf(error?.issues ?? [], {value, name: ''});
  assert.deepEqual(
    faults.map(({path, reason}) => `${path} ${reason}`),
    ['record.id wrong-form', 'record.responsible.organisation empty', 'record.retention missing-key'],
  );
});

test('a parameter has its own name as its place', () => {
  const {error} = safeParse(z.string(), undefined);
  assert.equal(faultsOf(error?.issues ?? [], {value: undefined, name: 'cursor'})[0]?.path, 'cursor');
});

test('the docs have the table of reasons, word for word', () => {
  const docs = readFileSync(new URL('../../../../docs/api.md', import.meta.url), 'utf8');
  const [, table = ''] = docs.split('## What is wrong');
  const rows = table.split('\n').filter(line => /^\| `/.test(line));
  const cells = rows.map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
  assert.deepEqual(
    cells,
    Object.entries(REASONS).map(([reason, means]) => [`\`${reason}\``, means]),
  );
});
