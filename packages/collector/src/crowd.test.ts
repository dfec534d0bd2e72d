import assert from 'node:assert/strict';
import {before, it} from 'node:test';
import type {AnyRecord} from '@samenwaarde/core/schema';
import {sql} from 'kysely';
import {onSqlite} from './database/database.test-helper.js';
import type {Database} from './database/open.js';
import {entered} from './facilitator/entered.test-helper.js';
import {newFolder} from './folder.test-helper.js';
import {addErasures, erasures, erasureKeeper} from './upkeep/erasure.js';
import {bench, makeAlliance, quoteOn, voteOn, type Made} from './voices/round.test-helper.js';

/** More than a call can have arguments: what hands over all of it at once breaks. */
const MANY = 130_000;

/** Keeps the ids of one kind apart from those of another. */
const TURN = {'': 0, quote: 1, 'rubric-vote': 2} as const;

onSqlite('what very many people gave', ground => {
  let database: Database;
  let made: Made;
  before(async () => {
    database = await ground.open();
    made = await makeAlliance(database);
  });

  /** As if so many people had given this, or withdrawn it. */
  const crowd = (subject: string, kind: keyof typeof TURN, record?: AnyRecord) => {
    const id = `printf('00000000-0000-4000-8000-${TURN[kind]}%011x', value)`;
    return sql`insert into voice (alliance, subject, id, kind, body, receipt, edition)
      with recursive person (value) as (select 1 union all select value + 1 from person where value < ${MANY})
      select ${made.alliance.id}, ${subject}, ${sql.raw(id)}, ${kind}, ${record ? JSON.stringify(record) : ''}, '', 0
      from person`.execute(database.query);
  };

  it('is read by everybody, and by facilitators', async () => {
    const collector = bench(database);
    const {cookie} = await entered(collector, made.alliance.id);
    await crowd(made.question.id, 'quote', quoteOn(made));
    await crowd(made.voteRound.id, 'rubric-vote', voteOn(made));
    const path = `/v1/alliances/${made.slug}`;
    for (const address of [path, `${path}/queue?limit=1`, `${path}/remarks`])
      assert.equal((await collector.ask('GET', address, {headers: {Cookie: cookie}})).status, 200, address);
  });

  it('is on the list of what was erased once it is withdrawn', async () => {
    await crowd('', '');
    const folder = newFolder();
    const keep = erasureKeeper({folder, database});
    await keep();
    await keep();
    assert.equal((await erasures(folder))?.erased.length, MANY);
  });

  it('is written whole by two collectors at once', async () => {
    const listing = {folder: newFolder(), database};
    const erased = Array.from({length: 20_000}, () => ({contribution: made.question.id, alliance: made.alliance.id}));
    await Promise.all([addErasures(listing, erased), addErasures(listing, erased)]);
    assert.equal((await erasures(listing.folder))?.erased.filter(erasure => erasure !== undefined).length, 40_000);
  });
});
