import assert from 'node:assert/strict';
import {it} from 'node:test';
import {backup} from '@samenwaarde/core/files';
import type {AnyRecord} from '@samenwaarde/core/schema';
import {onBothDatabases} from '../database/database.test-helper.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {
  ballotOn,
  bench,
  decisionOn,
  makeAlliance,
  newId,
  newReceipt,
  quoteOn,
  reasonOn,
  told,
  voteOn,
  type Bench,
  type Made,
  type Other,
} from '../voices/round.test-helper.js';
import type {Database} from '../database/open.js';
import {recount} from '../voices/tallies.js';

/** A desk of a facilitator: asks about the alliance, with their cookie. */
interface Desk extends Bench {
  readonly made: Made;
  readonly desk: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
}

async function desk(database: Database, other: Other = {}): Promise<Desk> {
  const made = await makeAlliance(database, other);
  const collector = bench(database);
  const {cookie} = await entered(collector, made.alliance.id);
  return {
    ...collector,
    made,
    desk: (method, path, body, headers = {}) =>
      collector.ask(method, `/v1/alliances/${made.slug}${path}`, {body, headers: {cookie, ...headers}}),
  };
}

/** All records of an alliance in which people took part. */
async function everything(database: Database, status: 'open' | 'closed'): Promise<AnyRecord[]> {
  const made = await makeAlliance(database, {});
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

const read = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;

onBothDatabases('cards', ground => {
  it('are put, and the newer version stays', async () => {
    const {desk: ask} = await desk(await ground.open());
    const value = {schema: 1, kind: 'value', id: newId(), counter: 3, tag: 'b', name: 'schaduw'};
    const put = (card: object) => ask('PUT', `/cards/${value.id}`, card);
    assert.equal((await put(value)).status, 201);
    const again = await put(value);
    assert.equal(again.status, 200);
    assert.equal(await told(await put({...value, counter: 2, name: 'zon'})), '409 older-card');
    assert.equal(await told(await put({...value, tag: 'a', name: 'zon'})), '409 older-card');
    assert.equal((await put({...value, tag: 'c', name: 'zon'})).status, 200);
    assert.equal(await told(await put({...value, counter: 9, id: newId()})), '400 not-understood');
    assert.equal(await told(await put({...value, counter: 9, author: 'Kees'})), '400 not-understood');
    const etag = again.headers.get('ETag') ?? '';
    assert.equal(
      await told(await ask('PUT', `/cards/${value.id}`, {...value, counter: 9}, {'If-Match': etag})),
      '412 changed',
    );
  });

  it('of two people at once the newer wins, whoever came first', async () => {
    const {desk: ask} = await desk(await ground.open());
    const value = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'schaduw'};
    const counters = Array.from({length: 12}, (_, place) => place + 1);
    await Promise.all(counters.map(counter => ask('PUT', `/cards/${value.id}`, {...value, counter})));
    const {items} = await read<{items: {id: string; counter: number}[]}>(await ask('GET', '/cards?kind=value'));
    assert.deepEqual(
      items.map(({counter}) => counter),
      [12],
    );
  });

  it('name what is there', async () => {
    const {desk: ask, made, give} = await desk(await ground.open());
    const put = (card: {readonly id: string; readonly [key: string]: unknown}) => ask('PUT', `/cards/${card.id}`, card);
    const card = () => ({schema: 1, id: newId(), counter: 1, tag: 'a'});
    const quote = quoteOn(made, 'Hier kennen ze mijn naam.');
    await give(made, quote);
    const value = {...card(), kind: 'value', name: 'herkend worden'};
    const mark = {
      ...card(),
      kind: 'highlight',
      quote: quote.id,
      value: value.id,
      exact: 'kennen',
      start: 5,
      end: 11,
      pass: 'p',
    };
    assert.equal(await told(await put(mark)), '409 missing-record', 'the value is not there yet');
    await put(value);
    assert.equal(await told(await put({...mark, start: 6, end: 12})), '409 words-not-in-quote');
    assert.equal((await put(mark)).status, 201);
    const round = {...made.round, id: newId(), planVersion: newId()};
    assert.equal(await told(await put(round)), '409 missing-record');
    const question = {...made.question, counter: 2, asked: 1};
    assert.equal(await told(await put(question)), '400 not-understood');
    const alliance = {...made.alliance, id: newId()};
    assert.equal(await told(await put(alliance)), '409 another-alliance');
  });

  it('of a tested profile or plan stay as they are', async () => {
    const {desk: ask, made} = await desk(await ground.open());
    const version = made.cards.find(({kind}) => kind === 'plan-version');
    assert.ok(version?.kind === 'plan-version');
    const put = await ask('PUT', `/cards/${version.id}`, {...version, counter: 2, text: 'Een park.'});
    assert.equal(await told(put), '409 frozen');
  });

  it('close a round, once and for all, and say so in the audit trail', async () => {
    const database = await ground.open();
    const {desk: ask, made, give} = await desk(database);
    for (let voter = 0; voter < 4; voter++) await give(made, ballotOn(made));
    const before = await read<{counts: Record<string, number>}>(await ask('GET', '/counts'));
    assert.equal(before.counts[made.round.id], 4);
    const closed = {...made.round, counter: 2, status: 'closed'};
    assert.equal((await ask('PUT', `/cards/${made.round.id}`, closed)).status, 200);
    assert.equal((await ask('PUT', `/cards/${made.round.id}`, closed)).status, 200);
    const reopened = {...made.round, counter: 3};
    assert.equal(await told(await ask('PUT', `/cards/${made.round.id}`, reopened)), '409 closed');
    assert.equal(await told(await give(made, ballotOn(made))), '409 closed');
    const after = await read<{counts: Record<string, number>}>(await ask('GET', '/counts'));
    assert.equal(after.counts[made.round.id], 4);
    const {items} = await read<{items: {act: string; subject: string}[]}>(await ask('GET', '/audit'));
    assert.deepEqual(
      items.map(({act, subject}) => ({act, subject})),
      [{act: 'round-closed', subject: made.round.id}],
    );
  });

  it('are listed page by page, each once', async () => {
    const {desk: ask, made} = await desk(await ground.open());
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await read<{items: {id: string}[]; next?: string}>(await ask('GET', `/cards?limit=3${cursor}`));
      seen.push(...page.items.map(({id}) => id));
      cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    assert.deepEqual(seen, made.cards.map(({id}) => id).sort());
    for (const wrong of ['?limit=0', '?limit=501', '?kind=ballot', '?cursor=1', '?page=2'])
      assert.equal(await told(await ask('GET', `/cards${wrong}`)), '400 not-understood', wrong);
  });
});

