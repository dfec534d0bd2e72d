import {expect} from '@open-wc/testing';
import {ids} from '../alliance.test-helper.js';
import {asking, ballotState, next, quote} from '../people.test-helper.js';
import {freshName, wipeAll} from '../store.test-helper.js';
import type {Store} from '../store.js';
import {deliveries, isDelivered, isWaiting, Remote, stored, textsIn} from './remote.test-helper.js';

const file = (...texts: string[]) =>
  ({type: 'samen-quotes-import', question: ids.question, quotes: texts.map(text => ({text, held: false}))}) as const;
const typing = {type: 'samen-draft', subject: ids.question, draft: 'En'} as const;
const counts = async (store: Store): Promise<unknown> => {
  const {waiting, ownWaiting} = (await asking(store)).about;
  return {waiting, ownWaiting};
};

describe('the next person on a device of a collector', () => {
  let remote: Remote;
  beforeEach(() => (remote = new Remote()));
  afterEach(wipeAll);

  it('finds nothing of the one before on the device but what is not delivered, and that nowhere to be seen', async () => {
    const name = freshName();
    const store = await remote.store({name});
    await store.take(quote('Aangekomen'));
    await isDelivered(store);
    remote.goAway();
    await store.take(quote('Nog niet'));
    await store.take(next);
    expect((await asking(store)).own).to.deep.equal([]);
    expect(await stored(store)).to.include({own: 0, records: 0, receipts: 0, drafts: 0, outbox: 1});
    expect(await textsIn(store, 'parcel')).to.deep.equal(['Nog niet']);
    remote.comeBack();
    await isDelivered(store);
    expect((await asking(store)).own).to.deep.equal([]);
    expect(remote.collector.given.size).to.equal(2);
  });

  it('can save what they gave themselves, and nothing of the one before', async () => {
    const store = await remote.store();
    remote.goAway();
    await store.take(quote('Van de eerste'));
    await store.take(file('Uit het bestand van de eerste'));
    await isWaiting(store);
    expect(await counts(store)).to.deep.equal({waiting: 2, ownWaiting: 2});
    expect(await textsIn(store, 'own')).to.deep.equal(['Uit het bestand van de eerste', 'Van de eerste']);
    await store.take(next);
    expect(await counts(store)).to.deep.equal({waiting: 2, ownWaiting: undefined});
    expect(await textsIn(store, 'own')).to.deep.equal([]);
    await store.take(quote('Van de tweede'));
    expect(await counts(store)).to.deep.equal({waiting: 3, ownWaiting: 1});
    const saved = await new Promise<File>(answer => void store.take({type: 'samen-parcel', answer}));
    expect(await saved.text())
      .to.include('Van de tweede')
      .and.not.to.include('eerste');
  });

  describe('in a kiosk', () => {
    const kiosk = async (name = freshName()): Promise<Store> => {
      const store = await remote.store({name});
      store.kiosk = true;
      await store.ready;
      return store;
    };

    it('never writes who was there, and delivers all the same', async () => {
      const store = await kiosk();
      await store.take(quote('Rust'));
      await isDelivered(store);
      expect(await deliveries(store)).to.deep.equal(['held']);
      expect(Object.values(await stored(store)).every(entries => entries === 0)).to.equal(true);
    });

    it('never writes the receipts of a file, which can be taken back until somebody else begins', async () => {
      const name = freshName();
      const store = await kiosk(name);
      await store.take(file('Meer bankjes', 'Een wc'));
      await isDelivered(store);
      expect(Object.values(await stored(store)).every(entries => entries === 0)).to.equal(true);
      expect((await asking(await remote.store({name}))).imported).to.equal(undefined);
      await store.take({type: 'samen-import-undo', question: ids.question});
      await isDelivered(store);
      expect(remote.collector.given.size).to.equal(0);
      await store.take(file('Schaduw'));
      await store.take(typing);
      expect(await asking(store))
        .to.include({draft: 'En'})
        .and.not.have.property('imported');
    });

    it('takes nobody who counts sources or brings a file for somebody else', async () => {
      const store = await kiosk();
      await store.take(quote('Opgeschreven'));
      await store.take({type: 'samen-source-count', question: ids.question, source: 'expert'});
      expect((await asking(store)).own).to.have.length(1);
      await store.take(file('Een wc'));
      await store.take({type: 'samen-import-undo', question: ids.question});
      expect((await asking(store)).own).to.have.length(1);
      await store.take(typing);
      expect((await asking(store)).own).to.deep.equal([]);
      expect((await ballotState(store)).type).to.equal('marking');
    });
  });
});
