import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases, waiting} from '../database/database.test-helper.js';
import {transact} from '../database/transact.js';
import {bench, makeAlliance, random, told} from '../voices/round.test-helper.js';
import {cookieIn, entered} from './entered.test-helper.js';
import {openSession} from './session.js';
import {resetPassphrase, setUpCode} from './set-up.js';

const passphrase = 'vier woorden uit een boek';

onBothDatabases('facilitators', ground => {
  it('make the first account with the code of the first start, which works once', async () => {
    const database = await ground.open();
    const {ask} = bench(database);
    assert.deepEqual(await (await ask('GET', '/v1/set-up')).json(), {needed: true});
    const code = await setUpCode(database.query, random);
    assert.equal(await setUpCode(database.query, random), code, 'the next start tells the same code');
    const choose = (typed: string | undefined) =>
      ask('POST', '/v1/set-up', {body: {code: typed, name: 'begeleider', passphrase}});
    assert.equal(await told(await choose('0000-0000')), '403 wrong-code');
    const both = await Promise.all([choose(code), choose(code?.toLowerCase())]);
    assert.deepEqual(both.map(({status}) => status).sort(), [201, 403]);
    assert.equal(await told(await choose(code)), '403 wrong-code');
    assert.equal(await setUpCode(database.query, random), undefined);
    assert.deepEqual(await (await ask('GET', '/v1/set-up')).json(), {needed: false});
  });

  if (ground.kind === 'postgres')
    it('make one first account, also when two choose a passphrase at the same moment', async () => {
      const address = await ground.address();
      const [database, beside] = [await ground.at(address), await ground.at(address)];
      const code = await setUpCode(database.query, random);
      const {ask} = bench(database);
      const choose = (name: string) => ask('POST', '/v1/set-up', {body: {code, name, passphrase}});
      const {both} = await transact(beside, async connection => {
        await connection.selectFrom('secret').select('name').forUpdate().execute();
        const choosing = ['een', 'twee-een'].map(choose);
        await waiting(database, choosing.length);
        return {both: Promise.all(choosing)};
      });
      assert.deepEqual((await both).map(({status}) => status).sort(), [201, 403]);
    });

  if (ground.kind === 'postgres')
    it('leave one who may enter, also when two dismiss each other at the same moment', async () => {
      const address = await ground.address();
      const [database, beside] = [await ground.at(address), await ground.at(address)];
      const collector = bench(database);
      const made = await makeAlliance(database);
      const two = [await entered(collector, made.alliance.id), await entered(collector, made.alliance.id)] as const;
      const path = `/v1/alliances/${made.slug}/people`;
      const {both} = await transact(beside, async connection => {
        await connection.selectFrom('membership').select('alliance').forUpdate().execute();
        const dismissing = two.map(({cookie}, place) =>
          collector.ask('DELETE', `${path}/${two[1 - place]?.person.id}`, {headers: {cookie}}),
        );
        await waiting(database, dismissing.length);
        return {both: Promise.all(dismissing)};
      });
      assert.deepEqual((await both).map(({status}) => status).sort(), [204, 409]);
    });

  it('are not kept waiting by somebody who guesses at the code', async () => {
    const database = await ground.open();
    const {ask} = bench(database);
    await setUpCode(database.query, random);
    const guess = async () =>
      told(await ask('POST', '/v1/set-up', {body: {code: '0000-0000', name: 'begeleider', passphrase}}));
    const answers = await Promise.all(Array.from({length: 40}, guess));
    assert.deepEqual(new Set(answers), new Set(['403 wrong-code']), 'no passphrase is derived for a wrong code');
  });

  it('enter with name and passphrase, and leave', async () => {
    const database = await ground.open();
    const {ask} = bench(database);
    const code = await setUpCode(database.query, random);
    await ask('POST', '/v1/set-up', {body: {code, name: 'begeleider', passphrase}});
    const enter = (name: string, phrase: string) => ask('POST', '/v1/sessions', {body: {name, passphrase: phrase}});
    assert.equal(await told(await enter('begeleider', 'vier andere woorden')), '403 wrong-passphrase');
    assert.equal(await told(await enter('tweede', passphrase)), '403 wrong-passphrase');
    assert.equal(await told(await enter('begeleider', '')), '403 wrong-passphrase');
    const response = await enter(' BEGELEIDER ', passphrase);
    assert.equal(response.status, 201);
    const cookie = cookieIn(response.headers.get('Set-Cookie'));
    const current = () => ask('GET', '/v1/sessions/current', {headers: {cookie}});
    assert.deepEqual(await (await current()).json(), {name: 'begeleider', alliances: []});
    const left = await ask('DELETE', '/v1/sessions/current', {headers: {cookie}});
    assert.equal(left.status, 204);
    assert.match(left.headers.get('Set-Cookie') ?? '', /Max-Age=0/);
    assert.equal(await told(await current()), '401 not-entered');
  });

  it('keep no passphrase, code or cookie in the database', async () => {
    const database = await ground.open();
    const {ask} = bench(database);
    const code = (await setUpCode(database.query, random)) ?? '';
    const response = await ask('POST', '/v1/set-up', {body: {code, name: 'begeleider', passphrase}});
    const secret = cookieIn(response.headers.get('Set-Cookie')).split('=')[1] ?? '';
    const rows = [
      ...(await database.query.selectFrom('facilitator').selectAll().execute()),
      ...(await database.query.selectFrom('session').selectAll().execute()),
      ...(await database.query.selectFrom('secret').selectAll().execute()),
    ];
    const kept = JSON.stringify(rows);
    for (const mark of [passphrase, code, secret]) assert.ok(mark !== '' && !kept.includes(mark));
  });

  it('have a session for half a day', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database);
    const first = bench(database);
    const {cookie} = await entered(first, made.alliance.id);
    const later = bench(database, {clock: () => Date.now() + 12 * 3_600_000});
    const path = `/v1/alliances/${made.slug}/settings`;
    assert.equal((await first.ask('GET', path, {headers: {cookie}})).status, 200);
    assert.equal(await told(await later.ask('GET', path, {headers: {cookie}})), '401 not-entered');
    await entered(later);
    const left = await database.query.selectFrom('session').select('id').execute();
    assert.equal(left.length, 1, 'a session that is over goes when another begins');
  });

  it('let others in, who choose their own passphrase, and show them out', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database);
    const collector = bench(database);
    const {ask} = collector;
    const {cookie, person} = await entered(collector, made.alliance.id);
    const people = `/v1/alliances/${made.slug}/people`;
    const asked = {headers: {cookie}};
    const invited = await ask('POST', people, {...asked, body: {name: 'Tweede'}});
    const {id, code} = (await invited.json()) as {id: string; code: string};
    assert.equal(invited.status, 201);
    const again = (await (await ask('POST', people, {...asked, body: {name: 'tweede'}})).json()) as object;
    assert.deepEqual(again, {id, name: 'tweede'}, 'who is known already keeps their own passphrase');
    const choose = (name: string) => ask('POST', '/v1/set-up', {body: {code, name, passphrase}});
    assert.equal(await told(await choose('derde')), '403 wrong-code');
    const tweede = cookieIn((await choose('tweede')).headers.get('Set-Cookie'));
    assert.equal((await ask('GET', people, {headers: {cookie: tweede}})).status, 200);
    assert.equal(await told(await choose('tweede')), '403 wrong-code');
    const listed = (await (await ask('GET', people, asked)).json()) as {items: {name: string}[]};
    assert.deepEqual(listed.items.map(({name}) => name).sort(), ['tweede', person.name].sort());
    const dismiss = (who: string, by: string) => ask('DELETE', `${people}/${who}`, {headers: {cookie: by}});
    const both = await Promise.all([dismiss(id, cookie), dismiss(person.id, tweede)]);
    const statuses = both.map(({status}) => status).sort();
    assert.equal(statuses[0], 204);
    const left = await database.query.selectFrom('membership').selectAll().execute();
    assert.equal(left.length, 1, 'two who dismiss each other at once leave one');
  });

  it('are let in by nobody else than who invited them, as long as they have not come', async () => {
    const database = await ground.open();
    const [one, other] = [await makeAlliance(database), await makeAlliance(database)];
    const collector = bench(database);
    const [first, second] = [await entered(collector, one.alliance.id), await entered(collector, other.alliance.id)];
    const invite = ({slug}: {slug: string}, {cookie}: {cookie: string}, body: object) =>
      collector.ask('POST', `/v1/alliances/${slug}/people`, {headers: {cookie}, body});
    const read = async (response: Response) => (await response.json()) as {id: string; code: string};
    const invited = await read(await invite(one, first, {name: 'derde'}));
    assert.equal(await told(await invite(other, second, {name: 'derde'})), '409 other-person');
    const path = `/v1/alliances/${one.slug}/people/${invited.id}`;
    await collector.ask('DELETE', path, {headers: {cookie: first.cookie}});
    const {code} = await read(await invite(other, second, {name: 'derde'}));
    const choose = (typed: string) =>
      collector.ask('POST', '/v1/set-up', {body: {code: typed, name: 'derde', passphrase}});
    assert.equal(await told(await choose(invited.code)), '403 wrong-code', 'who is not expected any more has no code');
    assert.equal((await choose(code)).status, 201);
    assert.equal((await invite(one, first, {name: 'derde'})).status, 201, 'who has come is known');
    const token = {name: 'vierde', subject: 'somebody-at-the-issuer'};
    assert.equal('code' in (await read(await invite(one, first, token))), false, 'a token is enough');
    assert.equal((await invite(other, second, token)).status, 201);
    for (const body of [
      {...token, name: 'vijfde'},
      {...token, name: 'derde'},
      {...token, subject: 'another'},
    ])
      assert.equal(await told(await invite(other, second, body)), '409 other-person', JSON.stringify(body));
  });

  it('with one subject are one person, also when many invite them at once', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const hosts = await Promise.all(
      Array.from({length: 6}, async () => {
        const made = await makeAlliance(database);
        return {made, ...(await entered(collector, made.alliance.id))};
      }),
    );
    const answers = await Promise.all(
      hosts.map(({made, cookie}, place) =>
        collector.ask('POST', `/v1/alliances/${made.slug}/people`, {
          headers: {cookie},
          body: {name: `gast ${place}`, subject: 'somebody-at-the-issuer'},
        }),
      ),
    );
    const said = await Promise.all(answers.map(told));
    assert.deepEqual(said.sort(), ['201', ...Array<string>(5).fill('409 other-person')]);
    const known = database.query.selectFrom('facilitator').select('name').where('subject', '<>', '');
    assert.equal((await known.execute()).length, 1);
  });

  it('get a new passphrase by a command, which ends their sessions', async () => {
    const database = await ground.open();
    const {ask} = bench(database);
    const first = await setUpCode(database.query, random);
    const response = await ask('POST', '/v1/set-up', {body: {code: first, name: 'begeleider', passphrase}});
    const cookie = cookieIn(response.headers.get('Set-Cookie'));
    assert.equal(await resetPassphrase(database, 'nobody', random), undefined);
    const code = await resetPassphrase(database, 'begeleider', random);
    assert.equal(await told(await ask('GET', '/v1/sessions/current', {headers: {cookie}})), '401 not-entered');
    const old = await ask('POST', '/v1/sessions', {body: {name: 'begeleider', passphrase}});
    assert.equal(await told(old), '403 wrong-passphrase');
    const fresh = await ask('POST', '/v1/set-up', {
      body: {code, name: 'begeleider', passphrase: 'heel andere woorden'},
    });
    assert.equal(fresh.status, 201);
  });

  it('act from the pages of the collector alone', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database);
    const collector = bench(database);
    const {cookie} = await entered(collector, made.alliance.id);
    const put = (headers: Readonly<Record<string, string>>) =>
      collector.ask('PUT', `/v1/alliances/${made.slug}/settings`, {headers: {cookie, ...headers}, body: {origins: []}});
    for (const headers of [
      {origin: 'https://evil.example'},
      {origin: 'null'},
      {origin: 'http://localhost:8091'},
      {'sec-fetch-site': 'cross-site'},
      {'sec-fetch-site': 'same-site'},
      {origin: 'http://localhost:8090', 'sec-fetch-site': 'cross-site'},
    ] as const)
      assert.equal(await told(await put({...headers})), '403 other-site', JSON.stringify(headers));
    for (const headers of [{}, {origin: 'http://localhost:8090', 'sec-fetch-site': 'same-origin'}])
      assert.equal((await put(headers)).status, 200, JSON.stringify(headers));
    for (const [method, path] of [
      ['POST', '/v1/sessions'],
      ['POST', '/v1/set-up'],
      ['DELETE', '/v1/sessions/current'],
    ] as const) {
      const asked = {headers: {origin: 'https://evil.example'}, body: {token: 'of somebody else'}};
      assert.equal(await told(await collector.ask(method, path, asked)), '403 other-site', path);
    }
  });

  it('get a cookie that no script, other site or plain connection sees', async () => {
    const database = await ground.open();
    const {parts, ...rest} = bench(database);
    const {person} = await entered({parts, ...rest});
    const local = await openSession(parts, person);
    assert.match(local, /^samen=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/);
    const settings = {...parts.settings, publicOrigin: 'https://waarden.example.nl'};
    const safe = await openSession({...parts, settings}, person);
    assert.match(safe, /^__Host-samen=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/);
  });
});
