import assert from 'node:assert/strict';
import {codeCard} from '@samenwaarde/core';
import {it} from 'node:test';
import {rooms} from '../app.js';
import {onBothDatabases} from '../database/database.test-helper.js';
import {siteOf} from '../beheer/visitor.test-helper.js';
import type {Database} from '../database/open.js';
import {deskOn, type Desk} from '../method/desk.test-helper.js';
import {ballotOn, bench, makeAlliance, newId, pathOf, quoteOn, random, told} from '../voices/round.test-helper.js';
import type {Parts} from '../parts.js';
import {settingsFrom} from '../settings.js';

const EMBEDDER = 'https://www.ververij.nl';

async function embedded(database: Database, other: Partial<Parts> = {}): Promise<Desk & {path: string}> {
  const desk = {...(await deskOn(database)), ...bench(database, other)};
  const {alliance, slug} = desk.made;
  const origins = JSON.stringify([EMBEDDER]);
  await database.query.updateTable('alliance').set({origins}).where('id', '=', alliance.id).execute();
  return {...desk, path: `/v1/alliances/${slug}`};
}

onBothDatabases('pages of other sites', ground => {
  it('may ask when their origin is on the list, exactly, and never with credentials', async () => {
    const {ask, give, made, path} = await embedded(await ground.open());
    const read = await ask('GET', path, {headers: {origin: EMBEDDER}});
    assert.equal(read.status, 200);
    assert.equal(read.headers.get('Access-Control-Allow-Origin'), EMBEDDER);
    assert.equal(read.headers.get('Access-Control-Expose-Headers'), 'API-Version, ETag, Retry-After');
    assert.match(read.headers.get('Vary') ?? '', /Origin/);
    assert.equal(read.headers.get('Access-Control-Allow-Credentials'), null);
    const given = await give(made, quoteOn(made), {headers: {origin: EMBEDDER}});
    assert.equal(given.status, 201);
    const wrong = await give(made, {...quoteOn(made), id: 'x'}, {headers: {origin: EMBEDDER}});
    assert.equal(wrong.headers.get('Access-Control-Allow-Origin'), EMBEDDER, 'a page can read what is wrong');
    assert.equal((await ask('GET', path)).headers.get('Access-Control-Allow-Origin'), null);
  });

  it('are told before they ask what they may send', async () => {
    const {ask, made, parts} = await embedded(await ground.open());
    const headers = {origin: EMBEDDER, 'Access-Control-Request-Method': 'PUT'};
    const answer = await ask('OPTIONS', pathOf(made, quoteOn(made)), {headers});
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('Access-Control-Allow-Methods'), 'PUT, DELETE, GET');
    const allowed = answer.headers.get('Access-Control-Allow-Headers')?.toLowerCase().split(', ');
    const open = rooms(parts).routes.filter(({cors}) => cors);
    const read = open.flatMap(({headers: names = {}}) => Object.keys(names));
    assert.deepEqual(new Set(allowed), new Set(['content-type', 'if-none-match', ...read]));
  });

  it('can read when they may come back, where too much came from one place', async () => {
    const {give, made} = await embedded(await ground.open(), {settings: settingsFrom({CONTRIBUTIONS_PER_MINUTE: '1'})});
    const one = () => give(made, quoteOn(made), {headers: {origin: EMBEDDER}, peer: '192.0.2.1'});
    assert.deepEqual(await count(2, one), {201: 2});
    const refused = await one();
    assert.deepEqual([refused.status, refused.headers.get('Retry-After')], [429, '60']);
    assert.equal(refused.headers.get('Access-Control-Allow-Origin'), EMBEDDER);
  });

  it('are refused from elsewhere, and the facilitator sees which ones', async () => {
    const database = await ground.open();
    const clock = {now: Date.now()};
    const {ask, give, made, path, cookie} = await embedded(database, {clock: () => clock.now});
    const quote = quoteOn(made);
    const others = ['https://www.ververij.nl:444', 'http://www.ververij.nl', 'https://ververij.nl', 'null'];
    for (const [place, origin] of [...others, 'https://ververij.nl'].entries()) {
      const options = {headers: {origin}, peer: `192.0.2.${place}`};
      assert.equal(await told(await give(made, quote, options)), '403 origin-refused', origin);
    }
    assert.equal((await database.query.selectFrom('voice').select('id').execute()).length, 0);
    const preflight = await ask('OPTIONS', path, {
      headers: {origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET'},
    });
    assert.equal(preflight.status, 403);
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), null);
    const seen = await ask('GET', `${path}/refused-origins`, {headers: {cookie}});
    const {items} = (await seen.json()) as {items: {origin: string; n: number}[]};
    assert.deepEqual(items[0], {origin: 'https://ververij.nl', n: 2});
    assert.deepEqual(
      items.map(({origin}) => origin).sort(),
      [...others.slice(0, 3), 'https://evil.example', 'unknown'].sort(),
    );
    const allow = {origins: [EMBEDDER, 'https://ververij.nl']};
    assert.equal((await ask('PUT', `${path}/settings`, {headers: {cookie}, body: allow})).status, 200);
    clock.now += 2_000;
    const letIn = await give(made, quote, {headers: {origin: 'https://ververij.nl'}});
    assert.equal(letIn.status, 201, 'without a new start');
    const left = (await (await ask('GET', `${path}/refused-origins`, {headers: {cookie}})).json()) as {items: object[]};
    assert.equal(left.items.length, 4, 'who is let in is not on the list of the refused');
    for (const origin of ['https://ververij.nl/', 'ververij.nl', '*', 'https://*.nl'])
      assert.equal((await ask('PUT', `${path}/settings`, {headers: {cookie}, body: {origins: [origin]}})).status, 400);
  });

  it('and facilitators hear that nothing is there at a name that no database takes', async () => {
    const {ask, path, cookie} = await embedded(await ground.open());
    const nowhere = '/v1/alliances/a%00b';
    assert.equal(await told(await ask('GET', nowhere, {headers: {origin: EMBEDDER}})), '404 not-found');
    assert.equal(await told(await ask('GET', `${nowhere}/audit`, {headers: {cookie}})), '404 no-such-alliance');
    const far = `${path}/audit?cursor=99999999999.${newId()}`;
    assert.equal(await told(await ask('GET', far, {headers: {cookie}})), '400 not-understood');
  });

  it('may all read what the API is, and learn nothing of a name that is not there', async () => {
    const {ask} = await embedded(await ground.open());
    const allowed = async (path: string) =>
      (await ask('GET', path, {headers: {origin: 'https://elders.example'}})).headers.get(
        'Access-Control-Allow-Origin',
      );
    assert.deepEqual([await allowed('/v1/openapi.json'), await allowed('/v1/alliances/elders')], ['*', null]);
  });

  it('get nothing that is for facilitators, whatever their origin', async () => {
    const {ask, path, cookie} = await embedded(await ground.open());
    const answer = await ask('GET', `${path}/cards`, {headers: {origin: EMBEDDER, cookie}});
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
  });
});

