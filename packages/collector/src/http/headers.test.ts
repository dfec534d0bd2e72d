import assert from 'node:assert/strict';
import {test} from 'node:test';
import {usualHeaders} from './headers.js';

test('an answer is kept by nobody, and browsers that came over https come back over https', () => {
  const local = usualHeaders({publicOrigin: 'http://localhost:8090'});
  const safe = usualHeaders({publicOrigin: 'https://waarden.example.nl'});
  assert.equal(local['Cache-Control'], 'no-store');
  assert.equal(local['Strict-Transport-Security'], undefined);
  assert.equal(safe['Strict-Transport-Security'], 'max-age=31536000');
});
