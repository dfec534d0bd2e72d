import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openDatabase} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {newFolder} from '../folder.test-helper.js';
import {SettingsError} from '../settings.js';
import {ballotOn, bench, makeAlliance} from '../voices/round.test-helper.js';
import {perform} from './commands.js';

const folder = newFolder();

test('commands do on the database of the settings what they are for, and say so', async () => {
  const environment = {DATA: join(folder, 'first.sqlite'), BACKUPS: join(folder, 'backups')};
  const database = await openDatabase(environment.DATA);
  const made = await makeAlliance(database);
  const collector = bench(database);
  const {person} = await entered(collector, made.alliance.id);
  await collector.give(made, ballotOn(made));

  assert.match(await perform(environment, ['recount']), /right/);
  const {code} = /\n {2}(?<code>\S+)\n/.exec(await perform(environment, ['passphrase', person.name]))?.groups ?? {};
  const body = {code, name: person.name, passphrase: 'vier woorden uit een boek'};
  assert.equal((await collector.ask('POST', '/v1/set-up', {body})).status, 201);

  assert.match(await perform(environment, ['backup']), /The backup is/);
  const name = (await readdir(environment.BACKUPS)).find(file => file.endsWith('.gz')) ?? '';
  const second = {...environment, DATA: join(folder, 'second.sqlite')};
  assert.match(await perform(second, ['restore', join(environment.BACKUPS, name)]), /put back/);
  assert.match(await perform(second, ['recount']), /right/);
  assert.match(await perform(second, ['end-of-life', made.slug, 'everything']), /is gone/);
  await assert.rejects(perform(second, ['end-of-life', made.slug, 'everything']), /no alliance/);

  await database.query.updateTable('tally').set({body: '{"":{"0":7}}'}).execute();
  await assert.rejects(perform(environment, ['recount']), /"kept": 7,\s*"counted": 1/);
  await collector.parts.database.close();
});

test('what cannot be done is said', async () => {
  const environment = {DATA: join(folder, 'third.sqlite')};
  await (await openDatabase(environment.DATA)).close();
  for (const [words, said] of [
    [['destroy'], /no command destroy/],
    [['constructor'], /no command constructor/],
    [['passphrase'], /Whose/],
    [['passphrase', 'nobody'], /Nobody enters as nobody/],
    [['passphrase', 'x'], /Nobody enters as x/],
    [['backup'], /Set BACKUPS/],
    [['backup', folder], /Set BACKUPS/],
    [['restore'], /Of which file/],
    [['restore', join(folder, 'nothing', 'b.gz')], /There is no file .*b\.gz/],
    [['restore', import.meta.filename], /no list of what was erased/],
    [['end-of-life', 'ververij'], /Of which alliance/],
    [['end-of-life', 'ververij', 'all'], /Of which alliance/],
  ] as const)
    await assert.rejects(
      perform(environment, words),
      (error: unknown) => error instanceof Error && said.test(error.message),
    );
  await assert.rejects(perform({PORT: 'x'}, ['recount']), SettingsError);
});

test('nothing is done on a file that is not there, and none is made', async () => {
  const environment = {DATA: join(folder, 'typed-wrong.sqlite'), BACKUPS: join(folder, 'backups-of-nothing')};
  for (const words of [['backup'], ['recount'], ['passphrase', 'nobody'], ['end-of-life', 'ververij', 'texts']])
    await assert.rejects(perform(environment, words), /^SettingsError: DATA names a file that is not there/);
  const names = await readdir(folder);
  assert.ok(!names.some(name => name.startsWith('typed-wrong') || name === 'backups-of-nothing'), names.join(' '));
});
