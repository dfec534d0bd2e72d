import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {it} from 'node:test';
import {built, pathTo} from '../proofs/built.test-helper.js';
import {ballotOn, bench, makeAlliance, quoteOn, type Made} from '../voices/round.test-helper.js';
import {countOpen, recount, tallyOf} from '../voices/tallies.js';
import {onBothDatabases} from './database.test-helper.js';
import {renewal} from './old-tally.js';
import type {Database} from './open.js';
import {run} from './transact.js';

/** A process that makes the tables; gives the signal that stopped it. */
async function migrated(address: string, statements = 0): Promise<unknown> {
  await built();
  const child = spawn(process.execPath, [pathTo('scripts/proofs/migrate.mjs'), address, String(statements)], {
    stdio: 'inherit',
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal ?? code;
}

/** People took part, and the tally is as it was before it had parts. */
async function earlier(database: Database): Promise<Made> {
  const {query} = database;
  const made = await makeAlliance(database);
  const {give} = bench(database);
  for (const record of [ballotOn(made), ballotOn(made, [7, 'unknown']), quoteOn(made)]) await give(made, record);
  const counted = await countOpen(query);
  for (const statement of [
    'drop table tally',
    'drop index voice_subject',
    'create index voice_subject on voice (subject, kind)',
    `create table tally (
      alliance text not null, round text not null, value text not null, score integer not null,
      shard integer not null, n integer not null, primary key (alliance, round, value, score, shard))`,
  ])
    await run(query, statement);
  const rows = counted.flatMap(({alliance, round, counts}) =>
    Object.entries(counts).flatMap(([value, row]) =>
      Object.entries(row).flatMap(([score, n]) => [
        [alliance, round, value, score, 0, n + 3],
        [alliance, round, value, score, 1, -3],
      ]),
    ),
  );
  for (const row of rows) await run(query, `insert into tally values (${row.map(part => `'${part}'`).join(', ')})`);
  return made;
}

onBothDatabases('a tally of before it had parts', ground => {
  it('gets them, also when that is killed after any statement, and when two do it at once', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const made = await earlier(database);
    // Two looks and a wait for its turn come before what is done.
    const statements = 3 + renewal('').length;
    for (let killed = 4; killed <= statements; killed++)
      assert.equal(await migrated(address, killed), 'SIGKILL', `after statement ${killed}`);
    assert.deepEqual(await Promise.all([migrated(address), migrated(address)]), [0, 0]);
    assert.deepEqual(await recount(database.query), []);
    const {ballots, values} = await tallyOf(database.query, made.alliance.id, made.round.id);
    assert.equal(ballots, 2);
    assert.equal(values[made.values[0] ?? '']?.marks[6], 2);
    const {give} = bench(database);
    assert.equal((await give(made, ballotOn(made))).status, 201);
    assert.deepEqual(await recount(database.query), []);
  });
});
