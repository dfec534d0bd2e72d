import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {bench, makeAlliance, newReceipt, pathOf, quoteOn, random} from '../voices/round.test-helper.js';
import {backUp} from './backup.js';
import {erasureKeeper} from './erasure.js';
import {rowsIn} from './lively.test-helper.js';
import {restore} from './restore.js';

onBothDatabases('the list of what was erased', ground => {
  it('has what was given again and withdrawn again behind the backup in between', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samenwaarde-'));
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const [quote, receipt] = [quoteOn(made, 'Geheim.'), newReceipt()];
    const [gift, withdrawal] = [
      () => give(made, quote, {receipt}),
      () => ask('DELETE', pathOf(made, quote), {receipt}),
    ];
    // As a collector does at each start, which does not know what one before it has written.
    const start = () => erasureKeeper({folder, database})();
    await gift();
    await withdrawal();
    await start();
    await gift();
    const file = await backUp(database, folder, {random, clock: Date.now});
    await withdrawal();
    await start();
    const other = await ground.open();
    await restore(other, file, random);
    assert.doesNotMatch(JSON.stringify(await rowsIn(other)), /Geheim/);
    await rm(folder, {recursive: true});
  });
});
