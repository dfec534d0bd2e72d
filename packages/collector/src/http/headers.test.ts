import assert from 'node:assert/strict';
import {test} from 'node:test';
import {usualHeaders} from './headers.js';

test('an answer is kept by nobody, and browsers that came over https come back over https', () => {
  const local = usualHeaders({publicOrigin: 'http://localhost:8090'});
  const safe = usualHeaders({publicOrigin: 'https://waarden.example.nl'});
  assert.equal(local['cache-control'], 'no-store');
  assert.equal(local['strict-transport-security'], undefined);
  assert.equal(safe['strict-transport-security'], 'max-age=31536000');
});
