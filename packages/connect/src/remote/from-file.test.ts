import {expect} from '@open-wc/testing';
import {ids} from '../alliance.test-helper.js';
import {asking, next} from '../people.test-helper.js';
import {freshName, ready, until, wipeAll} from '../store.test-helper.js';
import type {Store} from '../store.js';
import {settled, type Fault} from './collector.test-helper.js';
import {isDelivered, isWaiting, Remote, stored} from './remote.test-helper.js';

let remote: Remote;

const texts = ['Meer bankjes', 'Een wc', 'Schaduw', 'Rust'];
const withheld = 'Ontsla die wethouder';
const file = {
  type: 'samen-quotes-import',
  question: ids.question,
  quotes: [
    ...texts.map(text => ({text, held: false})),
    {text: withheld, held: true},
    {text: '  ', held: false},
    {text: 'a'.repeat(5_001), held: false},
  ],
} as const;
const undo = {type: 'samen-import-undo', question: ids.question} as const;

const there = (): string[] =>
  [...remote.collector.given.values()].flatMap(record => ('text' in record ? [record.text] : [])).sort();
const asked = (method: string): number => remote.collector.asked.filter(line => line.startsWith(method)).length;

const delivered = (store: Store): Promise<void> => remote.during(isDelivered(store));

describe('a file of quotes at a collector', () => {
  beforeEach(() => {
    remote = new Remote();
  });
  afterEach(wipeAll);

  it('becomes one contribution for each quote, and nothing of what was withheld leaves the device', async () => {
    const bodies: string[] = [];
    const fetcher: typeof fetch = (address, request) => {
      if (typeof request?.body === 'string') bodies.push(request.body);
      return remote.collector.fetcher(address, request);
    };
    const store = await remote.store({fetcher});
    await store.take(file);
    expect((await asking(store)).imported).to.include({quotes: 4, held: 0, refused: 0});
    await delivered(store);
    expect(there()).to.deep.equal([...texts].sort());
    expect(asked('PUT')).to.equal(4);
    expect(bodies.join()).not.to.include(withheld);
    expect(new Set([...remote.collector.voices.values()].map(({receipt}) => receipt)).size).to.equal(4);
    const state = await asking(store);
    expect(state.imported).to.deep.equal({quotes: 4, held: 0, unsent: 0, refused: 0});
    expect(state.own).to.deep.equal([]);
    expect(await stored(store)).to.include({records: 0, receipts: 0, own: 0});
  });

  it('arrives exactly once through a network that loses, doubles and delays', async () => {
    const faults: Fault[] = [
      'lost before',
      'lost after',
      'late',
      'doubled',
      'busy',
      'nonsense',
      'broken',
      'lost after',
    ];
    const store = await remote.store();
    remote.collector.fault = () => faults.pop() ?? 'none';
    await store.take(file);
    await delivered(store);
    expect(faults).to.deep.equal([]);
    expect(there()).to.deep.equal([...texts].sort());
  });

  it('waits as long as the collector asks when it is too much at once, and goes on then', async () => {
    const store = await remote.store();
    remote.collector.fault = () => (remote.collector.asked.length < 2 ? 'none' : 'busy');
    await store.take(file);
    // The three seconds that it asks, and the one that our own first pause takes at most.
    while (!remote.pauses.now.some(({milliseconds}) => milliseconds === 4_000)) await settled();
    expect((await asking(store)).imported).to.include({unsent: 2});
    dispatchEvent(new Event('online'));
    await settled();
    expect(asked('PUT')).to.equal(2);
    remote.collector.fault = () => 'none';
    await delivered(store);
    expect(there()).to.deep.equal([...texts].sort());
  });

  it('says how many the collector does not take', async () => {
    const store = await remote.store();
    const [, refused] = texts;
    remote.collector.refusal = (_, request) =>
      (request.body as string | undefined)?.includes(refused!) ? [400, 'not-understood'] : undefined;
    await store.take(file);
    await until(
      store,
      ({device}) => device.outbox.size === 1 && [...device.outbox.values()].every(each => each.refused),
    );
    expect((await asking(store)).imported).to.include({quotes: 4, unsent: 0, refused: 1});
    await store.take(undo);
    await delivered(store);
    expect(there()).to.deep.equal([]);
  });

  it('is taken back half-way, also after a reload: what arrived goes, and what never left stays here', async () => {
    const name = freshName();
    const left: string[] = [];
    const {fetcher} = remote.collector;
    const failing: typeof fetch = (address, request) => {
      if (request?.method === 'PUT') left.push(address as string);
      if (request?.method === 'PUT' && left.length > 2) return Promise.reject(new TypeError('Failed to fetch'));
      return fetcher(address, request);
    };
    const first = await remote.store({name, fetcher: failing});
    await first.take(file);
    await isWaiting(first);
    first.close();
    const again = await remote.store({name, fetcher: failing});
    expect(there()).to.have.length(2);
    await again.take(undo);
    expect((await asking(again)).imported).to.equal(undefined);
    await delivered(again);
    expect(there()).to.deep.equal([]);
    expect(new Set(left).size).to.equal(3);
    expect(asked('DELETE')).to.equal(3);
    expect(ready(again).device.imports.size).to.equal(0);
  });

  it('can be taken back by nobody else: the receipts leave with who brought it, and the quotes still go', async () => {
    const store = await remote.store();
    remote.goAway();
    await store.take(file);
    await store.take(next);
    expect((await asking(store)).imported).to.equal(undefined);
    remote.collector.fault = () => 'none';
    await store.take(undo);
    await delivered(store);
    expect(there()).to.deep.equal([...texts].sort());
  });

  it('brings nothing to a question that is not there', async () => {
    const store = await remote.store();
    await store.take({...file, question: ids.round});
    expect(ready(store).device.outbox.size).to.equal(0);
  });
});
