import {expect} from '@open-wc/testing';
import {receipt, uuid} from '@samenwaarde/core';
import type {Quote} from '@samenwaarde/core/schema';
import {ids} from '../alliance.test-helper.js';
import {random} from '../random.js';
import {ADDRESS, FakeCollector, settled, type Fault} from './collector.test-helper.js';
import {Device, open, sendAll} from './device.test-helper.js';
import {Post} from './post.js';

/** Repeatable chance. @see https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const at = <Item>(items: readonly Item[], chance: number): Item => items[Math.floor(chance * items.length)]!;

const FAULTS: readonly Fault[] = [
  ...(['none', 'none', 'none', 'lost before', 'lost after', 'doubled', 'late', 'nonsense'] as const),
  ...(['a page that says hello', 'empty', 'forbidden by who knows', 'busy', 'broken'] as const),
];

describe('the sender', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`brings everything over exactly once through a network that does anything (seed ${seed})`, async () => {
      const [chance, device, collector] = [chanceFrom(seed), new Device(), new FakeCollector()];
      collector.fault = () => at(FAULTS, chance());
      const wanted = new Map<string, string>();
      for (let turn = 0; turn < 40; turn += 1) {
        const page = open(device, collector, chance);
        for (let more = chance() * 3; more > 0; more -= 1) {
          const {id, text} = device.give(`Antwoord ${turn}.${more}`);
          wanted.set(id, text);
        }
        if (chance() < 0.5) await sendAll(page, device);
        page.sender.wake();
        // The page is closed, wherever it was: the next one finds what is left.
        page.sender.stop();
        await settled();
        const some = at([...wanted.keys()], chance());
        if (device.kept.outbox.size > 0 || !some) continue;
        if (chance() < 0.5) wanted.set(some, device.give(`Anders ${turn}`, some).text);
        else {
          device.take(some);
          wanted.delete(some);
        }
      }
      await sendAll(open(device, collector, chance), device);
      expect(device.kept.outbox.size).to.equal(0);
      const there = [...collector.given].map(([id, record]) => [id, 'text' in record && record.text] as const);
      expect(new Map(there)).to.deep.equal(wanted);
      expect([...device.kept.own.values()].every(({delivery}) => delivery?.type === 'held')).to.equal(true);
    });
  }

  it('shows that the network of these tests is bad enough: without ids it doubles and loses', async () => {
    const [chance, collector] = [chanceFrom(1), new FakeCollector()];
    collector.fault = () => at(FAULTS, chance());
    const post = new Post(ADDRESS, collector.fetcher);
    for (let turn = 0; turn < 100; turn += 1) {
      const send = (): ReturnType<Post['send']> => {
        const [id, code] = [uuid(random), receipt(random)];
        const record: Quote = {schema: 1, kind: 'quote', id, question: ids.question, text: `Antwoord ${turn}`};
        return post.send(id, {subject: ids.question, receipt: code, record, stamp: id});
      };
      if ((await send()).type === 'again') await send();
    }
    const texts = [...collector.given.values()].map(record => 'text' in record && record.text);
    expect(texts.length).to.be.greaterThan(new Set(texts).size);
    expect(new Set(texts).size).to.be.lessThan(100);
  });

  it('notes that it tries before it tries, and says sent only when the collector did', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    const seen: unknown[] = [];
    const {id} = device.give('Rust');
    collector.fault = () => {
      seen.push(device.kept.outbox.get(id)?.tried);
      return seen.length === 1 ? 'lost after' : 'none';
    };
    const page = open(device, collector);
    page.sender.wake();
    await settled();
    expect(device.kept.own.get(id)?.delivery).to.equal(undefined);
    expect(device.kept.outbox.get(id)?.tried).to.equal('failed');
    page.pauses.end();
    await settled();
    expect(seen).to.deep.equal(['under-way', 'failed']);
    expect(device.kept.own.get(id)?.delivery).to.deep.equal({type: 'held'});
    expect(device.kept.outbox.size).to.equal(0);
  });

  it('waits longer after every failure, up to a minute, and at once again when it is woken', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    collector.fault = () => 'lost before';
    device.give('Rust');
    const {sender, pauses} = open(device, collector);
    sender.wake();
    const lasted: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      await settled();
      lasted.push(pauses.now[0]!.milliseconds);
      pauses.end();
    }
    expect(lasted).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    collector.fault = () => 'none';
    await settled();
    sender.wake();
    await settled();
    expect(collector.given.size).to.equal(1);
  });

  it('comes back no sooner than the collector asked, whoever wakes it', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    collector.fault = () => 'busy';
    device.give('Rust');
    const {sender, pauses} = open(device, collector, () => 0);
    sender.wake();
    await settled();
    expect(pauses.now.map(({milliseconds}) => milliseconds)).to.deep.equal([3_000]);
    collector.fault = () => 'none';
    sender.wake();
    await settled();
    expect(collector.given.size).to.equal(0);
    pauses.end();
    await settled();
    expect(collector.given.size).to.equal(1);
  });

  for (const [status, problem, reason] of [
    [409, 'closed', 'closed'],
    [409, 'code-used', 'code-used'],
    [403, 'code-needed', 'code-needed'],
    [403, 'code-unknown', 'code-unknown'],
    [403, 'wrong-receipt', 'wrong-receipt'],
    [413, 'too-large', 'too-long'],
    [400, 'not-understood', 'not-understood'],
    [404, 'no-such-subject', 'not-understood'],
    [418, 'a-teapot', 'not-understood'],
  ] as const) {
    it(`keeps what was refused with ${problem}, says why, and does not try again`, async () => {
      const [device, collector] = [new Device(), new FakeCollector()];
      collector.refusal = () => [status, problem];
      const {id, text} = device.give('Rust');
      const other = open(device, collector);
      await sendAll(other, device);
      other.sender.wake();
      await settled();
      expect(device.kept.outbox.get(id)).to.deep.include({refused: reason});
      expect(device.kept.outbox.get(id)?.record).to.deep.include({text});
      expect(collector.asked).to.have.length(1);
    });
  }

  for (const [problem, status] of [
    ['origin-refused', 403],
    ['no-such-alliance', 404],
    ['not-found', 404],
    ['not-http', 400],
    ['headers-too-large', 431],
  ] as const) {
    it(`goes on trying what only a setting or the way to it is in the way of: ${problem}`, async () => {
      const [device, collector] = [new Device(), new FakeCollector()];
      collector.refusal = () => [status, problem];
      device.give('Rust');
      const page = open(device, collector);
      page.sender.wake();
      await settled();
      collector.refusal = undefined;
      await sendAll(page, device);
      expect(collector.given.size).to.equal(1);
    });
  }

  it('sends the last form alone of what was changed before it left', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    const {id} = device.give('Rus');
    device.give('Rust', id);
    await sendAll(open(device, collector), device);
    expect(collector.asked).to.deep.equal([`PUT ${id}`]);
    expect(collector.given.get(id)).to.include({text: 'Rust'});
  });

  it('sends nothing of what was taken away before it left, and takes away what may have arrived', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    device.take(device.give('Nooit verstuurd').id);
    await sendAll(open(device, collector), device);
    expect([device.kept.outbox.size, device.kept.own.size, collector.asked.length]).to.deep.equal([0, 0, 0]);
    collector.fault = () => 'lost after';
    const {id} = device.give('Toch aangekomen');
    const page = open(device, collector);
    page.sender.wake();
    await settled();
    device.take(id);
    collector.fault = () => 'none';
    await sendAll(page, device);
    expect(collector.given.size).to.equal(0);
    expect(collector.asked).to.deep.equal([`PUT ${id}`, `DELETE ${id}`]);
    expect([device.kept.outbox.size, device.kept.own.size]).to.deep.equal([0, 0]);
  });

  for (const [what, change, there] of [
    ['changed', (device: Device, id: string) => void device.give('Anders', id), ['Anders']],
    ['taken away', (device: Device, id: string) => device.take(id), []],
  ] as const) {
    it(`does not forget what was ${what} while it was under way`, async () => {
      const [device, collector] = [new Device(), new FakeCollector()];
      const {id} = device.give('Rust');
      collector.fault = () => {
        collector.fault = () => 'none';
        change(device, id);
        return 'none';
      };
      await sendAll(open(device, collector), device);
      expect([...collector.given.values()].map(record => 'text' in record && record.text)).to.deep.equal(there);
      expect(device.kept.outbox.size).to.equal(0);
    });
  }

  it('gives back what the collector does not let go: it still counts', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    const {id} = device.give('Rust');
    await sendAll(open(device, collector), device);
    collector.refusal = () => [409, 'closed'];
    device.take(id);
    expect(device.kept.own.get(id)).to.deep.include({withdrawn: 'quote'});
    await sendAll(open(device, collector), device);
    expect(device.kept.outbox.size).to.equal(0);
    expect(device.kept.own.get(id)).not.to.have.any.keys('withdrawn', 'delivery');
    expect(device.kept.own.get(id)?.record).to.include({text: 'Rust'});
  });

  it('lets one letter that never gets through hold up no other', async () => {
    const [device, collector] = [new Device(), new FakeCollector()];
    const stuck = device.give('Blijft hangen').id;
    collector.refusal = id => (id === stuck ? [500, 'broken'] : undefined);
    const others = ['Een', 'Twee', 'Drie'].map(text => device.give(text).id);
    const {sender, pauses} = open(device, collector);
    sender.wake();
    for (let turn = 0; turn < 8; turn += 1) {
      await settled();
      pauses.end();
    }
    expect([...collector.given.keys()].sort()).to.deep.equal(others.sort());
    expect([...device.kept.outbox.keys()]).to.deep.equal([stuck]);
    sender.stop();
  });
});
