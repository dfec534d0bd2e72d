import assert from 'node:assert/strict';
import {it} from 'node:test';
import {parseFile} from '@samenwaarde/core/files';
import type {KyselyPlugin} from 'kysely';
import {onBothDatabases, type Ground} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {transact} from '../database/transact.js';
import {closeWithin} from '../voices/close.js';
import {bench, quoteOn} from '../voices/round.test-helper.js';
import {deskOn} from './desk.test-helper.js';

/** The same database, that tells of every look at what is open, before the answer is there. */
function watched(database: Database, looked: () => Promise<unknown>): Database {
  const looks = new WeakSet<object>();
  const plugin: KyselyPlugin = {
    transformQuery: ({node, queryId}) => {
      if (JSON.stringify(node).includes('"name":"voice"')) looks.add(queryId);
      return node;
    },
    transformResult: async ({queryId, result}) => {
      if (looks.has(queryId)) await looked();
      return result;
    },
  };
  return {...database, query: database.query.withPlugin(plugin)};
}

/** What is answered when a question closes in the middle of it. */
async function answered(ground: Ground, path: string): Promise<{readonly text: string; readonly quotes: string[]}> {
  const address = await ground.address();
  const database = await ground.at(address);
  const {made, give, parts, cookie} = await deskOn(database, {question: {moderation: 'released'}});
  const quotes = Array.from({length: 3}, () => quoteOn(made));
  for (const quote of quotes) await give(made, quote);
  const beside = await ground.at(address);
  const card = {...made.question, counter: 2, status: 'closed'} as const;
  let closing: Promise<unknown> | undefined;
  const close = () =>
    (closing ??= transact(beside, connection => closeWithin(parts, connection, {alliance: made.alliance.id, card})));
  const {ask} = bench(watched(database, close));
  const response = await ask('GET', `/v1/alliances/${made.slug}${path}`, {headers: {cookie}});
  const closed = await database.query.selectFrom('settled_voice').select('id').execute();
  assert.equal(closed.length, quotes.length, 'it closed meanwhile');
  return {text: await response.text(), quotes: quotes.map(({id}) => id).sort()};
}

onBothDatabases('an alliance as a whole', ground => {
  for (const path of ['/backup', '/publication', ''])
    it(`has every quote once, also while a question closes (${path})`, async () => {
      const {text, quotes} = await answered(ground, path);
      const parsed = parseFile(text);
      assert.equal(parsed.type, 'ok', text);
      const {records} = parsed.file;
      assert.deepEqual(records.flatMap(({kind, id}) => (kind === 'quote' ? [id] : [])).sort(), quotes);
      assert.ok(records.some(record => record.kind === 'question' && record.status === 'open'));
    });

  it('is read once for all who ask at the same moment', async () => {
    const database = await ground.open();
    const {made} = await deskOn(database);
    let looks = 0;
    const looked = () => Promise.resolve(looks++);
    const {ask} = bench(watched(database, looked));
    const answers = await Promise.all(Array.from({length: 20}, () => ask('GET', `/v1/alliances/${made.slug}`)));
    assert.ok(answers.every(({status}) => status === 200));
    assert.equal(looks, 1);
  });
});
