import assert from 'node:assert/strict';
import {it} from 'node:test';
import {backup, publication} from '@samenwaarde/core/files';
import type {AnyRecord, Moderation} from '@samenwaarde/core/schema';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {
  ballotOn,
  bench,
  makeAlliance,
  newId,
  newReceipt,
  quoteOn,
  random,
  reasonOn,
  told,
  voteOn,
  type Bench,
} from '../voices/round.test-helper.js';
import {recount} from '../voices/tallies.js';
import {read} from './desk.test-helper.js';

/** Somebody who has entered, and has no alliance yet. */
interface Newcomer extends Bench {
  readonly asked: (path: string) => Promise<Response>;
  readonly begin: (body: object) => Promise<Response>;
}

async function newcomer(database: Database): Promise<Newcomer> {
  const collector = bench(database);
  const {cookie} = await entered(collector);
  const headers = {cookie};
  return {
    ...collector,
    asked: path => collector.ask('GET', path, {headers}),
    begin: body => collector.ask('POST', '/v1/alliances', {headers, body}),
  };
}

onBothDatabases('an alliance that starts from a publication', ground => {
  it('shows the same quotes, figures and reasons, and goes on from there', async () => {
    const elsewhere = await makeAlliance(await ground.open(), {round: {status: 'closed'}});
    const said = [quoteOn(elsewhere), reasonOn(elsewhere)];
    const decisions = said.map(({id}): Moderation => {
      return {schema: 1, kind: 'moderation', id: newId(), counter: 1, tag: 'a', of: id, outcome: 'released'};
    });
    const ballots = [2, 9, 7].map(mark => ballotOn(elsewhere, [mark, mark, 8]));
    const records: AnyRecord[] = [...elsewhere.cards, ...said, ...decisions, ...ballots];
    const file = publication(records, random);

    const {ask, begin} = await newcomer(await ground.open());
    const begun = await begin({slug: 'ververij', file});
    assert.equal(begun.status, 201, await begun.text());
    const answered = await ask('GET', '/v1/alliances/ververij');
    const {records: shown, ...rest} = (await answered.json()) as typeof file;
    assert.deepEqual(shown, file.records);
    const {alliance, results, voteResults} = file;
    assert.deepEqual(rest, {schema: 1, kind: 'alliance', alliance, results, voteResults});
    assert.equal(results[0]?.shown.ballots, 3);
    assert.equal(results[0].reasons.length, 1);

    const quote = quoteOn(elsewhere, 'En nu hier.');
    const path = `/v1/alliances/ververij/contributions/${quote.id}`;
    assert.equal((await ask('PUT', path, {body: quote, receipt: newReceipt()})).status, 201);
  });
});

/** All records of an alliance in which people took part. */
async function everything(database: Database, status: 'open' | 'closed'): Promise<AnyRecord[]> {
  const made = await makeAlliance(database);
  const cards = made.cards.map(card => ({
    ...card,
    ...('status' in card && card.kind !== 'question' && {status}),
  })) as AnyRecord[];
  const many = (count: number, make: () => AnyRecord) => Array.from({length: count}, make);
  return [
    ...cards,
    ...many(5, () => quoteOn(made)),
    ...many(7, () => ballotOn(made)),
    ...many(7, () => voteOn(made)),
    ...many(3, () => reasonOn(made)),
  ];
}

onBothDatabases('an alliance', ground => {
  it('starts empty, or with everything of a backup, under a name that is free', async () => {
    const database = await ground.open();
    const {asked, begin} = await newcomer(database);
    const records = await everything(await ground.open(), 'closed');
    const file = backup(records);
    const begun = await begin({slug: 'ververij', file});
    assert.equal(begun.status, 201);
    assert.equal(begun.headers.get('Location'), '/v1/alliances/ververij');
    assert.equal(await told(await begin({slug: 'elders', file})), '409 taken');
    const [alliance] = records;
    assert.equal(await told(await begin({slug: 'ververij', record: {...alliance, id: newId()}})), '409 taken');
    assert.equal((await begin({slug: 'leeg', record: {...alliance, id: newId()}})).status, 201);
    const mine = await read<{items: {slug: string}[]}>(await asked('/v1/alliances'));
    assert.deepEqual(
      mine.items.map(({slug}) => slug),
      ['leeg', 'ververij'],
    );
    assert.deepEqual(
      await read(await asked('/v1/alliances/ververij/backup')),
      file,
      'the backup comes out as it went in',
    );
    const results = await database.query.selectFrom('result').selectAll().execute();
    assert.equal(results.length, 2, 'a closed round and a closed vote have their figures');
    const broken = {...file, records: records.slice(0, 5)};
    assert.equal((await begin({slug: 'kapot', file: {...broken, alliance: newId()}})).status, 400);
    assert.equal((await begin({slug: 'Niet Goed', record: alliance})).status, 400);
  });

  it('counts what a backup brings to open rounds as if it was given', async () => {
    const database = await ground.open();
    const {asked, begin} = await newcomer(database);
    const file = backup(await everything(await ground.open(), 'open'));
    assert.equal((await begin({slug: 'open', file})).status, 201);
    assert.deepEqual(await recount(database.query), []);
    const {counts} = await read<{counts: Record<string, number>}>(await asked('/v1/alliances/open/counts'));
    assert.deepEqual(Object.values(counts).sort(), [5, 7, 7]);
    const {records} = await read<{records: {kind: string}[]}>(await asked('/v1/alliances/open/backup'));
    const kinds = new Set(records.map(({kind}) => kind));
    assert.ok(kinds.has('quote') && kinds.has('reason'));
    assert.ok(
      !kinds.has('ballot') && !kinds.has('rubric-vote'),
      'nobody sees votes before the close, nor takes them home',
    );
  });
});
