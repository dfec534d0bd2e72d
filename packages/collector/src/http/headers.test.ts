import assert from 'node:assert/strict';
import {test} from 'node:test';
import {usualHeaders} from './headers.js';

test('an answer is kept, run and framed by nobody, and browsers that came over https come back over https', () => {
  const local = usualHeaders({publicOrigin: 'http://localhost:8090'});
  const safe = usualHeaders({publicOrigin: 'https://waarden.example.nl'});
  assert.equal(local['cache-control'], 'no-store');
  assert.equal(local['strict-transport-security'], undefined);
  assert.equal(safe['strict-transport-security'], 'max-age=31536000');
  const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  assert.equal(safe['content-security-policy'], policy, 'what default-src does not cover is refused by name');
});
