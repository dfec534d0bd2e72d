import {expect} from '@open-wc/testing';
import {ids} from '../alliance.test-helper.js';
import {asking, next} from '../people.test-helper.js';
import {freshName, readStore, ready, until, wipeAll} from '../store.test-helper.js';
import type {Store, StoreOptions} from '../store.js';
import {ADDRESS, FakeCollector, Pauses, settled, type Fault} from './collector.test-helper.js';
import {FakeStreams} from './streams.test-helper.js';

let pauses: Pauses;
let collector: FakeCollector;

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

function remoteStore(options: StoreOptions = {}): Promise<Store> {
  const surroundings = {streams: new FakeStreams().open, rest: pauses.rest, chance: () => 1};
  return readStore({src: ADDRESS, fetcher: collector.fetcher, surroundings, ...options}, '');
}

const there = (): string[] =>
  [...collector.given.values()].flatMap(record => ('text' in record ? [record.text] : [])).sort();
const asked = (method: string): number => collector.asked.filter(line => line.startsWith(method)).length;

/** Ends every pause until everything is delivered. */
async function delivered(store: Store): Promise<void> {
  const turning = setInterval(() => pauses.end());
  await until(store, ({device}) => device.outbox.size === 0);
  clearInterval(turning);
}

describe('a file of quotes at a collector', () => {
  beforeEach(() => {
    [pauses, collector] = [new Pauses(), new FakeCollector()];
  });
  afterEach(wipeAll);

  it('becomes one contribution for each quote, and nothing of what was withheld leaves the device', async () => {
    const bodies: string[] = [];
    const fetcher: typeof fetch = (address, request) => {
      if (typeof request?.body === 'string') bodies.push(request.body);
      return collector.fetcher(address, request);
    };
    const store = await remoteStore({fetcher});
    await store.take(file);
    expect((await asking(store)).imported).to.include({quotes: 4, held: 0, refused: 0});
    await delivered(store);
    expect(there()).to.deep.equal([...texts].sort());
    expect(asked('PUT')).to.equal(4);
    expect(bodies.join()).not.to.include(withheld);
    expect(new Set([...collector.voices.values()].map(({receipt}) => receipt)).size).to.equal(4);
    const state = await asking(store);
    expect(state.imported).to.deep.equal({quotes: 4, held: 0, unsent: 0, refused: 0});
    expect(state.own).to.deep.equal([]);
    const kept = Object.fromEntries((await store.stored()).map(({store: name, entries}) => [name, entries]));
    expect(kept).to.include({records: 0, receipts: 0, own: 0});
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
    const store = await remoteStore();
    collector.fault = () => faults.pop() ?? 'none';
    await store.take(file);
    await delivered(store);
    expect(faults).to.deep.equal([]);
    expect(there()).to.deep.equal([...texts].sort());
  });

  it('waits as long as the collector asks when it is too much at once, and goes on then', async () => {
    const store = await remoteStore();
    collector.fault = () => (collector.asked.length < 2 ? 'none' : 'busy');
    await store.take(file);
    await until(store, ({device}) => [...device.outbox.values()].some(({tried}) => tried === 'failed'));
    await settled();
    expect((await asking(store)).imported).to.include({unsent: 2});
    expect(pauses.now.some(({milliseconds}) => milliseconds >= 3_000)).to.equal(true);
    dispatchEvent(new Event('online'));
    await settled();
    expect(asked('PUT')).to.equal(2);
    collector.fault = () => 'none';
    await delivered(store);
    expect(there()).to.deep.equal([...texts].sort());
  });

  it('says how many the collector does not take', async () => {
    const store = await remoteStore();
    const [, refused] = texts;
    collector.refusal = (_, request) =>
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
    const {fetcher} = collector;
    const failing: typeof fetch = (address, request) => {
      if (request?.method === 'PUT') left.push(address as string);
      if (request?.method === 'PUT' && left.length > 2) return Promise.reject(new TypeError('Failed to fetch'));
      return fetcher(address, request);
    };
    const first = await remoteStore({name, fetcher: failing});
    await first.take(file);
    await until(first, ({device}) => [...device.outbox.values()].some(({tried}) => tried === 'failed'));
    first.close();
    const again = await remoteStore({name, fetcher: failing});
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
    const store = await remoteStore();
    collector.fault = () => 'lost before';
    await store.take(file);
    await store.take(next);
    expect((await asking(store)).imported).to.equal(undefined);
    collector.fault = () => 'none';
    await store.take(undo);
    await delivered(store);
    expect(there()).to.deep.equal([...texts].sort());
  });

  it('brings nothing to a question that is not there', async () => {
    const store = await remoteStore();
    await store.take({...file, question: ids.round});
    expect(ready(store).device.outbox.size).to.equal(0);
  });
});
