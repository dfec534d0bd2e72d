import assert from 'node:assert/strict';
import {once} from 'node:events';
import {stat, writeFile} from 'node:fs/promises';
import {request, type IncomingMessage} from 'node:http';
import {join} from 'node:path';
import {afterEach, it, test} from 'node:test';
import {begun} from './begun.test-helper.js';
import {onBothDatabases} from './database/database.test-helper.js';
import {openDatabase} from './database/open.js';
import {newFolder} from './folder.test-helper.js';
import {logTo} from './log.js';
import {settingsFrom, SettingsError, type Environment} from './settings.js';
import {start, type Collector} from './start.js';
import {erasures} from './upkeep/erasure.js';
import {ballotOn, makeAlliance, newReceipt, pathOf, type Made} from './voices/round.test-helper.js';

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

/** Somebody who sends a ballot, through the API or as a form, and breaks the connection at once. */
async function sendAndHangUp({url}: Collector, made: Made, way: 'api' | 'form'): Promise<void> {
  const record = ballotOn(made);
  const marks = new URLSearchParams(made.values.map((value): [string, string] => [`marks[${value}]`, '7']));
  const [method, path, type, body] =
    way === 'api'
      ? ['PUT', pathOf(made, record), 'application/json', JSON.stringify(record)]
      : ['POST', `/v1/alliances/${made.slug}/rounds/${made.round.id}/form`, FORM, marks.toString()];
  const headers = {'Content-Type': type, 'Content-Length': body.length, 'Samen-Receipt': newReceipt()};
  await new Promise<void>(resolve => {
    const asking = request(url + path, {method, headers, agent: false});
    asking.on('finish', () => asking.socket?.resetAndDestroy());
    asking.on('error', () => undefined).on('close', resolve);
    asking.end(body);
  });
}

const FORM = 'application/x-www-form-urlencoded';

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
      assert.equal(headers.get('X-Frame-Options'), 'DENY', path);
      assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'same-origin', path);
    }
    const wrong = await fetch(`${url}/v1/set-up`, {method: 'PATCH'});
    assert.equal(wrong.status, 405);
    assert.equal(wrong.headers.get('Allow'), 'GET, POST, HEAD, OPTIONS');
    assert.equal(wrong.headers.get('Content-Type'), 'application/problem+json');
    await close();
  });

  it('lets the sites of an alliance read its API, load its script and frame its widgets', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const {slug, alliance} = await makeAlliance(database);
    const origins = JSON.stringify(['https://www.ververij.nl']);
    await database.query.updateTable('alliance').set({origins}).where('id', '=', alliance.id).execute();
    const script = newFolder();
    await writeFile(join(script, 'manifest.json'), JSON.stringify({'samenwaarde.js': {integrity: 'sha384-abc'}}));
    await writeFile(join(script, 'samenwaarde.js'), 'export {};');
    const {url, close} = await running(address, {SCRIPT: script});
    const headersOf = async (path: string) =>
      (await fetch(url + path, {headers: {Origin: 'https://www.ververij.nl'}})).headers;
    for (const path of [`/v1/alliances/${slug}`, '/script/samenwaarde.js'])
      assert.equal((await headersOf(path)).get('Cross-Origin-Resource-Policy'), 'cross-origin', path);
    const frame = await headersOf(`/v1/alliances/${slug}/embed/scorecard`);
    assert.equal(frame.get('X-Frame-Options'), null);
    assert.match(frame.get('Content-Security-Policy') ?? '', /frame-ancestors 'self' https:\/\/www\.ververij\.nl$/);
    await close();
  });

  it('stands under a path of another site when it has to', async () => {
    const {url, door, close} = await running(await ground.address(), {BASE_PATH: '/waarden'});
    assert.match(url, /\/waarden$/);
    assert.equal(door, `http://localhost:${new URL(url).port}/waarden/beheer`);
    assert.equal((await fetch(`${url}/health/live`)).status, 200);
    for (const typed of [url, `${url}/`])
      assert.match(await (await fetch(typed)).text(), /href="\/waarden\/api\.css"/, typed);
    assert.equal((await fetch(`${url}/beheer/`)).url, `${url}/beheer`);
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
    assert.equal(rows.length, acknowledged, 'whoever has something kept hears of it');
    assert.ok(acknowledged > 0);
    await stream.text();
  });

  it('is held up by nobody who breaks every connection', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const made = await makeAlliance(database);
    const collector = await running(address, {CONTRIBUTIONS_PER_MINUTE: '1'});
    for (let time = 0; time < 10; time++)
      for (const way of ['api', 'form'] as const) await sendAndHangUp(collector, made, way);
    assert.equal((await fetch(`${collector.url}/health/ready`)).status, 200);
    await collector.close();
    const kept = await database.query.selectFrom('voice').select('id').execute();
    assert.ok(kept.length <= 2, `${kept.length} of 20 came in, where 2 may`);
  });

  it('does not start on a port that is taken, and says so', async () => {
    const first = await running(await ground.address());
    const {port} = new URL(first.url);
    await assert.rejects(running(await ground.address(), {PORT: port}), /^SettingsError: PORT .*EADDRINUSE/);
    await first.close();
  });
});

