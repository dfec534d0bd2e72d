import assert from 'node:assert/strict';
import {it} from 'node:test';
import {backup} from '@samenwaarde/core/files';
import {onBothDatabases} from '../database/database.test-helper.js';
import {watched} from '../database/watched.test-helper.js';
import {
  ballotOn,
  bench,
  decisionOn,
  newId,
  newReceipt,
  putCard,
  quoteOn,
  reasonOn,
  told,
  voteOn,
} from '../voices/round.test-helper.js';
import {recount} from '../voices/tallies.js';
import {deskOn, read} from './desk.test-helper.js';

onBothDatabases('a file', ground => {
  it('is taken in, all or nothing, and the same file twice changes nothing', async () => {
    const database = await ground.open();
    const {atDesk: ask, made} = await deskOn(database);
    const ballots = Array.from({length: 3}, () => ballotOn(made));
    const strange = {...ballotOn(made), marks: {[newId()]: 7}};
    const lost = {...ballotOn(made), round: newId()};
    const file = {
      schema: 1,
      kind: 'parcel',
      alliance: made.alliance.id,
      records: [...ballots, quoteOn(made), strange, lost],
    };
    const first = await read<{added: number; reported: {id: string; reason: string}[]}>(
      await ask('POST', '/imports', {body: file}),
    );
    assert.equal(first.added, 4);
    assert.deepEqual(
      new Map(first.reported.map(({id, reason}) => [id, reason])),
      new Map([
        [strange.id, 'wrong-value'],
        [lost.id, 'missing-record'],
      ]),
    );
    assert.deepEqual(await recount(database.query), []);
    const second = await read<{added: number; unchanged: number}>(await ask('POST', '/imports', {body: file}));
    assert.deepEqual([second.added, second.unchanged], [0, 6]);
    const other = {...file, alliance: newId()};
    assert.equal(await told(await ask('POST', '/imports', {body: other})), '409 another-alliance');
    const twice = {...file, records: [ballots[0], ballots[0]]};
    assert.equal(await told(await ask('POST', '/imports', {body: twice})), '400 not-understood');
  });

  it('brings no words back that somebody withdrew, however late they were read', async () => {
    const database = await ground.open();
    const {atDesk: ask, made, give} = await deskOn(database);
    const [quote, receipt] = [quoteOn(made, 'Zeldzaam.'), newReceipt()];
    await give(made, quote, {receipt});
    const value = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'bijzonder'} as const;
    const where = {quote: quote.id, value: value.id, exact: 'Zeldzaam', start: 0, end: 8, pass: 'a'};
    const highlight = {schema: 1, kind: 'highlight', id: newId(), counter: 1, tag: 'a', ...where} as const;
    const decision = {...decisionOn(quote, 'released'), redacted: 'Zeldzaam, [naam].'};
    const file = backup([...made.cards, quote, value, highlight, decision]);
    assert.equal((await ask('DELETE', `/contributions/${quote.id}`, {receipt})).status, 204);
    assert.equal(await told(await ask('PUT', `/cards/${decision.id}`, {body: decision})), '409 missing-record');
    const {reported} = await read<{reported: {id: string}[]}>(await ask('POST', '/imports', {body: file}));
    assert.deepEqual(new Set(reported.map(({id}) => id)), new Set([quote.id, highlight.id, decision.id]));
    const kept = [
      await database.query.selectFrom('card').selectAll().execute(),
      await database.query.selectFrom('voice').selectAll().execute(),
    ];
    assert.doesNotMatch(JSON.stringify(kept), /Zeldzaam/);
  });

  it('shows at once what it brought, also to who had read the alliance before', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open(), {question: {moderation: 'released'}});
    const first = await ask('GET', '');
    const quote = quoteOn(made);
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [quote]};
    await ask('POST', '/imports', {body: file});
    const again = await ask('GET', '', {headers: {'If-None-Match': first.headers.get('ETag') ?? ''}});
    assert.equal(again.status, 200);
    assert.ok((await again.text()).includes(quote.text));
  });

  it('brings no contribution under the id of a card', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open());
    const record = {...quoteOn(made), id: made.round.id};
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [record]};
    const {added, reported} = await read<{added: number; reported: object[]}>(
      await ask('POST', '/imports', {body: file}),
    );
    assert.deepEqual([added, reported], [0, [{id: record.id, kind: 'quote', reason: 'another-kind'}]]);
  });

  it('brings no card under the id of a contribution, and nobody puts one there', async () => {
    const {atDesk: ask, made, give} = await deskOn(await ground.open());
    const ballot = ballotOn(made);
    await give(made, ballot);
    const card = {schema: 1, kind: 'value', id: ballot.id, counter: 1, tag: 'a', name: 'schaduw'} as const;
    assert.equal(await told(await ask('PUT', `/cards/${card.id}`, {body: card})), '409 another-kind');
    const file = backup([...made.cards, card]);
    const {reported} = await read<{reported: object[]}>(await ask('POST', '/imports', {body: file}));
    assert.deepEqual(reported, [{id: card.id, kind: 'value', reason: 'another-kind'}]);
  });

  it('brings no ballots without a card in a round with code cards', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open(), {round: {trust: 'code-cards'}});
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [ballotOn(made), reasonOn(made)]};
    const {added, reported} = await read<{added: number; reported: {reason: string}[]}>(
      await ask('POST', '/imports', {body: file}),
    );
    assert.equal(added, 1);
    assert.deepEqual(
      reported.map(({reason}) => reason),
      ['code-needed'],
    );
  });

  it('brings no vote for a name that nobody proposed, or for another rubric', async () => {
    const database = await ground.open();
    const {atDesk: ask, made} = await deskOn(database);
    const [first = '', second = ''] = made.values;
    const proposal = {
      schema: 1,
      kind: 'name-proposal',
      id: newId(),
      counter: 1,
      tag: 'a',
      rubric: first,
      name: 'Thuis',
    };
    await putCard(database.query, made.alliance.id, proposal as Parameters<typeof putCard>[2]);
    const right = voteOn(made, {names: {[first]: {proposal: proposal.id}}});
    const wrong = [
      voteOn(made, {names: {[second]: {proposal: proposal.id}}}),
      voteOn(made, {names: {[first]: {proposal: newId()}}}),
      voteOn(made, {names: {[first]: {proposal: first}}}),
    ];
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [right, ...wrong]};
    const {added, reported} = await read<{added: number; reported: {id: string; reason: string}[]}>(
      await ask('POST', '/imports', {body: file}),
    );
    assert.equal(added, 1);
    assert.deepEqual(
      reported.map(({id, reason}) => [id, reason]),
      wrong.map(({id}) => [id, 'missing-record']),
    );
  });

  it('is compared by a few questions to the database, however long it is', async () => {
    const database = await ground.open();
    const {made, cookie} = await deskOn(database);
    let looks = 0;
    const {ask} = bench(watched(database, ['select', 'voice'], () => Promise.resolve(looks++)));
    const records = Array.from({length: 1_100}, () => ballotOn(made));
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records};
    const path = `/v1/alliances/${made.slug}/imports`;
    for (const expected of [1_100, 0]) {
      const {added} = await read<{added: number}>(await ask('POST', path, {headers: {cookie}, body: file}));
      assert.equal(added, expected);
    }
    assert.ok(looks <= 6, `${looks} questions`);
    assert.deepEqual(await recount(database.query), []);
  });

  it('lets others have their turn, however long it is', async () => {
    const {atDesk: ask, made} = await deskOn(await ground.open());
    const work = {done: false, turns: 0};
    const turn = () => {
      work.turns++;
      if (!work.done) setImmediate(turn);
    };
    const values = Array.from({length: 500}, (_, place) => {
      return {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: `waarde ${place}`} as const;
    });
    const file = backup([...made.cards, ...values, ...Array.from({length: 2_000}, () => quoteOn(made))]);
    setImmediate(turn);
    const {added} = await read<{added: number}>(await ask('POST', '/imports', {body: file}));
    work.done = true;
    assert.equal(added, 2_500);
    assert.ok(work.turns >= 25, `${work.turns} turns`);
  });

  it('with cards makes readers look once more, and not a time per card', async () => {
    const database = await ground.open();
    const {atDesk: ask, made} = await deskOn(database);
    const values = Array.from({length: 5}, (_, place) => {
      return {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: `waarde ${place}`} as const;
    });
    const body = backup([...made.cards, ...values]);
    for (const revision of [2, 2]) {
      assert.equal((await ask('POST', '/imports', {body})).status, 200);
      assert.deepEqual(await database.query.selectFrom('alliance').select('revision').execute(), [{revision}]);
    }
  });
});
