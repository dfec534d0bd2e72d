import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newFolder} from '../folder.test-helper.js';
import {backUp} from '../upkeep/backup.js';
import {restore} from '../upkeep/restore.js';
import {decisionOn, makeAlliance, newId, putCard, quoteOn, random} from '../voices/round.test-helper.js';
import {onBothDatabases} from './database.test-helper.js';
import {statementsFor} from './migrations.js';
import type {Database} from './open.js';
import {run} from './transact.js';

/** What takes a database back to the version before cards said what they are about, and a subject was of one person. */
const BACK = [
  'drop index facilitator_subject',
  'drop index card_about',
  'alter table card drop column about',
  'alter table refused_origin drop column seen',
];

const FIRST_NEW = 'alter table card add column';

/** A database as that version left it, with two who were invited with one subject at the same moment. */
async function earlier(database: Database): Promise<{about: ReadonlyMap<string, string>}> {
  const {query} = database;
  const [made, other] = [await makeAlliance(database), await makeAlliance(database)];
  const quote = quoteOn(made);
  const decision = {...decisionOn(quote, 'released'), redacted: 'Zonder naam.'};
  const mark = {schema: 1, kind: 'highlight', id: newId(), counter: 1, tag: 'a', quote: quote.id} as const;
  const highlight = {...mark, value: newId(), exact: 'Hier', start: 0, end: 4, pass: 'a'};
  for (const card of [decision, highlight]) await putCard(query, made.alliance.id, card);
  for (const statement of BACK) await run(query, statement);
  await run(query, `insert into refused_origin (alliance, origin, n) values ('a', 'https://www.ververij.nl', 2)`);
  for (const [id, name, alliance] of [
    ['1', 'eerste', made.alliance.id],
    ['2', 'tweede', other.alliance.id],
  ] as const) {
    await query.insertInto('facilitator').values({id, name, passphrase: '', invitation: '', subject: 'both'}).execute();
    await query.insertInto('membership').values({facilitator: id, alliance}).execute();
  }
  return {about: new Map([decision, highlight].map(({id}) => [id, quote.id]))};
}

async function assertUpToDate({query}: Database, about: ReadonlyMap<string, string>): Promise<void> {
  const pages = await query.selectFrom('refused_origin').select(['origin', 'n', 'seen']).execute();
  assert.deepEqual(pages, [{origin: 'https://www.ververij.nl', n: 2, seen: 0}]);
  const cards = await query.selectFrom('card').select(['id', 'about']).where('about', '<>', '').execute();
  assert.deepEqual(new Map(cards.map(card => [card.id, card.about])), about);
  const people = await query.selectFrom('facilitator').select(['id', 'subject']).orderBy('id').execute();
  assert.deepEqual(people, [
    {id: '1', subject: 'both'},
    {id: '2', subject: ''},
  ]);
  const doors = await query.selectFrom('membership').select('alliance').where('facilitator', '=', '1').execute();
  assert.equal(doors.length, 2, 'who enters with the subject may enter wherever it was let in');
}

/** Everything that a database is made of: tables with their columns, and indexes. */
async function madeOf({kind, query}: Database): Promise<readonly {readonly name: string; readonly is: string}[]> {
  const system = {
    sqlite: 'select name, sql as "is" from sqlite_master order by name',
    postgres: `select table_name as name, column_name || ' ' || data_type as "is" from information_schema.columns
      where table_schema = 'public'
      union select indexname, indexdef from pg_indexes where schemaname = 'public' order by name, "is"`,
  };
  return run(query, system[kind]);
}

onBothDatabases('a new database', ground => {
  it('is made whole, also when that is killed after any statement, and when two do it at once', async () => {
    const statements = statementsFor(ground.kind);
    const address = await ground.address();
    const database = await ground.at(address);
    const whole = await madeOf(database);
    const tables = statements.flatMap(statement => /^create table if not exists (\w+)/.exec(statement)?.[1] ?? []);
    for (let killed = 0; killed < statements.length; killed++) {
      for (const table of tables) await run(database.query, `drop table ${table}`);
      for (const statement of statements.slice(0, killed)) await run(database.query, statement);
      for (const other of await Promise.all([ground.at(address), ground.at(address)])) await other.close();
      assert.deepEqual(await madeOf(database), whole, `killed after ${killed} statements`);
    }
  });
});

onBothDatabases('a database of an earlier version', ground => {
  it('is brought up to date, also when that is killed after any statement, and when two do it at once', async () => {
    const statements = statementsFor(ground.kind);
    const start = statements.findIndex(statement => statement.startsWith(FIRST_NEW));
    assert.ok(start > 0);
    for (let killed = start; killed <= statements.length; killed++) {
      const address = await ground.address();
      const database = await ground.at(address);
      const {about} = await earlier(database);
      for (const statement of statements.slice(start, killed)) await run(database.query, statement);
      await Promise.all([ground.at(address), ground.at(address)]);
      await assertUpToDate(database, about);
    }
  });

  it('lets nobody in with a subject of somebody else from then on', async () => {
    const {query} = await ground.open();
    const add = (id: string, subject: string) =>
      query.insertInto('facilitator').values({id, name: id, passphrase: '', invitation: '', subject}).execute();
    await add('one', 'subject');
    await assert.rejects(add('two', 'subject'));
    await add('three', '');
    await add('four', '');
  });

  it('has backups that can be put back', async () => {
    const database = await ground.open();
    const {about} = await earlier(database);
    const file = await backUp(database, newFolder(), {random, clock: Date.now});
    const restored = await ground.open();
    await restore(restored, file, random);
    await assertUpToDate(restored, about);
  });
});
