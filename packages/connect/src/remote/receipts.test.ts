import {expect} from '@open-wc/testing';
import {ids} from '../alliance.test-helper.js';
import {asking, ballot, ballotState, quote} from '../people.test-helper.js';
import {freshName, ready, until, wipeAll} from '../store.test-helper.js';
import {isDelivered, isRefused, isWaiting, Remote} from './remote.test-helper.js';

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
    const request = {type: 'samen-receipt', code: given!.code!.toLowerCase(), answer} as const;
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
    await other.take({type: 'samen-receipt', code: given!.code!, answer: () => undefined, subject: ids.question});
    await other.take(quote('Rust en schaduw', id));
    expect(ready(other).device.outbox.get(id)?.edition).to.equal(3);
    await isDelivered(other);
    expect(remote.collector.given.get(id)).to.include({text: 'Rust en schaduw'});
    await one.take({type: 'samen-receipt', code: given!.code!, answer: () => undefined, subject: ids.question});
    await one.take({type: 'samen-withdraw', subject: ids.question, contribution: id});
    await isDelivered(one);
    expect(remote.collector.given.size).to.equal(0);
  });

  it('is none of what was refused at once, also when it waited before, or was changed and refused again', async () => {
    const store = await remote.store();
    const code = async (): Promise<string | undefined> => (await asking(store)).own[0]?.code;
    remote.goAway();
    await store.take(quote('Rust'));
    await isWaiting(store);
    expect(await code()).to.be.a('string');
    remote.collector.refusal = () => [409, 'closed'];
    remote.comeBack();
    await isRefused(store);
    expect(await code()).to.equal(undefined);
    const {id} = (await asking(store)).own[0]!;
    await store.take(quote('Rust en schaduw', id));
    await isRefused(store);
    expect(await code()).to.equal(undefined);
    remote.collector.refusal = undefined;
    await store.take(quote('Rust, schaduw', id));
    await isDelivered(store);
    expect(await code()).to.be.a('string');
  });

  it('stays when a change of what the collector has, or may have, is refused', async () => {
    for (const fault of ['none', 'lost after'] as const) {
      const store = await remote.store();
      remote.collector.fault = () => fault;
      await store.take(quote('Rust'));
      await (fault === 'none' ? isDelivered(store) : isWaiting(store));
      const [given] = (await asking(store)).own;
      remote.collector.refusal = () => [409, 'closed'];
      await store.take(quote('Rust en schaduw', given!.id));
      remote.comeBack();
      await isRefused(store);
      expect((await asking(store)).own[0]).to.include({text: 'Rust en schaduw', code: given!.code!});
      remote.collector.refusal = undefined;
    }
  });

  it('is none of a ballot and its reasons that were refused at once', async () => {
    const store = await remote.store();
    remote.collector.refusal = () => [403, 'code-unknown'];
    await store.take(ballot(4, 8, {[ids.welcoming]: 'Hek.'}));
    await until(store, ({device}) => [...device.outbox.values()].every(({refused}) => refused));
    const state = await ballotState(store);
    if (state.type !== 'answered') throw new Error(state.type);
    expect([state.own, ...Object.values(state.own.reasonReceipts)].map(({code}) => code)).to.deep.equal([
      undefined,
      undefined,
    ]);
  });
});
