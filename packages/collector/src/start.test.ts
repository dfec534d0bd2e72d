import assert from 'node:assert/strict';
import {afterEach, it} from 'node:test';
import {onBothDatabases} from './database/database.test-helper.js';
import {logTo} from './log.js';
import {settingsFrom, type Environment} from './settings.js';
import {start, type Collector} from './start.js';
import {ballotOn, makeAlliance, newReceipt, pathOf} from './voices/round.test-helper.js';

const open: Collector[] = [];
// Also those of a test that failed: they would keep the process alive.
afterEach(() => Promise.all(open.splice(0).map(collector => collector.close())));

/** A collector on a free port, and what it logs. */
async function running(address: string, environment: Environment = {}): Promise<Collector & {lines: string[]}> {
  const lines: string[] = [];
  const place = address.startsWith('postgres') ? {DATABASE_URL: address} : {DATA: address};
  const collector = await start(
    settingsFrom({PORT: '0', ...place, ...environment}),
    logTo(line => lines.push(line), Date.now),
  );
  open.push(collector);
  return {...collector, lines};
}

onBothDatabases('a collector', ground => {
  it('starts, answers, and stops', async () => {
    const {url, setUpCode, lines, close} = await running(await ground.address());
    assert.match(setUpCode ?? '', /^[0-9A-Z-]{30,}$/);
    for (const path of ['/health/live', '/health/ready', '/openapi.json', '/', '/api.css', '/beheer'])
      assert.equal((await fetch(url + path)).status, 200, path);
    await Promise.all([close(), close()]);
    await assert.rejects(fetch(`${url}/health/live`));
    assert.deepEqual(
      lines.map(line => (JSON.parse(line) as {event: string}).event),
      ['started', 'stopped'],
    );
  });

  it('says in every answer what nobody may do with it', async () => {
    const {url, close} = await running(await ground.address());
    for (const path of ['/health/live', '/nothing', '/', '/beheer', '/v1/alliances']) {
      const {headers} = await fetch(url + path);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
      assert.match(headers.get('Referrer-Policy') ?? '', /^(no-referrer|same-origin)$/, path);
      assert.equal(headers.get('API-Version'), '1.0.0', path);
      assert.match(headers.get('Content-Security-Policy') ?? '', /^default-src 'none'/, path);
      assert.doesNotMatch(headers.get('Content-Security-Policy') ?? '', /script|unsafe/, path);
    }
    const wrong = await fetch(`${url}/v1/set-up`, {method: 'PATCH'});
    assert.equal(wrong.status, 405);
    assert.equal(wrong.headers.get('Allow'), 'GET, POST, HEAD, OPTIONS');
    assert.equal(wrong.headers.get('Content-Type'), 'application/problem+json');
    await close();
  });

  it('stands under a path of another site when it has to', async () => {
    const {url, close} = await running(await ground.address(), {BASE_PATH: '/waarden'});
    assert.match(url, /\/waarden$/);
    assert.equal((await fetch(`${url}/health/live`)).status, 200);
    assert.match(await (await fetch(`${url}/`)).text(), /href="\/waarden\/api\.css"/);
    assert.equal((await fetch(`${new URL(url).origin}/health/live`)).status, 404);
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as {servers: {url: string}[]};
    assert.match(document.servers[0]?.url ?? '', /^http:\/\/localhost:\d+\/waarden\/v1$/);
    await close();
  });

  it('finishes at a stop what is under way, and ends the streams', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const made = await makeAlliance(database);
    const {url, close} = await running(address);
    const stream = await fetch(`${url}/v1/alliances/${made.slug}/live`, {headers: {Accept: 'text/event-stream'}});
    const giving = Array.from({length: 40}, () => {
      const record = ballotOn(made);
      const headers = {'Content-Type': 'application/json', 'Samen-Receipt': newReceipt()};
      return fetch(url + pathOf(made, record), {method: 'PUT', headers, body: JSON.stringify(record)}).then(
        ({status}) => status,
        () => 0,
      );
    });
    // One is answered: the others are under way.
    await Promise.race(giving);
    await close();
    const acknowledged = (await Promise.all(giving)).filter(status => status === 201).length;
    const rows = await database.query.selectFrom('voice').select('id').execute();
    assert.ok(acknowledged > 0 && rows.length >= acknowledged, `${acknowledged} acknowledged, ${rows.length} kept`);
    await stream.text();
  });

  it('does not start on a port that is taken, and says so', async () => {
    const first = await running(await ground.address());
    const {port} = new URL(first.url);
    await assert.rejects(running(await ground.address(), {PORT: port}), /EADDRINUSE/);
    await first.close();
  });
});
