import {expect} from '@open-wc/testing';
import {ids} from '../alliance.test-helper.js';
import {asking, quote} from '../people.test-helper.js';
import {freshName, ready, wipeAll} from '../store.test-helper.js';
import {isDelivered, Remote} from './remote.test-helper.js';

describe('a receipt at a collector', () => {
  let remote: Remote;
  beforeEach(() => (remote = new Remote()));
  afterEach(wipeAll);

  it('finds an answer back on another device by its receipt, and only under its own question', async () => {
    const one = await remote.store();
    await one.take(quote('Rust'));
    await isDelivered(one);
    const [given] = (await asking(one)).own;
    const other = await remote.store({name: freshName()});
    const answers: boolean[] = [];
    const answer = (found: boolean): unknown => answers.push(found);
    const request = {type: 'samen-receipt', code: given!.code.toLowerCase(), answer} as const;
    await other.take({...request, subject: ids.round});
    await other.take({...request, subject: ids.question});
    expect(answers).to.deep.equal([false, true]);
    expect((await asking(other)).own[0]).to.deep.include({text: 'Rust', delivery: {type: 'held'}});
    await other.take({type: 'samen-withdraw', subject: ids.question, contribution: given!.id});
    await isDelivered(other);
    expect(remote.collector.given.size).to.equal(0);
  });

  it('goes on where the numbers of another device were, when an answer was found back by its receipt', async () => {
    const one = await remote.store();
    await one.take(quote('Rus'));
    await isDelivered(one);
    const [given] = (await asking(one)).own;
    const {id} = given!;
    await one.take(quote('Rust', id));
    await isDelivered(one);
    const other = await remote.store({name: freshName()});
    await other.take({type: 'samen-receipt', code: given!.code, answer: () => undefined, subject: ids.question});
    await other.take(quote('Rust en schaduw', id));
    expect(ready(other).device.outbox.get(id)?.edition).to.equal(3);
    await isDelivered(other);
    expect(remote.collector.given.get(id)).to.include({text: 'Rust en schaduw'});
    await one.take({type: 'samen-receipt', code: given!.code, answer: () => undefined, subject: ids.question});
    await one.take({type: 'samen-withdraw', subject: ids.question, contribution: id});
    await isDelivered(one);
    expect(remote.collector.given.size).to.equal(0);
  });
});