/** A collector that hears its requests from these addresses. */
async function crowd(
  database: Database,
  proxies = '',
): Promise<{
  lines: string[];
  clock: {now: number};
  vote: (peer: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  guess: (peer: string, path?: string) => Promise<Response>;
  /** Guesses on the page where facilitators enter, where nobody has so short a name. */
  enter: (peer: string) => Promise<Response>;
  /** Asks for a contribution at an alliance of this name. */
  look: (peer: string, slug: string) => Promise<Response>;
}> {
  const made = await makeAlliance(database);
  const clock = {now: Date.now()};
  const lines: string[] = [];
  const tell = (event: string, facts: unknown) => lines.push(`${event} ${JSON.stringify(facts)}`);
  const settings = settingsFrom({CONTRIBUTIONS_PER_MINUTE: '60', TRUSTED_PROXIES: proxies});
  const log = {info: tell, warn: tell, error: tell};
  const collector = bench(database, {settings, clock: () => clock.now, log});
  const {ask, give} = collector;
  const pages = siteOf(collector);
  return {
    clock,
    lines,
    vote: (peer, headers = {}) => give(made, ballotOn(made), {peer, headers}),
    guess: (peer, path = '/v1/sessions') => ask('POST', path, {peer, body: {token: 'guess'}}),
    enter: async peer => {
      const form = {method: 'POST', body: new URLSearchParams({name: 'a', passphrase: 'guess'})};
      return pages.request('http://localhost:8090/beheer/enter', form, {incoming: {socket: {remoteAddress: peer}}});
    },
    look: (peer, slug) => ask('GET', `/v1/alliances/${slug}/contributions/${made.round.id}`, {peer}),
  };
}

const count = async (times: number, act: () => Promise<Response>): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (let time = 0; time < times; time++) {
    const {status} = await act();
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
};

onBothDatabases('limits', ground => {
  it('let sixty people behind one address vote within a minute, and stop a script', async () => {
    const {vote, clock} = await crowd(await ground.open());
    assert.deepEqual(await count(60, () => vote('192.0.2.1')), {201: 60});
    assert.deepEqual(await count(100, () => vote('192.0.2.1')), {201: 60, 429: 40});
    assert.deepEqual(await count(1, () => vote('192.0.2.2')), {201: 1}, 'another address has nothing to do with it');
    const refused = await vote('192.0.2.1');
    assert.equal(refused.headers.get('Retry-After'), '1');
    clock.now += 60_000;
    assert.deepEqual(await count(60, () => vote('192.0.2.1')), {201: 60});
  });

  it('hold for all names of alliances together, also those that nobody has', async () => {
    const {look} = await crowd(await ground.open());
    let name = 0;
    assert.deepEqual(await count(3_700, () => look('192.0.2.1', `a${(name += 1)}`)), {400: 3_600, 429: 100});
    assert.deepEqual(await count(1, () => look('192.0.2.2', 'a1')), {400: 1});
  });

  it('remember no name that no alliance can have', async () => {
    const {look} = await crowd(await ground.open());
    const long = 'x'.repeat(1_000);
    let name = 0;
    assert.deepEqual(await count(1_300, () => look('192.0.2.1', `${long}${(name += 1)}`)), {404: 1_200, 429: 100});
  });

  it('slow down whoever guesses at the door', async () => {
    const {guess, clock} = await crowd(await ground.open());
    assert.deepEqual(await count(30, () => guess('192.0.2.1')), {403: 20, 429: 10});
    clock.now += 60_000;
    assert.deepEqual(await count(30, () => guess('192.0.2.1')), {403: 10, 429: 20});
    assert.deepEqual(await count(30, () => guess('192.0.2.2', '/v1/set-up')), {400: 20, 429: 10});
  });

  it('count all addresses of one network as one at the door, by the API and on the pages', async () => {
    const {guess, enter} = await crowd(await ground.open());
    let device = 0;
    const within = (network: string) => `${network}::${(device += 1).toString(16)}`;
    assert.deepEqual(await count(30, () => guess(within('2001:db8:1:2'))), {403: 20, 429: 10});
    assert.deepEqual(await count(30, () => guess(within('2001:db8:1:3'), '/v1/set-up')), {400: 20, 429: 10});
    assert.deepEqual(await count(3, () => enter(within('2001:db8:1:3'))), {429: 3}, 'the doors count together');
    assert.deepEqual(await count(30, () => enter(within('2001:db8:1:4'))), {400: 20, 429: 10});
  });

  it('hold per code, wherever it is used from', async () => {
    const {vote} = await crowd(await ground.open());
    let address = 0;
    const code = codeCard(random);
    const ways = [code, code.toLowerCase(), code.replaceAll('-', ' ')];
    const one = () => vote(`192.0.2.${(address += 1) % 250}`, {'Samen-Code': ways[address % ways.length] ?? ''});
    assert.deepEqual(await count(130, one), {201: 120, 429: 10}, 'in whatever way it is written');
  });

  it('believe a forwarded address of a trusted proxy alone, and warn once of another', async () => {
    const trusting = await crowd(await ground.open(), '10.0.0.0/8');
    let guest = 0;
    const through = (proxy: string) => () =>
      trusting.vote(proxy, {'X-Forwarded-For': `198.51.${Math.floor(guest / 200)}.${(guest += 1) % 200}`});
    assert.deepEqual(await count(150, through('10.0.0.1')), {201: 150});
    assert.deepEqual(trusting.lines, []);
    assert.deepEqual(await count(150, through('192.0.2.1')), {201: 120, 429: 30});
    assert.deepEqual(trusting.lines, ['forwarded-header-ignored {"setting":"TRUSTED_PROXIES"}'], 'and no address');
  });
});
