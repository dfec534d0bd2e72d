import assert from 'node:assert/strict';
import {it} from 'node:test';
import {fillVoices} from '../method/fill.js';
import {makeAlliance, quoteOn} from '../voices/round.test-helper.js';
import {rowsById, rowsInOrder} from './by-id.js';
import {onBothDatabases} from './database.test-helper.js';

onBothDatabases('rows of an alliance', ground => {
  it('are all there, each once, however many there are', async () => {
    const database = await ground.open();
    const {query, kind} = database;
    for (const many of [0, 999, 1_000, 2_001]) {
      const made = await makeAlliance(database);
      const alliance = made.alliance.id;
      const quotes = Array.from({length: many}, () => quoteOn(made));
      await fillVoices(query, kind, {alliance, records: quotes});
      const ids = quotes.map(({id}) => id).sort();
      const seen: string[] = [];
      for await (const {id} of rowsInOrder(query, 'voice', {alliance})) seen.push(id);
      assert.deepEqual(seen, ids);
      const rows = await rowsById(query, 'voice', {alliance, ids: [...ids, ...ids, 'another']});
      assert.deepEqual(rows.map(({id}) => id).sort(), ids);
      const rest: string[] = [];
      const after = ids[10];
      for await (const {id} of rowsInOrder(query, 'voice', {alliance, kinds: ['quote'], after})) rest.push(id);
      assert.deepEqual(rest, ids.slice(after === undefined ? 0 : 11));
    }
  });
});
