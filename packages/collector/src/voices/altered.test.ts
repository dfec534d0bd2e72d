import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
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
  reasonOn,
  told,
} from './round.test-helper.js';

onBothDatabases('contributions beside cards', ground => {
  it('take the old words along when they become others, out of what was decided and marked', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    for (const outcome of ['released', 'held', 'refused'] as const) {
      const [quote, receipt] = [quoteOn(made, 'Hier woont Zeldzaam.'), newReceipt()];
      await give(made, quote, {receipt});
      const mark = {
        schema: 1,
        kind: 'highlight',
        counter: 1,
        tag: 'a',
        quote: quote.id,
        value: newId(),
        pass: 'a',
      } as const;
      const gone = {...mark, id: newId(), exact: 'Zeldzaam', start: 11, end: 19};
      const stays = {...mark, id: newId(), exact: 'woont', start: 5, end: 10};
      const decision = {...decisionOn(quote, outcome), redacted: 'Hier woont Zeldzaam, [naam].'};
      for (const card of [gone, stays, decision]) await putCard(database.query, made.alliance.id, card);
      await give(made, {...quote, text: 'Hier woont iemand.'} as typeof quote, {receipt});
      const cards = new Map(
        (await database.query.selectFrom('card').selectAll().execute()).map(card => [card.id, card]),
      );
      assert.doesNotMatch(JSON.stringify([...cards.values()]), /Zeldzaam/, outcome);
      assert.ok(cards.has(stays.id));
      const {counter} = JSON.parse(cards.get(decision.id)?.body ?? '') as {counter: number};
      assert.equal(counter, decision.counter + 1, 'a device that has the older decision takes this one');
      const {delivery} = (await (await ask('GET', pathOf(made, quote), {receipt})).json()) as {
        delivery: {type: string};
      };
      assert.equal(delivery.type, 'held', `nobody has read it since it was ${outcome}`);
    }
  });

  it('say that they were refused, and why, to whoever holds the receipt and asks', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const [quote, receipt] = [quoteOn(made), newReceipt()];
    await give(made, quote, {receipt});
    await putCard(database.query, made.alliance.id, {...decisionOn(quote, 'refused'), reason: 'insult'});
    const again = await give(made, quote, {receipt});
    assert.deepEqual(await again.json(), {id: quote.id, delivery: 'held'}, 'to send it again tells nothing');
    const own = (await (await ask('GET', pathOf(made, quote), {receipt})).json()) as {delivery: unknown};
    assert.deepEqual(own.delivery, {type: 'refused', reason: 'insult'});
  });

  it('never take the id of a card, which others name', async () => {
    const database = await ground.open();
    const {ask, give} = bench(database);
    const made = await makeAlliance(database);
    const coded = await makeAlliance(database, {round: {trust: 'code-cards'}});
    for (const record of [quoteOn(made), ballotOn(made), reasonOn(made)])
      assert.equal(await told(await give(made, {...record, id: made.question.id})), '400 not-understood', record.kind);
    assert.equal(await told(await give(coded, {...ballotOn(coded), id: coded.round.id})), '400 not-understood');
    const options = {receipt: newReceipt(), headers: {'Samen-Edition': '1'}};
    assert.equal(await told(await ask('DELETE', pathOf(made, made.round), options)), '400 not-understood');
    assert.deepEqual(await database.query.selectFrom('voice').select('id').execute(), []);
  });
});
