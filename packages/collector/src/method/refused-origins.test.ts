import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {bench, makeAlliance} from '../voices/round.test-helper.js';
import {deskOn} from './desk.test-helper.js';
import {refusedOrigins} from './refused-origins.js';

const REAL = 'https://www.ververij.nl';
const HOUR = 3_600_000;

interface Watched {
  readonly clock: {now: number};
  /** A page of an origin is refused at somebody's address. */
  readonly visit: (origin: string, peer: string) => Promise<void>;
  /** What the facilitator sees. */
  readonly list: () => Promise<ReadonlyMap<string, number>>;
}

async function watched(database: Database): Promise<Watched> {
  const made = await makeAlliance(database);
  const clock = {now: Date.now()};
  const {ask} = bench(database, {clock: () => clock.now});
  return {
    clock,
    visit: async (origin, peer) => {
      const {status} = await ask('GET', `/v1/alliances/${made.slug}`, {headers: {origin}, peer});
      assert.equal(status, 403);
    },
    list: async () => {
      const items = await refusedOrigins(database, made.alliance.id);
      return new Map(items.map(({origin, n}) => [origin, n]));
    },
  };
}

const invented = (number: number) => `https://invented${number}.example`;
const address = (number: number) => `10.0.${Math.floor(number / 250)}.${number % 250}`;

onBothDatabases('origins that were refused', ground => {
  it('are not pushed off the list by a script at one address', async () => {
    const {visit, list, clock} = await watched(await ground.open());
    for (let name = 0; name < 150; name++) await visit(invented(name), '192.0.2.1');
    assert.equal((await list()).size, 3);
    await visit(REAL, '192.0.2.2');
    assert.equal((await list()).get(REAL), 1, 'somebody else is heard at once');
    clock.now += HOUR;
    for (let name = 150; name < 300; name++) await visit(invented(name), '192.0.2.1');
    assert.equal((await list()).size, 7, 'as many again an hour later');
  });

  it('say from how many places they were seen, whoever reloads a page', async () => {
    const {visit, list, clock} = await watched(await ground.open());
    for (let time = 0; time < 10; time++) await visit(REAL, '192.0.2.1');
    assert.deepEqual([...(await list())], [[REAL, 1]]);
    await visit(REAL, '192.0.2.2');
    clock.now += HOUR;
    await visit(REAL, '192.0.2.1');
    assert.deepEqual([...(await list())], [[REAL, 3]]);
    await visit('chrome-extension://abc', '192.0.2.3');
    await visit('null', '192.0.2.4');
    assert.deepEqual(
      [...(await list())],
      [
        [REAL, 3],
        ['unknown', 2],
      ],
    );
  });

  it('that people visit stay, of the others the newest', async () => {
    const {visit, list, clock} = await watched(await ground.open());
    for (const place of [1, 2]) await visit(REAL, `192.0.2.${place}`);
    await visit('https://gisteren.example', '192.0.2.3');
    clock.now += 24 * HOUR;
    await visit(REAL, '192.0.2.1');
    for (let name = 0; name < 150; name++) await visit(invented(name), address(name));
    const kept = await list();
    assert.equal(kept.size, 100);
    assert.equal(kept.get(REAL), 3);
    assert.ok(kept.has(invented(149)), 'the newest is there');
    assert.ok(!kept.has('https://gisteren.example'));
  });

  it('are not written down for an alliance that has just come to its end', async () => {
    const database = await ground.open();
    const {visit} = await watched(database);
    await visit(REAL, '192.0.2.1');
    await database.query.deleteFrom('refused_origin').execute();
    await database.query.deleteFrom('alliance').execute();
    await visit(REAL, '192.0.2.2');
    assert.deepEqual(await database.query.selectFrom('refused_origin').selectAll().execute(), []);
  });
});

onBothDatabases('origins that may embed an alliance', ground => {
  it('are kept once each, and answered as they are kept', async () => {
    const {atDesk} = await deskOn(await ground.open());
    const put = await atDesk('PUT', '/settings', {body: {origins: [REAL, REAL]}});
    const kept = await atDesk('GET', '/settings');
    assert.deepEqual([await put.json(), await kept.json()], [{origins: [REAL]}, {origins: [REAL]}]);
  });
});
