import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Problem} from '../http/problem.js';
import {opens, sealed} from './passphrase.js';

const random = (length: number) => new Uint8Array(length).fill(7);

test('a passphrase opens its own seal and no other does', async () => {
  const seal = await sealed('vier woorden uit een boek', random);
  assert.match(seal, /^scrypt\$131072\$8\$1\$/);
  assert.doesNotMatch(seal, /vier/);
  assert.equal(await opens('vier woorden uit een boek', seal), true);
  assert.equal(await opens('vier woorden uit een boeK', seal), false);
  assert.equal(await opens('', seal), false);
});

test('letters that look alike are alike, however a keyboard makes them', async () => {
  const seal = await sealed('één lange zin'.normalize('NFD'), random);
  assert.equal(await opens('één lange zin'.normalize('NFC'), seal), true);
});

test('where nothing was sealed nothing opens it, and it takes as long', async () => {
  const seal = await sealed('vier woorden uit een boek', random);
  const time = async (what: string) => {
    const start = performance.now();
    assert.equal(await opens('iets anders', what), false);
    return performance.now() - start;
  };
  const [known, unknown] = [await time(seal), await time('')];
  assert.ok(unknown > known / 4, `${unknown} ms beside ${known} ms`);
});

test('who guesses with many at once hears that it is busy, and keeps nobody waiting for long', async () => {
  const guesses = await Promise.allSettled(
    Array.from({length: 40}, () => opens('guess', 'scrypt$2$8$1$c2FsdA$aGFzaA')),
  );
  const refused = guesses.flatMap(guess => (guess.status === 'rejected' ? [guess.reason as unknown] : []));
  assert.equal(refused.length, 10);
  for (const reason of refused) assert.ok(reason instanceof Problem && reason.status === 503);
  assert.equal(await opens('guess', 'scrypt$2$8$1$c2FsdA$aGFzaA'), false, 'and who comes later is heard');
});
