import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {parseEnv} from 'node:util';
import {rooms} from './app.js';
import {openDatabase} from './database/open.js';
import {SETTINGS, settingsFrom, type Environment} from './settings.js';
import {COMMANDS} from './upkeep/commands.js';
import {bench} from './voices/round.test-helper.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const PAGES = [
  'docs/collector.md',
  'docs/api.md',
  ...readdirSync(new URL('docs/collector/', root)).map(name => `docs/collector/${name}`),
];

/** Where settings are named. */
const NAMING = [...PAGES, 'packages/collector/Dockerfile', 'packages/collector/compose.yaml'];

/** What these set for others: the image of PostgreSQL, and Node. */
const ELSEWHERE = ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB', 'NODE_ENV'];

/** Whose tokens are believed: these settings go together. */
const OPENID: Environment = {
  OPENID_ISSUER: 'https://login.example.nl',
  OPENID_AUDIENCE: 'samenwaarde',
  OPENID_KEYS: 'https://login.example.nl/keys',
};

/** Everything in a text that the pattern has in brackets, once. */
function allIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, ...found]) => found.join('')))];
}

test('the table of settings is that of the settings, word for word', () => {
  const lines = read('docs/collector/settings.md')
    .split('\n')
    .filter(line => /^\| `[A-Z_]+` /.test(line));
  const cells = lines.map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
  const rows = Object.entries(SETTINGS).map(([name, {means, expected, usual}]) => [
    `\`${name}\``,
    means,
    expected,
    usual,
  ]);
  assert.deepEqual(cells, rows);
});

test('every setting that is named in a sentence or a command is one', () => {
  const known = new Set([...Object.keys(SETTINGS), ...ELSEWHERE]);
  const text = NAMING.map(read).join('\n');
  const named = allIn(text, /(?<![\w${])([A-Z]{3,}[A-Z_]*)=|^ +([A-Z_]{3,}): |`([A-Z]+_[A-Z_]+)`/gm);
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter(name => !known.has(name)),
    [],
  );
});

test('what is called usual is what counts without it', () => {
  const inNumbersOrNames = Object.entries(SETTINGS).filter(([, {usual}]) => !/^(none|empty|`)/.test(usual));
  assert.ok(inNumbersOrNames.length > 5);
  for (const [name, {usual}] of inNumbersOrNames) {
    const around = name.startsWith('OPENID') ? OPENID : {};
    assert.deepEqual(settingsFrom({...around, [name]: usual}), settingsFrom(around), name);
  }
});

test('the settings of the service can be taken as they stand', () => {
  const [, file = ''] = /```sh\n(# \/etc\/samenwaarde\.env[\s\S]*?)```/.exec(read('docs/collector/install.md')) ?? [];
  const {publicOrigin, backups} = settingsFrom(parseEnv(file));
  assert.deepEqual([publicOrigin, backups], ['https://waarden.example.nl', '/var/lib/samenwaarde/backups']);
});

test('every command is told, and no other', () => {
  const text = PAGES.map(read).join('\n');
  const told = allIn(text, /(?:npm run collector --|dist\/main\.js) ([a-z-]+)/g);
  assert.deepEqual(told.sort(), Object.keys(COMMANDS).sort());
});

test('every event of the log is told, and no other', () => {
  const sources = readdirSync(new URL('packages/collector/src/', root), {recursive: true, encoding: 'utf8'});
  const code = sources
    .filter(path => /(?<!\.test|test-helper)\.ts$/.test(path))
    .map(path => read(`packages/collector/src/${path}`));
  const logged = allIn(code.join('\n'), /\blog\.(?:info|warn|error)\('([\w-]+)'/g);
  const [, told = ''] = read('docs/collector/trouble.md').split('## What the log says');
  const first = told
    .split('\n')
    .flatMap(line => /^\| (`.*?`) +\|/.exec(line)?.[1] ?? [])
    .join(' ');
  assert.deepEqual(
    allIn(first, /`([\w-]+)`/g)
      .filter(name => name !== 'event')
      .sort(),
    logged.sort(),
  );
});

test('every address that is named is one of the API', async context => {
  const database = await openDatabase(':memory:');
  context.after(() => database.close());
  const paths = rooms(bench(database).parts).routes.map(({path}) => path.replace(/\{\w+\}/g, '[^/]+'));
  const named = allIn(PAGES.map(read).join('\n'), /(\/(?:v1|health)\/[^\s`'"]+)/g);
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter(address => !paths.some(path => new RegExp(`^${path}$`).test(address))),
    [],
  );
});
