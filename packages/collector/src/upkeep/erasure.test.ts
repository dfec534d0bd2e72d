import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {newFolder} from '../folder.test-helper.js';
import {settingsFrom} from '../settings.js';
import {bench, makeAlliance, newReceipt, pathOf, quoteOn, random} from '../voices/round.test-helper.js';
import {backUp} from './backup.js';
import {erasureKeeper, erasures} from './erasure.js';
import {housekeeping} from './housekeeping.js';
import {rowsIn} from './lively.test-helper.js';
import {restore} from './restore.js';

onBothDatabases('the list of what was erased', ground => {
  it('has from the start what was withdrawn when nobody wrote it down', async () => {
    const folder = newFolder();
    const {ask, give, parts} = bench(await ground.open());
    const made = await makeAlliance(parts.database);
    const [quote, receipt] = [quoteOn(made), newReceipt()];
    await give(made, quote, {receipt});
    await ask('DELETE', pathOf(made, quote), {receipt});
    const upkeep = await housekeeping({...parts, settings: settingsFrom({BACKUPS: folder})});
    const gone = {contribution: quote.id, alliance: made.alliance.id};
    assert.deepEqual((await erasures(folder))?.erased, [gone]);
    await upkeep.close();
  });

  for (const [whose, makes] of [
    ['of a collector that goes on', 'one'],
    ['of one that starts each time, and does not know what one before it has written', 'many'],
  ] as const)
    it(`${whose} has what was given again and withdrawn again behind the backup in between`, async () => {
      const folder = newFolder();
      const database = await ground.open();
      const {ask, give} = bench(database);
      const made = await makeAlliance(database);
      const [quote, receipt] = [quoteOn(made, 'Geheim.'), newReceipt()];
      const [gift, withdrawal] = [
        () => give(made, quote, {receipt}),
        () => ask('DELETE', pathOf(made, quote), {receipt}),
      ];
      const one = erasureKeeper({folder, database});
      const keep = () => (makes === 'one' ? one() : erasureKeeper({folder, database})());
      await gift();
      await withdrawal();
      await keep();
      await gift();
      await keep();
      const file = await backUp(database, folder, {random, clock: Date.now});
      await withdrawal();
      await keep();
      const other = await ground.open();
      await restore(other, file, random);
      assert.doesNotMatch(JSON.stringify(await rowsIn(other)), /Geheim/);
    });
});
