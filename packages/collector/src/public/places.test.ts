import assert from 'node:assert/strict';
import {before, it} from 'node:test';
import {onSqlite} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {silent} from '../log.js';
import {settingsFrom, type Environment} from '../settings.js';
import {start} from '../start.js';
import {bench, makeAlliance, told, type Bench, type Made} from '../voices/round.test-helper.js';

onSqlite('places for live streams', ground => {
  let address = '';
  let database: Database;
  let made: Made;
  before(async () => {
    address = await ground.address();
    database = await ground.at(address);
    made = await makeAlliance(database);
  });

  const collector = (environment: Environment) => bench(database, {settings: settingsFrom(environment)});
  const follow = async ({ask}: Bench, peer: string, headers = {Accept: 'text/event-stream'}) =>
    ask('GET', `/v1/alliances/${made.slug}/live`, {headers, peer});
  const many = async (count: number, one: () => Promise<Response>) => {
    const answers = await Promise.all(Array.from({length: count}, one));
    return answers.map(({status}) => status);
  };

  it('are enough for whoever is in one room, and a script gets no more', async () => {
    const here = collector({});
    assert.deepEqual(new Set(await many(500, () => follow(here, '192.0.2.1'))), new Set([200]));
    const refused = await follow(here, '192.0.2.1');
    assert.equal(refused.headers.get('Content-Type'), 'application/problem+json');
    assert.equal(refused.headers.get('Retry-After'), '60');
    assert.equal(await told(refused), '429 too-many');
    assert.equal((await follow(here, '192.0.2.2')).status, 200, 'another address has nothing to do with it');
    const asked = await follow(here, '192.0.2.1', {Accept: 'application/json'});
    assert.equal(asked.status, 200, 'who has no place can ask now and then');
    here.live.close();
  });

  it('are counted per network of IPv6, whoever the proxy says it is', async () => {
    const here = collector({STREAMS_PER_ADDRESS: '2', TRUSTED_PROXIES: '10.0.0.1'});
    for (const [address, status] of [
      ['2001:db8:1:2::1', 200],
      ['2001:db8:1:2::2', 200],
      ['2001:db8:1:2::3', 429],
      ['2001:db8:1:3::1', 200],
    ] as const) {
      const headers = {Accept: 'text/event-stream', 'X-Forwarded-For': address};
      assert.equal((await follow(here, '10.0.0.1', headers)).status, status, address);
    }
    here.live.close();
  });

  it('come free when somebody leaves, and when the collector stops', async () => {
    const here = collector({STREAMS_PER_ADDRESS: '1'});
    const first = await follow(here, '192.0.2.1');
    assert.equal((await follow(here, '192.0.2.1')).status, 429);
    await first.body?.cancel();
    assert.equal((await follow(here, '192.0.2.1')).status, 200);
    assert.equal((await follow(here, '192.0.2.1')).status, 429);
    here.live.close();
    assert.equal((await follow(here, '192.0.2.1')).status, 200);
    here.live.close();
  });

  it('have an end in all, wherever people are', async () => {
    const here = collector({STREAMS: '3'});
    const headers = {Accept: 'text/event-stream'};
    const head = await here.ask('HEAD', `/v1/alliances/${made.slug}/live`, {headers});
    assert.deepEqual([head.status, head.headers.get('Content-Type')], [200, 'application/json'], 'it takes none');
    let guest = 0;
    const statuses = await many(4, () => follow(here, `192.0.2.${(guest += 1)}`));
    assert.deepEqual(statuses.sort(), [200, 200, 200, 503]);
    assert.equal(await told(await follow(here, '192.0.2.9')), '503 busy');
    here.live.close();
  });

  it('come free when a connection breaks off', async () => {
    const settings = settingsFrom({DATA: address, PORT: '0', STREAMS: '1'});
    const server = await start(settings, silent);
    const stream = `${server.url}/v1/alliances/${made.slug}/live`;
    const open = (signal?: AbortSignal) =>
      fetch(stream, {headers: {Accept: 'text/event-stream'}, ...(signal && {signal})});
    const phone = new AbortController();
    const first = await open(phone.signal);
    assert.equal(first.status, 200);
    assert.equal((await open()).status, 503);
    phone.abort();
    let next = await open();
    // The server hears of it a moment later.
    for (let tries = 0; next.status === 503 && tries < 500; tries++) next = await open();
    assert.equal(next.status, 200);
    await next.body?.cancel();
    await server.close();
  });
});
