import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Moderation} from '@samenwaarde/core/schema';
import {onBothDatabases} from '../database/database.test-helper.js';
import {
  ballotOn,
  bench,
  decisionOn,
  newId,
  newReceipt,
  pathOf,
  putCard,
  quoteOn,
  reasonOn,
  voteOn,
} from '../voices/round.test-helper.js';
import {deskOn, read, type Desk} from './desk.test-helper.js';

const KINDS = ['quote', 'reason', 'own-name'] as const;

/** What the counts say that waits, and what is in the queue when all of it is read. */
async function both({atDesk}: Desk): Promise<readonly [object, object]> {
  const {waiting} = await read<{waiting: object}>(await atDesk('GET', '/counts'));
  const queued = KINDS.map(async kind => {
    const {items} = await read<{items: unknown[]}>(await atDesk('GET', `/queue?status=held&kind=${kind}&limit=500`));
    return [kind, items.length] as const;
  });
  return [waiting, Object.fromEntries(await Promise.all(queued))];
}

onBothDatabases('how much waits to be read', ground => {
  it('is what is in the queue, whatever was decided, changed and closed', async () => {
    const desk = await deskOn(await ground.open(), {question: {moderation: 'released'}});
    const {made, give, ask, atDesk, parts} = desk;
    const decide = (decision: Moderation) => putCard(parts.database.query, made.alliance.id, decision);
    const quotes = Array.from({length: 6}, () => quoteOn(made));
    const reasons = Array.from({length: 3}, () => reasonOn(made));
    const [first = '', second = ''] = made.values;
    const votes = Array.from({length: 3}, () =>
      voteOn(made, {names: {[first]: {own: 'Thuis'}, [second]: {own: 'Wij'}}}),
    );
    const gone = {quote: quoteOn(made), receipt: newReceipt()};
    for (const record of [...quotes, ...reasons, ...votes, ballotOn(made)]) await give(made, record);
    await give(made, gone.quote, gone);
    await ask('DELETE', pathOf(made, gone.quote), gone);
    const [held, counter, tag, id, refused] = quotes.map(quote => decisionOn(quote, 'held'));
    assert.ok(held && counter && tag && id && refused);
    const later = {id: 'f'.concat(newId().slice(1)), outcome: 'released'} as const;
    for (const decision of [
      held,
      {...counter, tag: 'z'},
      {...counter, ...later, counter: 10},
      {...tag, counter: 9, tag: 'B'},
      {...tag, ...later, id: newId(), counter: 9, tag: 'a'},
      {...id, id: '0'.concat(newId().slice(1))},
      {...id, ...later, id: 'f'.concat(newId().slice(1))},
      {...refused, outcome: 'refused' as const},
      decisionOn(reasons[0] ?? {id: ''}, 'released'),
      // About a name, so about no text of its own, and about no other name.
      {...decisionOn(votes[0] ?? {id: ''}, 'released'), rubric: first},
      decisionOn(votes[1] ?? {id: ''}, 'released'),
      {...decisionOn(reasons[1] ?? {id: ''}, 'released'), rubric: first},
    ])
      await decide(decision);
    const expected = {quote: 1, reason: 2, 'own-name': 5};
    assert.deepEqual(await both(desk), [expected, expected]);
    for (const card of [made.question, made.round, made.voteRound])
      await atDesk('PUT', `/cards/${card.id}`, {body: {...card, counter: 2, status: 'closed'}});
    assert.deepEqual(await both(desk), [expected, expected]);
    const elsewhere = await deskOn(parts.database);
    assert.deepEqual(await both(elsewhere), [
      {quote: 0, reason: 0, 'own-name': 0},
      {quote: 0, reason: 0, 'own-name': 0},
    ]);
  });

  it('is counted where it is kept: no text is read', async () => {
    const database = await ground.open();
    const {made, give, cookie} = await deskOn(database);
    for (const record of [quoteOn(made, 'Geheim.'), reasonOn(made, 'Geheim.')]) await give(made, record);
    const seen: unknown[] = [];
    const query = database.query.withPlugin({
      transformQuery: ({node}) => node,
      transformResult: ({result}) => {
        seen.push(...result.rows);
        return Promise.resolve(result);
      },
    });
    const {ask} = bench({...database, query});
    assert.equal((await ask('GET', `/v1/alliances/${made.slug}/counts`, {headers: {cookie}})).status, 200);
    assert.match(JSON.stringify(seen), /"own-name"|"reason"/, 'what the database said was heard');
    assert.doesNotMatch(JSON.stringify(seen), /Geheim/);
  });
});
