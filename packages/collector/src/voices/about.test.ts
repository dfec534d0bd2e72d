import assert from 'node:assert/strict';
import {it} from 'node:test';
import {backup} from '@samenwaarde/core/files';
import {sql} from 'kysely';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {run} from '../database/transact.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {newFolder} from '../folder.test-helper.js';
import {deskOn} from '../method/desk.test-helper.js';
import {backUp} from '../upkeep/backup.js';
import {restore} from '../upkeep/restore.js';
import {askAbout} from './about.js';
import {bench, decisionOn, newId, newReceipt, putCard, quoteOn, random} from './round.test-helper.js';

/** What each decision in the database is about. */
async function keysIn({query}: Database): Promise<readonly string[]> {
  const rows = await query.selectFrom('card').select('about').where('kind', '=', 'moderation').execute();
  return rows.map(({about}) => about).sort();
}

onBothDatabases('what a decision is about', ground => {
  it('is known however it came in: put, put again, imported, begun with, restored', async () => {
    const database = await ground.open();
    const {made, give, atDesk} = await deskOn(database);
    const [first, second] = [quoteOn(made), quoteOn(made)];
    for (const quote of [first, second]) await give(made, quote);
    const decision = decisionOn(first, 'released');
    const put = (body: object) => atDesk('PUT', `/cards/${decision.id}`, {body});
    assert.equal((await put(decision)).status, 201);
    assert.deepEqual(await keysIn(database), [first.id]);
    assert.equal((await put({...decision, counter: 2, of: second.id})).status, 200);
    assert.deepEqual(await keysIn(database), [second.id]);

    const file = backup([...made.cards, first, second, decisionOn(first, 'held')]);
    assert.equal((await atDesk('POST', '/imports', {body: file})).status, 200);
    const both = [first.id, second.id].sort();
    assert.deepEqual(await keysIn(database), both);

    const restored = await ground.open();
    await restore(restored, await backUp(database, newFolder(), {random, clock: Date.now}), random);
    assert.deepEqual(await keysIn(restored), both);

    const begun = await ground.open();
    const elsewhere = bench(begun);
    const host = await entered(elsewhere);
    const options = {headers: {cookie: host.cookie}, body: {slug: 'ververij', file}};
    assert.equal((await elsewhere.ask('POST', '/v1/alliances', options)).status, 201);
    assert.deepEqual(await keysIn(begun), [first.id]);
  });

  it('is looked up by a key', async () => {
    const {query} = await ground.open();
    const plan = await query.connection().execute(async connection => {
      // A table of a few rows is quicker to read as a whole.
      if (ground.kind === 'postgres') await run(connection, 'set enable_seqscan = off');
      return askAbout(connection, newId()).explain(undefined, ground.kind === 'sqlite' ? sql`query plan` : undefined);
    });
    assert.match(JSON.stringify(plan), /card_about/);
  });

  it('is in its own alliance: who facilitates another decides nothing here', async () => {
    const database = await ground.open();
    const [here, elsewhere] = [await deskOn(database), await deskOn(database)];
    const [quote, receipt] = [quoteOn(here.made), newReceipt()];
    await here.give(here.made, quote, {receipt});
    await putCard(database.query, elsewhere.made.alliance.id, decisionOn(quote, 'released'));
    const own = await here.atDesk('GET', `/contributions/${quote.id}`, {receipt});
    assert.deepEqual(((await own.json()) as {delivery: unknown}).delivery, {type: 'held'});
    assert.ok(!(await (await here.ask('GET', `/v1/alliances/${here.made.slug}`)).text()).includes(quote.text));
  });

  it('decides alone: words that name another contribution are not about it', async () => {
    const database = await ground.open();
    const {made, give, atDesk} = await deskOn(database);
    const [named, receipt] = [quoteOn(made), newReceipt()];
    const quote = quoteOn(made);
    await give(made, named, {receipt});
    await give(made, quote);
    const decision = {...decisionOn(quote, 'released'), redacted: `Zie "of":"${named.id}".`};
    assert.equal((await atDesk('PUT', `/cards/${decision.id}`, {body: decision})).status, 201);
    assert.equal((await atDesk('DELETE', `/contributions/${named.id}`, {receipt})).status, 204);
    assert.deepEqual(await keysIn(database), [quote.id]);
  });
});
