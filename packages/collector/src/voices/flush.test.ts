import assert from 'node:assert/strict';
import {it} from 'node:test';
import {canonical} from '@samenwaarde/core';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Entry} from './entry.js';
import {flushing} from './flush.js';
import {hashOf} from './give.js';
import {ballotOn, makeAlliance, newReceipt, random, type Made} from './round.test-helper.js';
import {recount} from './tallies.js';

/** A ballot, checked against this form of its round. */
function entryOn(made: Made, card: string): Entry {
  const record = ballotOn(made);
  const [alliance, {id, kind, round: subject}] = [made.alliance.id, record];
  const given = {alliance, id, subject, kind, record, body: canonical(record), receipt: hashOf(newReceipt())};
  return {...given, card, isPublic: false};
}

onBothDatabases('what leaves together', ground => {
  it('is written only where it was checked against the card that stands there', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database);
    const [now, before] = [canonical(made.round), canonical({...made.round, counter: 0})];
    const flush = flushing(database, random);
    for (const cards of [
      [now, before],
      [before, now],
      [now, before, now],
      [before, before],
    ]) {
      const outcomes = await flush(cards.map(card => entryOn(made, card)));
      assert.deepEqual(
        outcomes,
        cards.map(card => (card === now ? 'added' : 'stale')),
      );
    }
    assert.deepEqual(await recount(database.query), []);
  });
});
