import assert from 'node:assert/strict';
import {it} from 'node:test';
import {parseFile} from '@samenwaarde/core/files';
import {onBothDatabases, type Ground} from '../database/database.test-helper.js';
import {transact} from '../database/transact.js';
import {watched} from '../database/watched.test-helper.js';
import {closeWithin} from '../voices/close.js';
import {bench, quoteOn} from '../voices/round.test-helper.js';
import {deskOn} from './desk.test-helper.js';

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
  const {ask} = bench(watched(database, ['select', 'voice'], close));
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
    const {ask} = bench(watched(database, ['select', 'voice'], looked));
    const answers = await Promise.all(Array.from({length: 20}, () => ask('GET', `/v1/alliances/${made.slug}`)));
    assert.ok(answers.every(({status}) => status === 200));
    assert.equal(looks, 1);
  });
});
