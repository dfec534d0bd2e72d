import {expect} from '@open-wc/testing';
import {quote} from '../people.test-helper.js';
import {freshName, until, wipeAll} from '../store.test-helper.js';
import {Pauses, settled} from './collector.test-helper.js';
import {Device} from './device.test-helper.js';
import {LeasedTurn} from './leased-turn.js';
import {deliveries, isDelivered, Remote} from './remote.test-helper.js';

describe('one sender on a device', () => {
  let remote: Remote;
  beforeEach(() => (remote = new Remote()));
  afterEach(wipeAll);

  it('sends once, whichever of several tabs it was given in', async () => {
    for (const surroundings of [remote.surroundings(), remote.surroundings({locks: null})]) {
      const name = freshName();
      const tabs = [await remote.store({name, surroundings}), await remote.store({name, surroundings})];
      const before = remote.collector.asked.length;
      await Promise.all(tabs.map((tab, place) => tab.take(quote(`Van tabblad ${place}`))));
      await Promise.all(
        tabs.map(tab => remote.during(until(tab, ({device}) => device.own.size === 2 && device.outbox.size === 0))),
      );
      expect(remote.collector.asked.slice(before).filter(line => line.startsWith('PUT'))).to.have.length(2);
      for (const tab of tabs) expect(await deliveries(tab)).to.deep.equal(['held', 'held']);
    }
  });

  it('sends in a sandbox too, where browsers give no locks', async () => {
    const request = (): Promise<never> => Promise.reject(new DOMException('Denied.', 'SecurityError'));
    const locks = {request} as unknown as LockManager;
    const store = await remote.store({surroundings: remote.surroundings({locks})});
    await store.take(quote('Rust'));
    await isDelivered(store);
    expect(remote.streams.count).to.equal(1);
  });

  it('gives one sign of life a beat, however soon its next turn comes', async () => {
    const [device, pauses] = [new Device(), new Pauses()];
    const lease = new LeasedTurn({shelf: device, owner: 'this tab', rest: pauses.rest});
    for (let turn = 0; turn < 3; turn += 1) await lease.run(() => Promise.resolve());
    void lease.run(() => new Promise(() => undefined));
    await settled();
    for (const beat of [2, 3]) {
      pauses.end();
      await settled();
      expect(device.kept.turn.get('sender')).to.deep.equal({owner: 'this tab', beat});
      expect(pauses.now).to.have.length(1);
    }
  });

  it('takes over from a tab that fell silent, and from no clock', async () => {
    const name = freshName();
    const never = (): Promise<never> => new Promise(() => undefined);
    const {fetcher} = remote.collector;
    const hanging: typeof fetch = (address, request) =>
      request?.method === 'PUT' ? never() : fetcher(address, request);
    const frozen = remote.surroundings({locks: null, rest: never});
    const stuck = await remote.store({name, fetcher: hanging, surroundings: frozen});
    await stuck.take(quote('Rust'));
    await until(stuck, ({device}) => [...device.outbox.values()].some(({tried}) => tried));
    const beats: number[] = [];
    const rest = (milliseconds: number): Promise<void> => {
      if (milliseconds === 2_000) beats.push(remote.collector.given.size);
      return remote.pauses.rest(milliseconds);
    };
    const patient = await remote.store({name, surroundings: remote.surroundings({locks: null, rest})});
    await remote.during(isDelivered(patient));
    expect(beats.filter(given => given === 0).length).to.be.greaterThan(5);
    expect(remote.collector.given.size).to.equal(1);
  });
});
