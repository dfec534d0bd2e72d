import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, it, test} from 'node:test';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import {onBothDatabases} from '../database/database.test-helper.js';
import {openDatabase, type Database} from '../database/open.js';
import {settingsFrom} from '../settings.js';
import {bench, told, type Bench} from '../voices/round.test-helper.js';
import {cookieIn, entered} from './entered.test-helper.js';

const AUDIENCE = 'samenwaarde';
const SUBJECT = 'somebody-at-the-issuer';

let database: Database;
let issuer: Server;
let keys: {privateKey: CryptoKey; publicKey: CryptoKey};
let address = '';
let collector: Bench;
let cookie = '';

before(async () => {
  database = await openDatabase(':memory:');
  keys = await generateKeyPair('RS256', {extractable: true});
  const jwk = {...(await exportJWK(keys.publicKey)), kid: 'one', use: 'sig'};
  issuer = createServer((request, response) => {
    const isAway = request.url?.startsWith('/maintenance');
    response.end(JSON.stringify(isAway ? {error: 'maintenance'} : {keys: [jwk]}));
  });
  await new Promise<void>(resolve => issuer.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  collector = bench(database, {settings: settingsTo(address)});
  const {person, cookie: session} = await entered(collector);
  cookie = session;
  // Somebody without a subject, as whoever enters with a passphrase.
  await entered(collector);
  await database.query.updateTable('facilitator').set({subject: SUBJECT}).where('id', '=', person.id).execute();
});

after(async () => {
  await new Promise(resolve => issuer.close(resolve));
  await database.close();
});

function settingsTo(keysAt: string): ReturnType<typeof settingsFrom> {
  return settingsFrom({OPENID_ISSUER: address, OPENID_AUDIENCE: AUDIENCE, OPENID_KEYS: `${keysAt}/keys`});
}

const now = () => Math.floor(Date.now() / 1_000);
const usual = (): JWTPayload => ({iss: address, aud: AUDIENCE, sub: SUBJECT, exp: now() + 300});
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(usual()).filter(([name]) => name !== claim));
const signed = (payload: JWTPayload, key: CryptoKey | Uint8Array = keys.privateKey, alg = 'RS256') =>
  new SignJWT(payload).setProtectedHeader({alg, kid: 'one'}).sign(key);
const enter = async (token: string, {ask} = collector) => ask('POST', '/v1/sessions', {body: {token}});

test('a token of the issuer lets in whom it is about', async () => {
  const response = await enter(await signed(usual()));
  assert.equal(response.status, 201);
  const mine = cookieIn(response.headers.get('Set-Cookie'));
  const [first, second] = await Promise.all(
    [cookie, mine].map(async each =>
      (await collector.ask('GET', '/v1/sessions/current', {headers: {cookie: each}})).json(),
    ),
  );
  assert.deepEqual(second, first);
});

test('no other token does', async () => {
  const other = await generateKeyPair('RS256');
  const curve = await generateKeyPair('ES256');
  const wrong: Readonly<Record<string, string>> = {
    'another issuer': await signed({...usual(), iss: 'https://login.example.nl'}),
    'another audience': await signed({...usual(), aud: 'something-else'}),
    'of yesterday': await signed({...usual(), exp: now() - 86_400}),
    'not valid yet': await signed({...usual(), nbf: now() + 3_600}),
    'without an end': await signed(without('exp')),
    'without a subject': await signed(without('sub')),
    'about somebody unknown': await signed({...usual(), sub: 'nobody'}),
    'about nobody': await signed({...usual(), sub: ''}),
    'signed with another key': await signed(usual(), other.privateKey),
    'signed by the right key in another way': await signed(
      usual(),
      await importJWK(await exportJWK(keys.privateKey), 'RS512'),
      'RS512',
    ),
    'signed in another way': await signed(usual(), curve.privateKey, 'ES256'),
    'signed with the public key as a secret': await signed(
      usual(),
      new TextEncoder().encode(await exportSPKI(keys.publicKey)),
      'HS256',
    ),
    'not signed': new UnsecuredJWT(usual()).encode(),
    'no token': 'token',
  };
  for (const [what, token] of Object.entries(wrong))
    assert.equal(await told(await enter(token)), '403 wrong-token', what);
});

test('a subject that is not a text is nobody, also where it looks like one', async () => {
  for (const subject of ['7', '1', '{"id":7}']) {
    const {person} = await entered(collector);
    await database.query.updateTable('facilitator').set({subject}).where('id', '=', person.id).execute();
  }
  for (const sub of [7, true, {id: 7}, ['7'], null, 'a'.repeat(201)]) {
    const token = await signed({...usual(), sub} as unknown as JWTPayload);
    assert.equal(await told(await enter(token)), '403 wrong-token', JSON.stringify(sub));
  }
  assert.equal((await enter(await signed({...usual(), sub: '7'}))).status, 201);
});

test('without settings no token does', async () => {
  assert.equal(await told(await enter(await signed(usual()), bench(database))), '403 wrong-token');
});

test('when the issuer is away, or answers something else, that is what it says', async () => {
  for (const keysAt of ['http://127.0.0.1:1', `${address}/maintenance`]) {
    const nowhere = bench(database, {settings: settingsTo(keysAt)});
    assert.equal(await told(await enter(await signed(usual()), nowhere)), '503 issuer-away', keysAt);
  }
});

onBothDatabases('a subject', ground => {
  it('that is no text, or too long for one, is nobody', async () => {
    const asked = bench(await ground.open(), {settings: settingsTo(address)});
    for (const sub of ['a\0b', '\0', '\ud800', 'a'.repeat(201), 'a'.repeat(5_000)]) {
      const token = await signed({...usual(), sub});
      assert.equal(await told(await enter(token, asked)), '403 wrong-token', JSON.stringify(sub.slice(0, 9)));
    }
    const longer = await signed({...usual(), sub: 'a'.repeat(10_000)});
    assert.equal(await told(await enter(longer, asked)), '400 not-understood');
  });
});
