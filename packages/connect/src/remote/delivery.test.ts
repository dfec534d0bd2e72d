import {expect} from '@open-wc/testing';
import {publication} from '@samenwaarde/core/files';
import {ids, records} from '../alliance.test-helper.js';
import {openDatabase} from '../keeping.js';
import {asking, ballot, ballotState, quote} from '../people.test-helper.js';
import {random} from '../random.js';
import {freshName, ready, shown, until, wipeAll} from '../store.test-helper.js';
import {settled} from './collector.test-helper.js';
import {deliveries, isDelivered, isRefused, isWaiting, Remote} from './remote.test-helper.js';

describe('what people give to an alliance of a collector', () => {
  let remote: Remote;
  beforeEach(() => (remote = new Remote()));
  afterEach(wipeAll);

  it('shows what the collector answers, and says where answers go', async () => {
    const store = await remote.store();
    expect(await asking(store)).to.nested.include({type: 'asking', 'about.destination': 'collector'});
    expect(await shown(store, 'samen-scorecard')).to.nested.include({type: 'ready', 'scores.ballots': 5});
  });

  it('asks the browser to keep what is here once something is given, and not before', async () => {
    const {storage} = navigator;
    let asked = 0;
    Object.defineProperty(storage, 'persist', {configurable: true, value: () => Promise.resolve(++asked > 0)});
    const store = await remote.store();
    expect(asked).to.equal(0);
    await store.take(quote('Rust'));
    await isDelivered(store);
    await store.take(quote('Schaduw'));
    expect(asked).to.equal(1);
    Reflect.deleteProperty(storage, 'persist');
  });

  it('goes without a cookie or any other credential, like everything that is asked', async () => {
    const requests: RequestInit[] = [];
    const fetcher: typeof fetch = (address, request = {}) => {
      requests.push(request);
      return remote.collector.fetcher(address, request);
    };
    const store = await remote.store({fetcher});
    await store.take(quote('Rust'));
    await isDelivered(store);
    const [id = ''] = remote.collector.given.keys();
    await store.take({type: 'samen-withdraw', subject: ids.question, contribution: id});
    await isDelivered(store);
    expect(new Set(requests.map(({method = 'GET'}) => method))).to.deep.equal(new Set(['GET', 'PUT', 'DELETE']));
    expect(new Set(requests.map(({credentials}) => credentials))).to.deep.equal(new Set(['omit']));
  });

  it('keeps an answer on the device before it is sent, and says sent when the collector has it', async () => {
    const name = freshName();
    const database = await openDatabase(`samenwaarde:${name}`, true, () => undefined);
    const kept: unknown[] = [];
    const fetcher: typeof fetch = async (address, request) => {
      if (request?.method === 'PUT') kept.push(...(await database!.getAll('outbox')));
      return remote.collector.fetcher(address, request);
    };
    const store = await remote.store({name, fetcher});
    const said: Promise<string | undefined>[] = [];
    const unsubscribe = store.subscribe(() => said.push(asking(store).then(({own: [own]}) => own?.delivery.type)));
    await store.take(quote('Rust'));
    await isDelivered(store);
    expect(kept).to.have.length(1);
    expect(kept[0]).to.deep.nested.include({'record.text': 'Rust', tried: 'under-way'});
    expect(new Set(await Promise.all(said))).to.deep.equal(new Set(['sending', 'held']));
    unsubscribe();
    database!.close();
  });

  it('says waiting while nobody answers, and sends it at once when there is a network again', async () => {
    const store = await remote.store();
    remote.goAway();
    await store.take(ballot(4, 8, {[ids.welcoming]: 'Hek.'}));
    await isWaiting(store);
    expect(await ballotState(store)).to.deep.nested.include({'own.delivery': {type: 'waiting', days: 7}});
    remote.comeBack();
    await isDelivered(store);
    expect(await ballotState(store)).to.deep.nested.include({type: 'answered', 'own.delivery': {type: 'sent'}});
    expect([...remote.collector.given.values()].map(({kind}) => kind).sort()).to.deep.equal(['ballot', 'reason']);
  });

  it('says waiting of what was given while the collector wants us to come back later', async () => {
    const store = await remote.store();
    remote.collector.fault = () => 'busy';
    await store.take(quote('Rust'));
    await isWaiting(store);
    await store.take(ballot(4, 8));
    expect(await ballotState(store)).to.deep.nested.include({'own.delivery': {type: 'waiting', days: 7}});
    remote.collector.fault = () => 'none';
    await remote.during(isDelivered(store));
    expect(await ballotState(store)).to.deep.nested.include({'own.delivery': {type: 'sent'}});
  });

  it('tries at once when the page shows again, and not when it goes out of sight', async () => {
    const store = await remote.store();
    remote.goAway();
    await store.take(quote('Rust'));
    await isWaiting(store);
    remote.collector.fault = () => 'none';
    const show = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', {configurable: true, value: state});
      document.dispatchEvent(new Event('visibilitychange'));
    };
    show('hidden');
    await settled();
    expect(remote.collector.given.size).to.equal(0);
    show('visible');
    await isDelivered(store);
    Reflect.deleteProperty(document, 'visibilityState');
    expect(await deliveries(store)).to.deep.equal(['held']);
  });

  it('sends what an earlier visit left, also when the collector was not there when the page came', async () => {
    const name = freshName();
    const before = await remote.store({name});
    remote.goAway();
    await before.take(quote('Rust'));
    before.close();
    const store = await remote.store({name});
    expect(store.snapshot).to.deep.equal({type: 'failed', reason: 'no-collector', waiting: 1});
    remote.comeBack();
    await until(store, ({device}) => device.own.size === 1 && device.outbox.size === 0);
    expect(await deliveries(store)).to.deep.equal(['held']);
  });

  it('sends what it cannot keep, and never says that it is kept', async () => {
    const store = await remote.store({opener: () => Promise.reject(new Error('No.'))});
    remote.goAway();
    await store.take(quote('Rust'));
    await isWaiting(store);
    expect(await asking(store)).to.nested.include({'about.storage': 'memory', 'own[0].delivery.type': 'waiting'});
    remote.comeBack();
    await isDelivered(store);
    expect(await deliveries(store)).to.deep.equal(['held']);
  });

  it('says how many answers wait, once one could not be sent', async () => {
    const store = await remote.store();
    expect((await asking(store)).about).not.to.have.property('waiting');
    remote.goAway();
    await store.take({...quote(''), quotes: ['Rust', 'Schaduw']});
    await isWaiting(store);
    expect((await asking(store)).about).to.include({waiting: 2});
  });

  it('keeps a refused answer in sight with its text and the reason, also after a reload', async () => {
    const name = freshName();
    const store = await remote.store({name});
    remote.collector.refusal = () => [409, 'closed'];
    await store.take(quote('Te laat'));
    await isRefused(store);
    expect(store.waiting).to.equal(0);
    store.close();
    const [own] = (await asking(await remote.store({name}))).own;
    expect(own).to.deep.include({text: 'Te laat', delivery: {type: 'refused', reason: 'closed'}});
  });

  it('changes and takes away what the collector has, and one ballot stays one ballot', async () => {
    const store = await remote.store();
    await store.take(ballot(4, 8));
    await isDelivered(store);
    const [id] = [...remote.collector.given.keys()];
    await store.take(ballot(6, 8));
    await isDelivered(store);
    expect(remote.collector.given.get(id!)).to.deep.include({marks: {[ids.welcoming]: 6, [ids.roomToBreathe]: 8}});
    await store.take({type: 'samen-withdraw', subject: ids.round, contribution: id!});
    expect((await ballotState(store)).type).to.equal('marking');
    await isDelivered(store);
    expect(remote.collector.given.size).to.equal(0);
    await store.take(ballot(7, 7));
    await isDelivered(store);
    expect([...remote.collector.given.keys()]).to.deep.equal([id]);
  });

  it('keeps everything of a device that an earlier version wrote', async () => {
    const name = freshName();
    await new Promise<void>((settle, reject) => {
      const opening = indexedDB.open(`samenwaarde:${name}`, 1);
      opening.onupgradeneeded = () => {
        for (const store of ['records', 'receipts', 'own', 'drafts', 'imports', 'card'])
          opening.result.createObjectStore(store);
        opening.transaction!.objectStore('drafts').put({draft: 'Ru'}, ids.question);
      };
      opening.onerror = () => reject(new Error('No.'));
      opening.onsuccess = () => {
        opening.result.close();
        settle();
      };
    });
    const store = await remote.store({name});
    expect(await asking(store)).to.include({type: 'asking', draft: 'Ru'});
    await store.take(quote('Rust'));
    await isDelivered(store);
  });

  it('leaves an exercise an exercise: without a collector nothing is to be sent', async () => {
    const text = JSON.stringify(publication(records, random));
    const store = await remote.store({fetcher: () => Promise.resolve(new Response(text))});
    await store.take(quote('Rust'));
    expect(await deliveries(store)).to.deep.equal(['kept']);
    expect(ready(store).device.outbox.size).to.equal(0);
  });
});
