import {expect} from '@open-wc/testing';
import {quote} from '../people.test-helper.js';
import {freshName, shown, until, wipeAll} from '../store.test-helper.js';
import {isDelivered, Remote} from './remote.test-helper.js';

describe('a page that cannot reach its collector', () => {
  const {warn} = console;
  const warnings: string[] = [];
  let remote: Remote;
  beforeEach(() => {
    remote = new Remote();
    warnings.length = 0;
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  });
  afterEach(async () => {
    console.warn = warn;
    await wipeAll();
  });

  it('says so in every widget, and tells its maker once which origin and which settings to look at', async () => {
    remote.goAway();
    const store = await remote.store();
    for (const widget of ['samen-quote-capture', 'samen-plan-ballot', 'samen-rubric-vote', 'samen-scorecard'] as const)
      expect(await shown(store, widget)).to.deep.equal({type: 'failed', reason: 'no-collector'});
    expect(warnings).to.have.length(1);
    for (const part of [
      `No request from ${location.origin} to https://waarden.example.nl succeeded`,
      'connect-src https://waarden.example.nl',
      `${location.origin} is among the allowed origins`,
      '“Websites die deze alliantie mogen tonen” in the settings at https://waarden.example.nl/beheer',
    ])
      expect(warnings[0]).to.include(part);
  });

  it('says how many answers of an earlier visit still wait, and sends them when there is an answer', async () => {
    const name = freshName();
    const before = await remote.store({name});
    remote.goAway();
    await before.take(quote('Rust'));
    await before.take(quote('Schaduw'));
    before.close();
    const store = await remote.store({name});
    expect(await shown(store, 'samen-plan-ballot')).to.deep.equal({type: 'failed', reason: 'no-collector', waiting: 2});
    expect(store.waiting).to.equal(2);
    remote.comeBack();
    await until(store, () => true);
    await isDelivered(store);
    expect(store.waiting).to.equal(0);
    expect(remote.collector.given.size).to.equal(2);
  });

  it('asks again and again, and shows the alliance at the first answer', async () => {
    remote.goAway();
    const store = await remote.store();
    let asked = 0;
    remote.collector.fault = () => ((asked += 1) < 4 ? 'lost before' : 'none');
    await remote.during(until(store, () => true));
    expect((await shown(store, 'samen-quote-capture')).type).to.equal('asking');
  });
});
