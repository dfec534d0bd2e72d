import {expect} from '@open-wc/testing';
import {ids} from '../alliance.test-helper.js';
import {FakeCollector, settled} from './collector.test-helper.js';
import {Device, open, sendAll} from './device.test-helper.js';

describe('the sender numbers the forms of a contribution', () => {
  /** Every PUT and DELETE that reaches the collector, with its number; the first is held up on its way. */
  const heldUp = (collector: FakeCollector): {readonly editions: string[]; readonly arrive: () => void} => {
    const {fetcher} = collector;
    const editions: string[] = [];
    let first: (() => void) | undefined;
    const slow: typeof fetch = (address, request) => {
      editions.push(`${request?.method} ${new Headers(request?.headers).get('samen-edition')}`);
      if (first) return fetcher(address, request);
      first = () => void fetcher(address, request);
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    Object.assign(collector, {fetcher: slow});
    return {editions, arrive: () => first?.()};
  };
  const texts = (collector: FakeCollector): unknown[] =>
    [...collector.given.values()].map(record => 'text' in record && record.text);

  for (const [what, change, there, numbers] of [
    ['changed', (device: Device, id: string) => void device.give('Anders', id), ['Anders'], ['PUT 1', 'PUT 2']],
    ['taken away', (device: Device, id: string) => device.take(id), [], ['PUT 1', 'DELETE 2']],
  ] as const) {
    it(`so that what arrives after it was ${what} changes nothing`, async () => {
      const [device, collector] = [new Device(), new FakeCollector()];
      const {editions, arrive} = heldUp(collector);
      const {id} = device.give('Rust');
      const page = open(device, collector);
      page.sender.wake();
      await settled();
      change(device, id);
      await sendAll(page, device);
      expect(texts(collector)).to.deep.equal(there);
      arrive();
      await settled();
      expect(texts(collector)).to.deep.equal(there);
      expect(editions).to.deep.equal(numbers);
    });
  }

  it('one higher at every change, when it is taken away and when it is given again', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    const editions: (number | undefined)[] = [];
    const deliver = async (): Promise<void> => {
      editions.push(...[...device.kept.outbox.values()].map(({edition}) => edition));
      await sendAll(open(device, collector), device);
    };
    const {id} = device.giveBallot(4);
    await deliver();
    device.giveBallot(6, id);
    await deliver();
    device.take(id);
    await deliver();
    device.giveBallot(8, id);
    await deliver();
    expect(editions).to.deep.equal([1, 2, 3, 4]);
    expect(collector.given.get(id)).to.deep.include({marks: {[ids.welcoming]: 8}});
  });

  it('from where an earlier version left them, which had none', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    const bare = ({id}: {readonly id: string}): string => {
      const [letter, own] = [{...device.kept.outbox.get(id)!}, {...device.kept.own.get(id)!}];
      delete (letter as {edition?: number}).edition;
      delete (own as {edition?: number}).edition;
      device.apply([
        {store: 'outbox', key: id, value: letter},
        {store: 'own', key: id, value: own},
      ]);
      return id;
    };
    const [id, other] = [bare(device.give('Rust')), bare(device.give('Schaduw'))];
    await sendAll(open(device, collector), device);
    expect(texts(collector).sort()).to.deep.equal(['Rust', 'Schaduw']);
    device.give('Anders', id);
    device.take(other);
    await sendAll(open(device, collector), device);
    expect(texts(collector)).to.deep.equal(['Anders']);
  });
});
