import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {deskOn, read} from '../method/desk.test-helper.js';
import {random} from '../voices/round.test-helper.js';
import {note} from './audit.js';

interface Acts {
  readonly items: readonly {readonly act: string; readonly minute: number}[];
  readonly next?: string;
}

onBothDatabases('the audit trail', ground => {
  it('has every act of the alliance once, the latest first, page by page, to the minute', async () => {
    const database = await ground.open();
    const [desk, elsewhere] = [await deskOn(database), await deskOn(database)];
    const person = {id: 'p', name: 'begeleider'};
    const noted = async ({made}: typeof desk, minute: number, act: string) =>
      note({clock: () => minute * 60_000 + 59_000, random}, database.query, {alliance: made.alliance.id, person, act});
    for (let act = 0; act < 7; act++) await noted(desk, 100 + Math.floor(act / 3), `act-${act}`);
    await noted(elsewhere, 101, 'of-others');
    const pages: Acts[] = [];
    for (let cursor = ''; pages.length < 5;) {
      const page = await read<Acts>(await desk.atDesk('GET', `/audit?limit=2${cursor}`));
      pages.push(page);
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    const acts = pages.flatMap(({items}) => items);
    assert.deepEqual(
      acts.map(({minute}) => minute),
      [102, 101, 101, 101, 100, 100, 100],
    );
    assert.equal(new Set(acts.map(({act}) => act)).size, 7);
    assert.deepEqual(
      pages.map(({items}) => items.length),
      [2, 2, 2, 1],
    );
  });
});
