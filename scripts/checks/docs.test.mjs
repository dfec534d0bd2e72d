import assert from 'node:assert/strict';
import {test} from 'node:test';
import {missingExports} from './docs.mjs';

test('what a package exports may be imported in the docs', () => {
  const example = `
import {createStore, type Snapshot} from '@samenwaarde/connect';
import {scorecard} from '@samenwaarde/core';
import {backup, parseFile} from '@samenwaarde/core/files';
import '@samenwaarde/elements/quote-capture/define';
`;
  assert.deepEqual(missingExports(example), []);
});

test('what it does not export is found', () => {
  assert.deepEqual(missingExports("import {scorecard, grades} from '@samenwaarde/core';"), [
    '@samenwaarde/core does not export grades',
  ]);
  assert.deepEqual(missingExports("import {score} from '@samenwaarde/core/sums';"), [
    '@samenwaarde/core has no entry ./sums',
  ]);
});
