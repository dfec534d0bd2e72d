import assert from 'node:assert/strict';
import {test} from 'node:test';
import {securing} from './headers.js';

/** The headers of an answer that had these. */
const secured = (headers: Readonly<Record<string, string>> = {}, publicOrigin = 'http://localhost:8090'): Headers =>
  securing({publicOrigin})(new Response(null, {headers})).headers;

test('an answer may run, load, frame and keep nothing, unless its room says otherwise', () => {
  const usual = secured();
  assert.match(usual.get('Content-Security-Policy') ?? '', /^default-src 'none';.*frame-ancestors 'none'$/);
  assert.equal(usual.get('X-Frame-Options'), 'DENY');
  assert.equal(usual.get('X-Content-Type-Options'), 'nosniff');
  assert.equal(usual.get('Referrer-Policy'), 'no-referrer');
  assert.equal(usual.get('Cache-Control'), 'no-store');
  const framed = secured({
    'Content-Security-Policy': 'frame-ancestors https://www.ververij.nl',
    'Cache-Control': 'no-cache',
  });
  assert.equal(framed.get('Content-Security-Policy'), 'frame-ancestors https://www.ververij.nl');
  assert.equal(framed.get('X-Frame-Options'), null, 'or older browsers would not show it on that site either');
  assert.equal(framed.get('Cache-Control'), 'no-cache');
});

test('pages of other sites can load what CORS lets them read, and nothing else', () => {
  assert.equal(secured().get('Cross-Origin-Resource-Policy'), 'same-origin');
  const read = secured({'Access-Control-Allow-Origin': 'https://www.ververij.nl'});
  assert.equal(read.get('Cross-Origin-Resource-Policy'), 'cross-origin');
});

test('browsers that came over https come back over https', () => {
  assert.equal(secured().get('Strict-Transport-Security'), null);
  assert.equal(secured({}, 'https://waarden.example.nl').get('Strict-Transport-Security'), 'max-age=31536000');
});
