import {expect} from '@open-wc/testing';
import {ids, question, records} from '../alliance.test-helper.js';
import {asking, quote} from '../people.test-helper.js';
import {freshName, shown, until, wipeAll} from '../store.test-helper.js';
import type {Store} from '../store.js';
import {Pauses, settled} from './collector.test-helper.js';
import {follow} from './live.js';
import {isDelivered, Remote} from './remote.test-helper.js';
import {FakeStreams} from './streams.test-helper.js';

/** An alliance that is followed; every time that it is asked it is one state further. */
function following(streams: FakeStreams): {pauses: Pauses; seen: number[]; stop: () => void} {
  const [pauses, over] = [new Pauses(), new AbortController()];
  const seen: number[] = [];
  const ask = () => Promise.resolve({revision: seen.length + 1});
  const onRevision = (revision: number): void => void seen.push(revision);
  const waker = new EventTarget();
  const parts = {address: '', ask, streams: streams.open, rest: pauses.rest, chance: () => 1, onRevision, waker};
  void follow(parts, over.signal);
  return {pauses, seen, stop: () => over.abort()};
}

describe('a stream', () => {
  it('that says nothing counts as failed: the state is asked, and another stream after longer and longer', async () => {
    const streams = new FakeStreams();
    const {pauses, seen, stop} = following(streams);
    for (const [times, longest] of [1_000, 2_000, 4_000].entries()) {
      await settled();
      expect([streams.count, seen.length]).to.deep.equal([times + 1, times]);
      expect(pauses.now.map(({milliseconds}) => milliseconds)).to.deep.equal([15_000]);
      pauses.end();
      await settled();
      expect(seen).to.have.length(times + 1);
      expect(pauses.now.map(({milliseconds}) => milliseconds)).to.deep.equal([longest]);
      pauses.end();
    }
    stop();
  });

  it('that came through goes on after an error, fails after three in a row, and the next comes soon', async () => {
    const streams = new FakeStreams();
    const {pauses, seen, stop} = following(streams);
    for (let failure = 1; failure <= 2; failure += 1) {
      await settled();
      streams.say('alliance', {revision: 1});
      for (const type of ['error', 'error', 'alliance', 'error', 'error']) streams.say(type, {revision: 1});
      await settled();
      expect(streams.count).to.equal(failure);
      const asked = seen.length;
      streams.say('error', {});
      await settled();
      expect(seen).to.have.length(asked + 1);
      expect(pauses.now.at(-1)?.milliseconds).to.equal(1_000);
      pauses.end();
    }
    stop();
  });
});

describe('what changes at a collector', () => {
  let remote: Remote;
  beforeEach(() => (remote = new Remote()));
  afterEach(wipeAll);

  const close = (): void => {
    remote.collector.records = records.map(record =>
      record.id === question.id ? {...question, counter: 2, status: 'closed'} : record,
    );
    remote.collector.revision += 1;
  };
  const isClosed = (store: Store): Promise<void> =>
    remote.during(
      until(store, ({known}) => {
        const asked = known.records.get(ids.question);
        return asked?.kind === 'question' && asked.status === 'closed';
      }),
    );

  it('shows a change without a reload, in every tab, by one stream', async () => {
    const name = freshName();
    const tabs = [await remote.store({name}), await remote.store({name})];
    await remote.streams.opened();
    close();
    remote.streams.say('alliance', {revision: 2, counts: {}});
    await Promise.all(tabs.map(isClosed));
    expect(remote.streams.count).to.equal(1);
    expect((await asking(tabs[1]!)).type).to.equal('closed');
  });

  it('goes on with the stream in another tab when the first is closed', async () => {
    const name = freshName();
    const [first, second] = [await remote.store({name}), await remote.store({name})];
    await remote.streams.opened();
    first.close();
    await remote.streams.opened();
    close();
    remote.streams.say('alliance', {revision: 2, counts: {}});
    await isClosed(second);
  });

  it('opens another stream at once when there is a network again, however long the pause', async () => {
    const store = await remote.store();
    await remote.streams.opened();
    remote.goAway();
    for (let error = 1; error <= 3; error += 1) remote.streams.say('error', {});
    await settled();
    expect([remote.streams.count, remote.pauses.now.at(-1)?.milliseconds]).to.deep.equal([1, 1_000]);
    remote.comeBack();
    await remote.streams.opened();
    close();
    remote.streams.say('alliance', {revision: 2, counts: {}});
    await isClosed(store);
  });

  it('asks now and then where no stream comes through', async () => {
    const store = await remote.store({surroundings: remote.surroundings({streams: remote.streams.broken})});
    close();
    await isClosed(store);
    expect(remote.collector.asked.some(line => line.endsWith('live'))).to.equal(true);
  });

  it('elects one tab where browsers have no locks, and stores nothing for it', async () => {
    const name = freshName();
    const tabs = [
      await remote.store({name, surroundings: remote.surroundings({locks: null})}),
      await remote.store({name, surroundings: remote.surroundings({locks: null})}),
    ];
    await remote.during(remote.streams.opened());
    close();
    remote.streams.say('alliance', {revision: 2, counts: {}});
    await Promise.all(tabs.map(isClosed));
    expect((await indexedDB.databases()).map(database => database.name)).not.to.include(`samenwaarde:${name}`);
  });

  it('tells the giver what a facilitator decided', async () => {
    const store = await remote.store();
    await remote.streams.opened();
    await store.take(quote('Bel mij: 06 12 34 56 78'));
    await isDelivered(store);
    remote.collector.delivery = {type: 'refused', reason: 'personal-data'};
    remote.collector.revision = 2;
    remote.streams.say('alliance', {revision: 2, counts: {}});
    await remote.during(
      until(store, ({device}) => [...device.own.values()].some(({delivery}) => delivery?.type === 'refused')),
    );
    expect((await asking(store)).own[0]).to.deep.include({delivery: {type: 'refused', reason: 'personal-data'}});
  });

  it('tells the giver of a vote what a facilitator decided on a name in it, and keeps that as long as it stands', async () => {
    const store = await remote.store();
    await remote.streams.opened();
    const names = {[ids.welcoming]: {own: 'Rot op'}, [ids.roomToBreathe]: {own: 'Lucht'}};
    const vote = {recognition: {}, dots: {}, names, objections: {}};
    const request = {type: 'samen-vote-submit', round: ids.votes, vote, changing: undefined} as const;
    const deliveredNames = async () => {
      const state = await shown(store, 'samen-rubric-vote');
      return state.type === 'answered' && state.own.names;
    };
    await store.take(request);
    await isDelivered(store);
    const held = {type: 'held'};
    expect(await deliveredNames()).to.deep.equal({[ids.welcoming]: held, [ids.roomToBreathe]: held});
    const refused = {type: 'refused', reason: 'insult'};
    remote.collector.names = {[ids.welcoming]: refused, [ids.roomToBreathe]: {type: 'released'}};
    remote.collector.revision = 2;
    remote.streams.say('alliance', {revision: 2, counts: {}});
    await remote.during(until(store, ({device}) => [...device.own.values()].some(own => own.names !== undefined)));
    expect(await deliveredNames()).to.deep.equal(remote.collector.names);
    const better = {...names, [ids.welcoming]: {own: 'Welkom'}};
    await store.take({...request, vote: {...vote, names: better}});
    await isDelivered(store);
    expect(await deliveredNames()).to.deep.equal({[ids.welcoming]: held, [ids.roomToBreathe]: {type: 'released'}});
  });
});
