import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SETTINGS, settingsFrom, SettingsError, type Environment} from './settings.js';

/** Whose tokens are believed. */
const OPENID = {
  OPENID_ISSUER: 'https://login.example.nl',
  OPENID_AUDIENCE: 'samenwaarde',
  OPENID_KEYS: 'https://login.example.nl/keys',
};

test('without any setting it runs on this machine, on a file', () => {
  assert.deepEqual(settingsFrom({}), {
    port: 8090,
    host: '127.0.0.1',
    database: 'samenwaarde.sqlite',
    publicOrigin: 'http://localhost:8090',
    basePath: '',
    trustedProxies: [],
    keepBackupsDays: 30,
    contributionsPerMinute: 900,
    streamsPerAddress: 500,
    streams: 10_000,
  });
});

test('what is set is taken', () => {
  const environment: Record<keyof typeof SETTINGS, string> = {
    PORT: '80',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://user:secret@host/db',
    DATA: '',
    PUBLIC_URL: 'https://waarden.example.nl/',
    BASE_PATH: '/waarden',
    TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    CONTRIBUTIONS_PER_MINUTE: '60',
    STREAMS_PER_ADDRESS: '5',
    STREAMS: '50',
    BACKUPS: '/var/backups',
    KEEP_BACKUPS_DAYS: '7',
    SCRIPT: '/srv/script',
    CONTACT_NAME: 'Gemeente Voorbeeld',
    CONTACT_EMAIL: 'api@voorbeeld.nl',
    CONTACT_URL: 'https://voorbeeld.nl/api',
    OPENID_ALGORITHM: 'ES256',
    ...OPENID,
  };
  assert.deepEqual(settingsFrom(environment), {
    port: 80,
    host: '0.0.0.0',
    database: 'postgres://user:secret@host/db',
    publicOrigin: 'https://waarden.example.nl',
    basePath: '/waarden',
    trustedProxies: ['10.0.0.0/8', '::1'],
    contributionsPerMinute: 60,
    streamsPerAddress: 5,
    streams: 50,
    backups: '/var/backups',
    keepBackupsDays: 7,
    script: '/srv/script',
    contact: {name: 'Gemeente Voorbeeld', email: 'api@voorbeeld.nl', url: 'https://voorbeeld.nl/api'},
    openid: {
      issuer: 'https://login.example.nl',
      audience: 'samenwaarde',
      keys: 'https://login.example.nl/keys',
      algorithm: 'ES256',
    },
  });
  assert.equal(settingsFrom({PUBLIC_URL: 'https://Waarden.example.nl:443'}).publicOrigin, 'https://waarden.example.nl');
  assert.equal(settingsFrom({DATA: 'own.sqlite'}).database, 'own.sqlite');
  assert.equal(settingsFrom({...OPENID}).openid?.algorithm, 'RS256');
});

const WRONG: readonly [name: string, environment: Environment][] = [
  ['PORT', {PORT: 'http'}],
  ['PORT', {PORT: '70000'}],
  ['DATABASE_URL', {DATABASE_URL: 'mysql://host/db'}],
  ['DATABASE_URL', {DATABASE_URL: 'postgres://host/db', DATA: 'file.sqlite'}],
  ['PUBLIC_URL', {PUBLIC_URL: 'http://waarden.example.nl'}],
  ['PUBLIC_URL', {PUBLIC_URL: 'https://waarden.example.nl/path'}],
  ['PUBLIC_URL', {PUBLIC_URL: 'https://user:secret@waarden.example.nl'}],
  ['PUBLIC_URL', {PUBLIC_URL: 'https://waarden.example.nl/?a'}],
  ['PUBLIC_URL', {PUBLIC_URL: 'waarden'}],
  ['BASE_PATH', {BASE_PATH: 'waarden/'}],
  ['TRUSTED_PROXIES', {TRUSTED_PROXIES: '10.0.0.0/33'}],
  ['TRUSTED_PROXIES', {TRUSTED_PROXIES: 'everybody'}],
  ['KEEP_BACKUPS_DAYS', {KEEP_BACKUPS_DAYS: '0'}],
  ['CONTRIBUTIONS_PER_MINUTE', {CONTRIBUTIONS_PER_MINUTE: '-1'}],
  ['STREAMS_PER_ADDRESS', {STREAMS_PER_ADDRESS: 'many'}],
  ['STREAMS', {STREAMS: '1.5'}],
  ['CONTACT_EMAIL', {CONTACT_EMAIL: 'not an address'}],
  ['CONTACT_URL', {CONTACT_NAME: 'Gemeente', CONTACT_EMAIL: 'api@voorbeeld.nl'}],
  ['CONTACT_URL', {CONTACT_NAME: 'Gemeente', CONTACT_EMAIL: 'api@voorbeeld.nl', CONTACT_URL: 'http://voorbeeld.nl'}],
  ['OPENID_ISSUER', {OPENID_ISSUER: 'http://login.example.nl'}],
  ['OPENID_ALGORITHM', {OPENID_ALGORITHM: 'HS256'}],
  ['OPENID_KEYS', {OPENID_ISSUER: 'https://login.example.nl', OPENID_AUDIENCE: 'samenwaarde'}],
  ['OPENID_KEYS', {...OPENID, OPENID_KEYS: 'http://login.example.nl/keys'}],
];

test('what is wrong is named, and its value is not told', () => {
  for (const [name, environment] of WRONG)
    assert.throws(
      () => settingsFrom(environment),
      (error: unknown) => error instanceof SettingsError && error.message.includes(name),
      JSON.stringify(environment),
    );
  const secret = 'mysql://user:hunter2@host';
  assert.throws(
    () => settingsFrom({DATABASE_URL: secret}),
    (error: unknown) => error instanceof Error && !error.message.includes('hunter2'),
  );
});

test('every wrong setting is named at once', () => {
  assert.throws(() => settingsFrom({PORT: 'x', BASE_PATH: 'x'}), /PORT must be[\s\S]*BASE_PATH must be/);
});

test('what is empty counts as not set', () => {
  assert.equal(settingsFrom({PORT: ''}).port, 8090);
});