onBothDatabases('what people wrote', ground => {
  it('is read by status, and decided by a card', async () => {
    const {desk: ask, made, give} = await desk(await ground.open());
    const [kept, shown] = [quoteOn(made, 'Nog te lezen.'), quoteOn(made, 'Gelezen.')];
    for (const record of [kept, shown, reasonOn(made), ballotOn(made)]) await give(made, record);
    const decision = {
      schema: 1,
      kind: 'moderation',
      id: newId(),
      counter: 1,
      tag: 'a',
      of: shown.id,
      outcome: 'released',
    };
    assert.equal((await ask('PUT', `/cards/${decision.id}`, decision)).status, 201);
    const queue = async (query: string) => {
      const page = await read<{items: {record: {id: string; kind: string}; status: string}[]}>(
        await ask('GET', `/queue${query}`),
      );
      return page.items;
    };
    assert.deepEqual(
      (await queue('?status=held&kind=quote')).map(({record}) => record.id),
      [kept.id],
    );
    assert.deepEqual(
      (await queue('?status=released')).map(({record}) => record.id),
      [shown.id],
    );
    assert.deepEqual(
      (await queue('?kind=reason')).map(({status}) => status),
      ['held'],
    );
    assert.equal((await queue('')).length, 3, 'a ballot has no words');
  });

  it('comes in pages without an order that tells anything', async () => {
    const {desk: ask, made, give} = await desk(await ground.open());
    const quotes = Array.from({length: 7}, () => quoteOn(made));
    for (const quote of quotes) await give(made, quote);
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: {items: {record: {id: string}}[]; next?: string} = await read(
        await ask('GET', `/queue?limit=3${after}`),
      );
      seen.push(...page.items.map(({record}) => record.id));
      cursor = page.next;
    }
    assert.deepEqual(seen, quotes.map(({id}) => id).sort());
  });
});

