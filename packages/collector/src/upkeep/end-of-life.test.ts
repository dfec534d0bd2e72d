import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {beforeEach, it} from 'node:test';
import {canonical} from '@samenwaarde/core';
import {onBothDatabases, untilWaiting, waiting} from '../database/database.test-helper.js';
import {run, transact} from '../database/transact.js';
import {watched} from '../database/watched.test-helper.js';
import {newFolder} from '../folder.test-helper.js';
import {importRecords} from '../method/import.js';
import {published} from '../public/published.js';
import {settingsFrom} from '../settings.js';
import {
  ballotOn,
  bench,
  decisionOn,
  makeAlliance,
  newId,
  newReceipt,
  pathOf,
  putCard,
  quoteOn,
  random,
  told,
  voteOn,
} from '../voices/round.test-helper.js';
import {recount} from '../voices/tallies.js';
import {backUp} from './backup.js';
import {endAlliance, endOfLife} from './end-of-life.js';
import {erasures} from './erasure.js';
import {lively, rowsIn} from './lively.test-helper.js';
import {restore} from './restore.js';

const tools = {random, clock: Date.now};

let backups = '';
beforeEach(() => {
  backups = newFolder();
});

onBothDatabases('the end of an alliance', ground => {
  it('takes what people wrote, and leaves the figures', async () => {
    const database = await ground.open();
    const {ask, give, made, cookie} = await lively(database);
    const [first = '', second = ''] = made.values;
    for (let voter = 0; voter < 3; voter++)
      await give(
        made,
        voteOn(made, {
          names: {[first]: {own: `Geheim ${voter}`}, [second]: {own: 'Geheim'}},
          objections: {[first]: 'Geheim.'},
        }),
      );
    const mark = {
      schema: 1,
      kind: 'highlight',
      id: newId(),
      counter: 1,
      tag: 'a',
      quote: newId(),
      value: newId(),
    } as const;
    await putCard(database.query, made.alliance.id, {...mark, exact: 'Geheim', start: 0, end: 6, pass: 'a'});
    const close = {...made.voteRound, counter: 2, status: 'closed'};
    const path = `/v1/alliances/${made.slug}/cards/${close.id}`;
    assert.equal((await ask('PUT', path, {headers: {cookie}, body: close})).status, 200);
    const end = (what: string) => ask('DELETE', `/v1/alliances/${made.slug}?what=${what}`, {headers: {cookie}});
    assert.match(JSON.stringify(await rowsIn(database)), /Geheim 2/);
    assert.equal((await end('texts')).status, 204);
    const rows = JSON.stringify(await rowsIn(database));
    assert.doesNotMatch(rows, /Geheim/);
    const {voteResults} = await published(database.query, made.alliance.id);
    const chosen = voteResults[0]?.shown.rubrics.map(({names}) => names);
    assert.deepEqual(chosen?.slice(0, 2), [{type: 'unanswered'}, {type: 'unanswered'}]);
    const kinds = async (table: 'voice' | 'settled_voice') =>
      new Set((await database.query.selectFrom(table).select('kind').execute()).map(({kind}) => kind));
    assert.deepEqual(
      [await kinds('voice'), await kinds('settled_voice')],
      [new Set(['ballot']), new Set(['rubric-vote'])],
    );
    assert.deepEqual(await recount(database.query), []);
    const acts = await database.query.selectFrom('audit').select('act').where('act', '=', 'texts-deleted').execute();
    assert.equal(acts.length, 1);
    assert.equal(await told(await end('all')), '400 not-understood');
  });

  it('takes everything, also out of the file, and does not touch another', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const {ask, made, cookie} = await lively(database);
    const other = await makeAlliance(database);
    const file = await backUp(database, backups, tools);
    const settings = settingsFrom({BACKUPS: backups});
    const {ask: asking} = bench(database, {settings});
    const gone = await asking('DELETE', `/v1/alliances/${made.slug}?what=everything`, {headers: {cookie}});
    assert.equal(gone.status, 204);
    const left = JSON.stringify(await rowsIn(database));
    assert.doesNotMatch(left, new RegExp(made.alliance.id));
    assert.match(left, new RegExp(other.alliance.id));
    assert.equal(
      await told(await ask('GET', `/v1/alliances/${made.slug}/cards`, {headers: {cookie}})),
      '404 no-such-alliance',
    );
    if (ground.kind === 'sqlite')
      for (const name of [address, `${address}-wal`])
        assert.doesNotMatch(await readFile(name, 'latin1'), /Geheim/, 'nothing is left in the file');
    const restored = await ground.open();
    await restore(restored, file, random);
    assert.doesNotMatch(JSON.stringify(await rowsIn(restored)), new RegExp(made.alliance.id));
    const pages = ground.kind === 'sqlite' ? 'pragma freelist_count' : `select pg_relation_size('voice')::int as n`;
    assert.deepEqual(Object.values((await run<object>(restored.query, pages))[0] ?? {}), [0], 'nor in its file');
    const ended = {alliance: made.alliance.id, what: 'everything'};
    assert.deepEqual((await erasures(backups))?.erased, [ended, ended], 'before it was gone, and after');
  });

  if (ground.kind === 'postgres')
    it('takes what somebody was just giving too', async () => {
      const address = await ground.address();
      const [database, beside] = [await ground.at(address), await ground.at(address)];
      const {made, parts} = await lively(database);
      const quote = quoteOn(made, 'Geheim, en net te laat.');
      const given = {alliance: made.alliance.id, subject: made.question.id, id: quote.id, kind: 'quote', edition: 0};
      const ended = await transact(beside, async connection => {
        await connection.selectFrom('card').select('id').where('id', '=', made.question.id).forShare().execute();
        const ending = endAlliance(parts, {alliance: made.alliance.id, what: 'texts', backups: undefined});
        await waiting(database, 1);
        await connection
          .insertInto('voice')
          .values({...given, body: canonical(quote), receipt: ''})
          .execute();
        return {ending};
      });
      await ended.ending;
      assert.doesNotMatch(JSON.stringify(await rowsIn(database)), /Geheim/);
    });

  if (ground.kind === 'postgres')
    it('takes it out of a backup too that was made in the middle of it', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {made, parts} = await lively(database);
      const settings = settingsFrom({BACKUPS: backups});
      const ending = {alliance: made.alliance.id, what: 'everything', backups: settings.backups} as const;
      const {ended, file} = await transact(await ground.at(address), async connection => {
        await connection.selectFrom('card').select('id').forUpdate().execute();
        const ended = endAlliance(parts, ending);
        await waiting(database, 1);
        return {ended, file: await backUp(database, backups, tools)};
      });
      await ended;
      const other = await ground.open();
      await restore(other, file, random);
      assert.doesNotMatch(JSON.stringify(await rowsIn(other)), new RegExp(made.alliance.id));
    });

  it('leaves no line about who ends its texts, or puts a file in it, at that moment', async () => {
    const database = await ground.open();
    const {made, parts} = await lively(database);
    const [alliance, person] = [made.alliance.id, {id: newId(), name: 'begeleider'}];
    await endAlliance(parts, {alliance, what: 'everything', backups: undefined});
    const gone = {type: 'no-such-alliance'};
    await assert.rejects(endAlliance(parts, {alliance, what: 'texts', backups: undefined, person}), gone);
    await assert.rejects(importRecords(parts, {alliance, records: [], person}), gone);
    assert.doesNotMatch(JSON.stringify(await rowsIn(database)), new RegExp(alliance));
  });

  it('leaves nothing of who comes while its name in addresses is still known', async () => {
    const database = await ground.open();
    const {made, parts} = await lively(database);
    const {ask, give} = bench(database, {clock: () => 0});
    const [kept, lost] = [
      {quote: quoteOn(made), receipt: newReceipt()},
      {quote: quoteOn(made), receipt: newReceipt()},
    ];
    assert.equal((await give(made, kept.quote, kept)).status, 201);
    await endAlliance(parts, {alliance: made.alliance.id, what: 'everything', backups: undefined});
    for (const {quote, receipt} of [kept, lost]) {
      const headers = {'Samen-Edition': '2'};
      assert.equal(await told(await ask('DELETE', pathOf(made, quote), {receipt, headers})), '404 not-found');
      assert.equal(await told(await give(made, quote, {receipt, headers})), '404 no-such-subject');
    }
    assert.equal(await told(await give(made, ballotOn(made))), '404 no-such-subject');
    assert.doesNotMatch(JSON.stringify(await rowsIn(database)), new RegExp(made.alliance.id));
  });

  it('leaves nothing that is taken for what begins again under its name', async () => {
    const database = await ground.open();
    const {ask, made, cookie} = await lively(database);
    const path = `/v1/alliances/${made.slug}`;
    const headers = {cookie};
    const file = (await (await ask('GET', `${path}/backup`, {headers})).json()) as {
      readonly records: readonly object[];
    };
    const begin = (records: readonly object[]) =>
      ask('POST', '/v1/alliances', {headers, body: {slug: made.slug, file: {...file, records}}});
    const end = () => ask('DELETE', `${path}?what=everything`, {headers});
    const quote = quoteOn(made, 'Voorgoed weg.');
    await end();
    assert.equal((await begin([...file.records, quote, decisionOn(quote, 'released')])).status, 201);
    const before = await ask('GET', path);
    assert.match(await before.text(), /Voorgoed weg/);
    await end();
    assert.equal((await begin(file.records)).status, 201);
    const known = {'If-None-Match': before.headers.get('ETag') ?? ''};
    const now = await ask('GET', path, {headers: known});
    assert.equal(now.status, 200);
    assert.doesNotMatch(await now.text(), /Voorgoed weg/);
  });

  if (ground.kind === 'postgres') {
    it('leaves no line about somebody who takes it home at that moment', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {made, cookie} = await lively(database);
      const beside = await ground.at(address);
      const end = () => transact(beside, connection => endOfLife(connection, made.alliance.id, 'everything'));
      const {ask} = bench(watched(database, ['select', 'settled_voice'], end));
      const taken = await ask('GET', `/v1/alliances/${made.slug}/backup`, {headers: {cookie}});
      assert.equal(await told(taken), '404 no-such-alliance');
      assert.doesNotMatch(JSON.stringify(await rowsIn(database)), new RegExp(made.alliance.id));
    });

    it('leaves no card that somebody puts at that moment', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {made, cookie} = await lively(database);
      const beside = await ground.at(address);
      let ended: Promise<void> | undefined;
      const end = () =>
        (ended ??= transact(beside, connection => endOfLife(connection, made.alliance.id, 'everything')));
      // The card was written before it, and the alliance is told of the card after it.
      const {ask} = bench(watched(database, ['insert', 'card'], end));
      const value = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'schaduw'};
      const put = await ask('PUT', `/v1/alliances/${made.slug}/cards/${value.id}`, {headers: {cookie}, body: value});
      assert.equal(await told(put), '404 no-such-alliance');
      assert.doesNotMatch(JSON.stringify(await rowsIn(database)), new RegExp(made.alliance.id));
    });

    it('leaves no card that somebody has put, and not yet committed', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {made, parts, cookie} = await lively(database);
      const beside = await ground.at(address);
      let ended: Promise<void> | undefined;
      const end = () => {
        ended ??= endAlliance(
          {...parts, database: beside},
          {alliance: made.alliance.id, what: 'everything', backups: undefined},
        );
        return untilWaiting(beside, ended);
      };
      const {ask} = bench(watched(database, ['insert', 'audit'], end));
      const value = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'schaduw'};
      const put = await ask('PUT', `/v1/alliances/${made.slug}/cards/${value.id}`, {headers: {cookie}, body: value});
      assert.equal(put.status, 201);
      await ended;
      assert.doesNotMatch(JSON.stringify(await rowsIn(database)), new RegExp(made.alliance.id));
    });

    it('of texts alone keeps a vote as it is changed at that moment', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {made, parts, give} = await lively(database);
      const [vote, receipt] = [voteOn(made, {missing: 'Geheim.'}), newReceipt()];
      await give(made, vote, {receipt});
      const beside = await ground.at(address);
      const ending = {alliance: made.alliance.id, what: 'texts', backups: undefined} as const;
      // What a flush does to a vote that changes.
      const dots = {[made.values[0] ?? '']: 3};
      const ended = await transact(beside, async connection => {
        await connection.selectFrom('card').select('id').where('id', '=', made.voteRound.id).forShare().execute();
        const changed = connection.updateTable('voice').set({body: canonical({...vote, dots})});
        await changed.where('id', '=', vote.id).execute();
        const ended = endAlliance(parts, ending);
        await untilWaiting(beside, ended);
        return {ended};
      });
      await ended.ended;
      const kept = await database.query.selectFrom('voice').select('body').where('id', '=', vote.id).execute();
      assert.deepEqual(kept, [{body: canonical({...vote, dots, missing: undefined})}]);
    });
  }
});
