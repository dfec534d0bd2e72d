import assert from 'node:assert/strict';
import {test} from 'node:test';
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
