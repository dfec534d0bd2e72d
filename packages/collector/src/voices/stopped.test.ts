import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {ownFile} from '../own-file.test-helper.js';
import {settingsFrom} from '../settings.js';
import {start} from '../start.js';
import type {Closing} from './close.js';
import {codes} from './codes.js';
import {ballotOn, bench, makeAlliance, random, told} from './round.test-helper.js';

/** Runs until it stops itself. */
async function stopped(moment: 'before' | 'after', address: string, closing: Closing): Promise<void> {
  const helper = ownFile('stopped.test-helper', import.meta.url);
  const child = spawn(process.execPath, [...helper, moment, address, JSON.stringify(closing)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
}

/** Everything on the disk of a SQLite database. */
async function bytesOf(address: string): Promise<string> {
  const files = await Promise.all(['', '-wal'].map(end => readFile(address + end).catch(() => Buffer.alloc(0))));
  return Buffer.concat(files).toString('latin1');
}

onBothDatabases('a collector that is stopped while it closes', ground => {
  it('leaves it open before the commit, and closed after it: never half', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const {give, parts} = bench(database);
    const made = await makeAlliance(database, {round: {trust: 'code-cards'}});
    const of = {alliance: made.alliance.id, round: made.round.id};
    const issued = await codes({database, random, clock: Date.now}).issue(of, 6);
    const [first = '', ...others] = issued;
    for (const code of others) assert.equal(await told(await give(made, ballotOn(made), {code})), '201');
    const [{hash: mark}] = (await database.query.selectFrom('code').select('hash').execute()) as [{hash: string}];
    const closing: Closing = {alliance: of.alliance, card: {...made.round, counter: 2, status: 'closed'}};

    await stopped('before', address, closing);
    assert.equal(await told(await give(made, ballotOn(made), {code: first})), '201');
    assert.deepEqual(await parts.database.query.selectFrom('settled_voice').selectAll().execute(), []);

    await stopped('after', address, closing);
    assert.equal(await told(await give(made, ballotOn(made), {code: first})), '409 closed');
    assert.equal((await database.query.selectFrom('settled_voice').select('id').execute()).length, 6);
    assert.equal(
      (await database.query.selectFrom('secret').selectAll().where('name', '=', 'unclean').execute()).length,
      1,
    );
    if (ground.kind === 'sqlite') assert.ok((await bytesOf(address)).includes(mark));

    const collector = await start({...settingsFrom({PORT: '0'}), database: address}, parts.log);
    await collector.close();
    assert.deepEqual(await database.query.selectFrom('secret').selectAll().where('name', '=', 'unclean').execute(), []);
    if (ground.kind === 'sqlite') assert.ok(!(await bytesOf(address)).includes(mark));
  });
});
