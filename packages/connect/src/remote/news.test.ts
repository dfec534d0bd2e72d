import {expect} from '@open-wc/testing';
import {ids} from '../alliance.test-helper.js';
import {asking, ballot, ballotState, quote} from '../people.test-helper.js';
import {ready, until, wipeAll} from '../store.test-helper.js';
import {settled} from './collector.test-helper.js';
import {isDelivered, Remote} from './remote.test-helper.js';

describe('what became of what was given', () => {
  let remote: Remote;
  beforeEach(() => (remote = new Remote()));
  afterEach(wipeAll);

  const change = (): void => {
    remote.collector.revision += 1;
    remote.streams.say('alliance', {revision: remote.collector.revision, counts: {}});
  };

  it('says of a reason that it is not shown, and of the marks beside it that they count', async () => {
    const store = await remote.store();
    await remote.streams.opened();
    await store.take(ballot(4, 8, {[ids.welcoming]: 'Bel mij: 06 12 34 56 78'}));
    await isDelivered(store);
    expect(await ballotState(store)).to.deep.nested.include({
      'own.reasonDeliveries': {[ids.welcoming]: {type: 'held'}},
    });
    remote.collector.delivery = {type: 'refused', reason: 'personal-data'};
    change();
    await remote.during(
      until(store, ({device}) => [...device.own.values()].some(({delivery}) => delivery?.type === 'refused')),
    );
    expect(await ballotState(store)).to.deep.nested.include({
      'own.delivery': {type: 'sent'},
      'own.reasonDeliveries': {[ids.welcoming]: {type: 'refused', reason: 'personal-data'}},
    });
  });

  it('is not taken from an answer about an earlier form', async () => {
    const answers: (() => void)[] = [];
    const slow: typeof fetch = async (address, request) => {
      const answer = await remote.collector.fetcher(address, request);
      if (!request?.method && (address as string).includes('/contributions/'))
        await new Promise<void>(settle => answers.push(settle));
      return answer;
    };
    const store = await remote.store({fetcher: slow});
    await remote.streams.opened();
    await store.take(quote('Een bank'));
    await isDelivered(store);
    change();
    const turning = setInterval(() => remote.pauses.end());
    while (answers.length === 0) await settled();
    await store.take(quote('Een bank onder de boom', [...ready(store).device.own.keys()][0]));
    await isDelivered(store);
    answers[0]!();
    change();
    // The next look begins when this one has ended.
    while (answers.length === 1) await settled();
    clearInterval(turning);
    expect((await asking(store)).own[0]?.text).to.equal('Een bank onder de boom');
    answers[1]!();
  });
});