test('the file of a collector, and what stands beside it, is for its owner alone', async () => {
  const folder = newFolder();
  const address = join(folder, 'own.sqlite');
  await running(address, {BACKUPS: join(folder, 'backups')});
  for (const path of ['own.sqlite', 'own.sqlite-wal', 'backups', 'backups/erased.jsonl'])
    assert.equal((await stat(join(folder, path))).mode & 0o077, 0, path);
});

test('what was withdrawn just before a stop is on the list of what was erased', async () => {
  const [address, backups] = [join(newFolder(), 'own.sqlite'), newFolder()];
  const {url, close} = await running(address, {BACKUPS: backups});
  const database = await openDatabase(address);
  const made = await makeAlliance(database);
  await database.close();
  const record = ballotOn(made);
  const headers = {'Content-Type': 'application/json', 'Samen-Receipt': newReceipt()};
  await fetch(url + pathOf(made, record), {method: 'PUT', headers, body: JSON.stringify(record)});
  assert.equal((await fetch(url + pathOf(made, record), {method: 'DELETE', headers})).status, 204);
  await close();
  assert.deepEqual((await erasures(backups))?.erased, [{contribution: record.id, alliance: made.alliance.id}]);
});

test('a stop waits ten seconds for what is under way, and then cuts it off', async context => {
  const {url, close} = await running(join(newFolder(), 'own.sqlite'));
  const port = Number(new URL(url).port);
  const [slow, endless] = [await begun(port), await begun(port)];
  context.mock.timers.enable({apis: ['setTimeout']});
  const stopped = close();
  context.mock.timers.tick(9_999);
  slow.end('{}');
  const [answer] = (await once(slow, 'response')) as [IncomingMessage];
  assert.equal(answer.statusCode, 400);
  const cut = once(endless, 'error', {signal: AbortSignal.timeout(5_000)});
  context.mock.timers.tick(1);
  await cut.finally(() => endless.destroy());
  await stopped;
});

test('a setting that names what is not there stops the start, and says which', async () => {
  const folder = newFolder();
  const file = join(folder, 'a.sqlite');
  const half = newFolder();
  await writeFile(join(half, 'manifest.json'), '{"samenwaarde.js"');
  const wrong: readonly [name: string, address: string, environment: Environment][] = [
    ['DATA', join(folder, 'nowhere', 'a.sqlite'), {}],
    ['DATA', folder, {}],
    ['DATABASE_URL', 'postgres://user:hunter2@127.0.0.1:1/none', {}],
    ['BACKUPS', file, {BACKUPS: join(file, 'backups')}],
    ['SCRIPT', file, {SCRIPT: join(folder, 'nowhere')}],
    ['SCRIPT', file, {SCRIPT: half}],
  ];
  for (const [name, address, environment] of wrong)
    await assert.rejects(
      running(address, environment),
      (error: unknown) =>
        error instanceof SettingsError && error.message.startsWith(name) && !error.message.includes('hunter2'),
      name,
    );
  const {url, close} = await running(file);
  await close();
  const {port} = new URL(url);
  await assert.rejects(running(file, {PORT: port, BACKUPS: join(file, 'backups')}), SettingsError);
  await running(file, {PORT: port});
});
