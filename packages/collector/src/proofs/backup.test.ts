import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {it} from 'node:test';
import {canonical} from '@samenwaarde/core';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {newFolder} from '../folder.test-helper.js';
import {publishedResult} from '../public/published.js';
import {backUp} from '../upkeep/backup.js';
import {restore} from '../upkeep/restore.js';
import {closeSubject} from '../voices/close.js';
import {ballotOn, bench, makeAlliance, random, type Made} from '../voices/round.test-helper.js';
import {recount} from '../voices/tallies.js';
import {built, pathTo} from './built.test-helper.js';
import {asked} from './seeded.test-helper.js';

const BALLOTS = asked('ballots', 2_000);
const MARKS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** Ballots at once. */
const CROWD = 100;
/** Milliseconds that a backup and its restore may take together. */
const PATIENCE = 300_000;

/** Runs a command as whoever keeps the collector does. */
async function command(address: string, folder: string, ...words: readonly string[]): Promise<void> {
  await built();
  const database = address.startsWith('postgres') ? {DATABASE_URL: address} : {DATA: address};
  const child = spawn(process.execPath, [pathTo('packages/collector/dist/main.js'), ...words], {
    env: {...process.env, ...database, BACKUPS: folder},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 0, said);
}

/** Ballots by a crowd; `given` has those that were acknowledged. */
async function giveBallots(database: Database, made: Made, given: Map<string, string>, isEnough: () => boolean) {
  const {give} = bench(database);
  const one = async () => {
    for (let mark = 0; !isEnough(); mark++) {
      const ballot = ballotOn(made, [MARKS[mark % 10]!, 7, 'unknown']);
      assert.equal((await give(made, ballot)).status, 201);
      given.set(ballot.id, canonical(ballot));
    }
  };
  await Promise.all(Array.from({length: CROWD}, one));
}

async function ballotsIn({query}: Database): Promise<Map<string, string>> {
  const rows = await query.selectFrom('voice').select(['id', 'body']).execute();
  return new Map(rows.map(({id, body}) => [id, body]));
}

/** What everybody sees once the round is closed. */
async function resultOf(database: Database, {alliance, round}: Made): Promise<unknown> {
  const {parts} = bench(database);
  await closeSubject(parts, {alliance: alliance.id, card: {...round, counter: 2, status: 'closed'}});
  return publishedResult(database.query, alliance.id, round.id);
}

/** Ids of the ballots that are not there as they are here. */
const missing = (here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>) =>
  [...here].filter(([id, body]) => there.get(id) !== body).map(([id]) => id);

onBothDatabases('a backup of a round that is being answered', ground => {
  it('has everything that was acknowledged before it, and gives the same results when it is put back', async context => {
    const address = await ground.address();
    const database = await ground.at(address);
    const made = await makeAlliance(database);
    const folder = newFolder();
    const given = new Map<string, string>();
    await giveBallots(database, made, given, () => given.size >= BALLOTS);
    const before = new Map(given);
    let isMade = false;
    const giving = giveBallots(database, made, given, () => isMade || given.size >= 2 * BALLOTS);
    const start = Date.now();
    await command(address, folder, 'backup');
    const took = Date.now() - start;
    isMade = true;
    await giving;
    const between = await restored(folder);
    const found = await ballotsIn(between.database);
    assert.deepEqual(missing(before, found), []);
    assert.deepEqual(missing(found, given), []);
    assert.deepEqual(await recount(between.database.query), []);
    context.diagnostic(`${found.size} ballots: ${took} ms to back up under load, ${between.took} ms to put back`);
    assert.ok(took + between.took < PATIENCE);

    const whole = await ground.open();
    await restore(whole, await backUp(database, `${folder}/after`, {random, clock: Date.now}), random);
    assert.deepEqual(missing(given, await ballotsIn(whole)), []);
    assert.deepEqual(await resultOf(whole, made), await resultOf(database, made));
  });

  async function restored(folder: string) {
    const [name = ''] = (await readdir(folder)).filter(each => each.endsWith('.gz'));
    const address = await ground.address();
    const start = Date.now();
    await command(address, folder, 'restore', join(folder, name));
    return {took: Date.now() - start, database: await ground.at(address)};
  }
});
