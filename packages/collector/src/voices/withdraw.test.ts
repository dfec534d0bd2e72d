import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {bench, makeAlliance, newReceipt, pathOf, quoteOn, told} from './round.test-helper.js';

onBothDatabases('a withdrawal', ground => {
  it('that overtakes what it withdraws is never told that it was wrong, and succeeds when it is sent again', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    for (let time = 0; time < 20; time++) {
      const [quote, receipt] = [quoteOn(made), newReceipt()];
      const take = () => ask('DELETE', pathOf(made, quote), {receipt, headers: {'Samen-Edition': '2'}});
      const given = give(made, quote, {receipt, headers: {'Samen-Edition': '1'}});
      assert.match(await told(await take()), /^204$|^503 busy$/);
      await given;
      assert.equal(await told(await take()), '204');
      assert.equal((await ask('GET', pathOf(made, quote), {receipt})).status, 404);
    }
  });
});