onBothDatabases('an alliance', ground => {
  it('starts empty, or with everything of a backup, under a name that is free', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const {cookie} = await entered(collector);
    const begin = (body: object) => collector.ask('POST', '/v1/alliances', {headers: {cookie}, body});
    const records = await everything(await ground.open(), 'closed');
    const file = backup(records);
    const begun = await begin({slug: 'ververij', file});
    assert.equal(begun.status, 201);
    assert.equal(begun.headers.get('Location'), '/v1/alliances/ververij');
    assert.equal(await told(await begin({slug: 'elders', file})), '409 taken');
    const [alliance] = records;
    assert.equal(await told(await begin({slug: 'ververij', record: {...alliance, id: newId()}})), '409 taken');
    assert.equal((await begin({slug: 'leeg', record: {...alliance, id: newId()}})).status, 201);
    const mine = await read<{items: {slug: string}[]}>(
      await collector.ask('GET', '/v1/alliances', {headers: {cookie}}),
    );
    assert.deepEqual(
      mine.items.map(({slug}) => slug),
      ['leeg', 'ververij'],
    );
    const again = await collector.ask('GET', '/v1/alliances/ververij/backup', {headers: {cookie}});
    assert.deepEqual(await again.json(), file, 'the backup comes out as it went in');
    const results = await database.query.selectFrom('result').selectAll().execute();
    assert.equal(results.length, 2, 'a closed round and a closed vote have their figures');
    const broken = {...file, records: records.slice(0, 5)};
    assert.equal((await begin({slug: 'kapot', file: {...broken, alliance: newId()}})).status, 400);
    assert.equal((await begin({slug: 'Niet Goed', record: alliance})).status, 400);
  });

  it('counts what a backup brings to open rounds as if it was given', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const {cookie} = await entered(collector);
    const file = backup(await everything(await ground.open(), 'open'));
    assert.equal(
      (await collector.ask('POST', '/v1/alliances', {headers: {cookie}, body: {slug: 'open', file}})).status,
      201,
    );
    assert.deepEqual(await recount(database.query), []);
    const {counts} = await read<{counts: Record<string, number>}>(
      await collector.ask('GET', '/v1/alliances/open/counts', {headers: {cookie}}),
    );
    assert.deepEqual(Object.values(counts).sort(), [5, 7, 7]);
  });

  it('takes files in, all or nothing, and the same file twice changes nothing', async () => {
    const database = await ground.open();
    const {desk: ask, made} = await desk(database);
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
      await ask('POST', '/imports', file),
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
    const second = await read<{added: number; unchanged: number}>(await ask('POST', '/imports', file));
    assert.deepEqual([second.added, second.unchanged], [0, 6]);
    const other = {...file, alliance: newId()};
    assert.equal(await told(await ask('POST', '/imports', other)), '409 another-alliance');
    const twice = {...file, records: [ballots[0], ballots[0]]};
    assert.equal(await told(await ask('POST', '/imports', twice)), '400 not-understood');
  });

  it('takes no words back in that somebody withdrew, however late they were read', async () => {
    const database = await ground.open();
    const {desk: ask, made, give} = await desk(database);
    const [quote, receipt] = [quoteOn(made, 'Zeldzaam.'), newReceipt()];
    await give(made, quote, {receipt});
    const value = {schema: 1, kind: 'value', id: newId(), counter: 1, tag: 'a', name: 'bijzonder'} as const;
    const where = {quote: quote.id, value: value.id, exact: 'Zeldzaam', start: 0, end: 8, pass: 'a'};
    const highlight = {schema: 1, kind: 'highlight', id: newId(), counter: 1, tag: 'a', ...where} as const;
    const decision = {...decisionOn(quote, 'released'), redacted: 'Zeldzaam, [naam].'};
    const file = backup([...made.cards, quote, value, highlight, decision]);
    assert.equal(
      (await ask('DELETE', `/contributions/${quote.id}`, undefined, {'samen-receipt': receipt})).status,
      204,
    );
    assert.equal(await told(await ask('PUT', `/cards/${decision.id}`, decision)), '409 missing-record');
    const {reported} = await read<{reported: {id: string}[]}>(await ask('POST', '/imports', file));
    assert.deepEqual(new Set(reported.map(({id}) => id)), new Set([quote.id, highlight.id, decision.id]));
    const kept = [
      await database.query.selectFrom('card').selectAll().execute(),
      await database.query.selectFrom('voice').selectAll().execute(),
    ];
    assert.doesNotMatch(JSON.stringify(kept), /Zeldzaam/);
  });

  it('shows at once what it brought, also to who had read the alliance before', async () => {
    const {desk: ask, made} = await desk(await ground.open(), {question: {moderation: 'released'}});
    const first = await ask('GET', '');
    const quote = quoteOn(made);
    await ask('POST', '/imports', {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [quote]});
    const again = await ask('GET', '', undefined, {'If-None-Match': first.headers.get('ETag') ?? ''});
    assert.equal(again.status, 200);
    assert.ok((await again.text()).includes(quote.text));
  });

  it('takes no contribution in under the id of a card', async () => {
    const {desk: ask, made} = await desk(await ground.open());
    const record = {...quoteOn(made), id: made.round.id};
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [record]};
    const {added, reported} = await read<{added: number; reported: object[]}>(await ask('POST', '/imports', file));
    assert.deepEqual([added, reported], [0, [{id: record.id, kind: 'quote', reason: 'another-kind'}]]);
  });

  it('takes no card in under the id of a contribution', async () => {
    const {desk: ask, made, give} = await desk(await ground.open());
    const ballot = ballotOn(made);
    await give(made, ballot);
    const card = {schema: 1, kind: 'value', id: ballot.id, counter: 1, tag: 'a', name: 'schaduw'} as const;
    assert.equal(await told(await ask('PUT', `/cards/${card.id}`, card)), '409 another-kind');
    const {reported} = await read<{reported: object[]}>(await ask('POST', '/imports', backup([...made.cards, card])));
    assert.deepEqual(reported, [{id: card.id, kind: 'value', reason: 'another-kind'}]);
  });

  it('takes no ballots without a card in a round with code cards', async () => {
    const {desk: ask, made} = await desk(await ground.open(), {round: {trust: 'code-cards'}});
    const file = {schema: 1, kind: 'parcel', alliance: made.alliance.id, records: [ballotOn(made), reasonOn(made)]};
    const {added, reported} = await read<{added: number; reported: {reason: string}[]}>(
      await ask('POST', '/imports', file),
    );
    assert.equal(added, 1);
    assert.deepEqual(
      reported.map(({reason}) => reason),
      ['code-needed'],
    );
    const {codes} = await read<{codes: string[]}>(
      await ask('POST', `/rounds/${made.round.id}/code-cards`, {count: 24}),
    );
    assert.equal(new Set(codes).size, 24);
    for (const count of [0, 2_001, 1.5])
      assert.equal((await ask('POST', `/rounds/${made.round.id}/code-cards`, {count})).status, 400);
  });
});
