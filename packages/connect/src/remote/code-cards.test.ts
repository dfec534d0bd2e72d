import {expect} from '@open-wc/testing';
import {codeCard} from '@samenwaarde/core';
import {publication} from '@samenwaarde/core/files';
import type {Round} from '@samenwaarde/core/schema';
import {ids, records} from '../alliance.test-helper.js';
import {ballot, ballotState, next} from '../people.test-helper.js';
import {random} from '../random.js';
import {until, wipeAll} from '../store.test-helper.js';
import type {Store} from '../store.js';
import {isDelivered, Remote} from './remote.test-helper.js';

const round = records.find(record => record.kind === 'round' && record.id === ids.round) as Round;

describe('a round with code cards at a collector', () => {
  let remote: Remote;
  const asked = {...round, trust: 'code-cards', counter: 2} as const;
  const card = codeCard(random);
  const withCode = (code?: string): ReturnType<typeof ballot> => {
    const request = ballot(4, 8, {[ids.welcoming]: 'Hek.'});
    return {...request, ballot: {...request.ballot, ...(code && {code})}};
  };
  const code = async (store: Store): Promise<unknown> => Reflect.get(await ballotState(store), 'code');
  afterEach(wipeAll);
  beforeEach(() => {
    remote = new Remote();
    remote.collector.records = records.map(record => (record.id === ids.round ? asked : record));
  });

  it('asks for a code, sends it with ballot and reasons, and asks no more once the ballot is there', async () => {
    const store = await remote.store();
    expect(await code(store)).to.equal('');
    await store.take(withCode(card));
    await isDelivered(store);
    expect(new Set(remote.collector.codes)).to.deep.equal(new Set([card]));
    expect(remote.collector.codes).to.have.length(2);
    const [contribution] = [...remote.collector.given.values()].filter(({kind}) => kind === 'ballot');
    await store.take({type: 'samen-change', subject: ids.round, contribution: contribution!.id});
    expect(await ballotState(store)).to.include({type: 'marking', changing: contribution!.id});
    expect(await code(store)).to.equal(undefined);
  });

  it('asks again after a refusal, and sends the same ballot with the other code', async () => {
    const store = await remote.store();
    remote.collector.refusal = (_, request) =>
      new Headers(request.headers).get('samen-code') === card ? undefined : [403, 'code-unknown'];
    const wrong = codeCard(random);
    await store.take(withCode(wrong));
    await until(store, ({device}) => [...device.outbox.values()].every(({refused}) => refused));
    const state = await ballotState(store);
    expect(state).to.deep.nested.include({'own.delivery': {type: 'refused', reason: 'code-unknown'}});
    const contribution = (state as {own: {id: string}}).own.id;
    await store.take({type: 'samen-change', subject: ids.round, contribution});
    expect(await ballotState(store)).to.include({code: wrong, codeRefused: 'code-unknown'});
    const before = location.href;
    history.replaceState(null, '', `#code=${card}`);
    expect(await ballotState(store), 'scanned meanwhile')
      .to.include({code: card})
      .and.not.have.property('codeRefused');
    history.replaceState(null, '', before);
    await store.take(withCode(card));
    await isDelivered(store);
    expect(remote.collector.given.get(contribution)).to.include({kind: 'ballot'});
  });

  it('takes the code from the address of the page, and out of the address bar', async () => {
    const before = location.href;
    history.replaceState(null, '', `#plan&code=${card}`);
    const store = await remote.store();
    expect(await code(store)).to.equal(card);
    expect(location.hash).to.equal('#plan');
    expect(await code(store)).to.equal(card);
    await store.take(withCode(card));
    await isDelivered(store);
    history.replaceState(history.state, '', `#plan&code=${card}`);
    expect(await ballotState(store)).to.include({type: 'answered'});
    expect(location.hash, 'scanned once more').to.equal('#plan');
    await store.take(withCode(card));
    await store.take(next);
    expect(await code(store)).to.equal('');
    history.replaceState(null, '', before);
  });

  it('still has the code when the page is loaded anew, and forgets it once it is given', async () => {
    const before = location.href;
    history.replaceState({page: 1}, '', `#code=${card}`);
    const store = await remote.store();
    expect(await code(store)).to.equal(card);
    const entry: unknown = history.state;
    await store.take(withCode(card));
    await store.take(next);
    expect(history.state).to.deep.equal({page: 1, samenCode: ''});
    history.replaceState(entry, '', before);
    expect(await code(store)).to.equal(card);
    await store.take(withCode(card));
    history.replaceState(null, '', before);
  });

  it('forgets a code that was scanned and not given, when somebody else comes or all of it goes', async () => {
    const before = location.href;
    const store = await remote.store();
    for (const leave of [() => store.take(next), () => store.wipe()]) {
      history.replaceState({page: 1}, '', `#code=${card}`);
      expect(await code(store)).to.equal(card);
      await leave();
      expect(await code(store)).to.equal('');
      expect(history.state).to.deep.equal({page: 1, samenCode: ''});
    }
    history.replaceState(null, '', before);
  });

  it('leaves what else a page keeps in its history alone', async () => {
    const before = location.href;
    const store = await remote.store();
    history.replaceState('page 1', '', `#code=${card}`);
    expect(await code(store)).to.equal(card);
    expect([history.state, location.hash]).to.deep.equal(['page 1', '']);
    await store.take(withCode(card));
    await store.take(next);
    expect(await code(store)).to.equal('');
    expect(history.state).to.equal('page 1');
    history.replaceState(null, '', before);
  });

  it('asks for none in an exercise', async () => {
    const text = JSON.stringify(publication(remote.collector.records, random));
    const store = await remote.store({fetcher: () => Promise.resolve(new Response(text))});
    expect(await code(store)).to.equal(undefined);
  });
});
