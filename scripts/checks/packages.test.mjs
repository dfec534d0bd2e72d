import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import {check} from './packages.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

function describe(exports) {
  const described = {name: 'a-package', version: '0.0.0', license: 'EUPL-1.2', type: 'module', exports};
  writeFileSync(join(folder, 'package.json'), JSON.stringify(described));
  writeFileSync(join(folder, 'here.js'), 'export const here = true;\n');
}

test('a package that exports what it holds is fine', async () => {
  describe({'.': './here.js'});
  assert.deepEqual(await check([folder]), []);
});

test('an export without its file is found', async () => {
  describe({'.': './here.js', './gone': './gone.js'});
  const [problem = '', ...others] = await check([folder]);
  assert.match(problem, /exports\["\.\/gone"\].*gone\.js.*does not exist/);
  assert.deepEqual(others, []);
});
