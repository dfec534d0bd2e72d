import {expect} from '@open-wc/testing';
import {ids} from './alliance.test-helper.js';
import {asking, ballot, ballotState, next, quote, voices} from './people.test-helper.js';
import {freshName, readStore, ready, wipeAll} from './store.test-helper.js';

describe('people and a store', () => {
  afterEach(wipeAll);

  describe('two people at one device', () => {
    it('counts two ballots, and the second sees nothing of the first', async () => {
      const name = freshName();
      const store = await readStore({name});
      await store.take(ballot(4, 8, {[ids.welcoming]: 'Hek.'}));
      await store.take(quote('Een wc'));
      await store.take({type: 'samen-draft', subject: ids.question, draft: 'En'});
      await store.take(next);
      expect(await asking(store))
        .to.include({type: 'asking', draft: ''})
        .and.to.have.property('own').that.is.empty;
      expect(await ballotState(store)).to.include({type: 'marking'});
      await store.take(ballot(9, 9));
      expect(voices(store, 'ballot')).to.have.length(7);
      store.close();
      const {device} = ready(await readStore({name}));
      expect([...device.own.values()].map(own => own.subject)).to.deep.equal([ids.round]);
      expect(device.drafts.size).to.equal(0);
      expect(JSON.stringify([...device.receipts.values()])).to.match(/^\["[0-9a-f]{64}"(,"[0-9a-f]{64}"){3}\]$/);
    });

    it('keeps the order of requests: who leaves right after sending leaves nothing behind', async () => {
      const store = await readStore();
      await Promise.all([store.take(quote('Rust')), store.take(next)]);
      expect(ready(store).device.own.size).to.equal(0);
      expect(voices(store, 'quote')).to.have.length(1);
    });

    it('finds a contribution back by its receipt, typed as people type', async () => {
      const store = await readStore();
      await store.take(quote('Rust'));
      const [given] = (await asking(store)).own;
      await store.take(next);
      const answers: boolean[] = [];
      const answer = (found: boolean) => void answers.push(found);
      const typed = given!.code!.toLowerCase().replaceAll('-', ' ');
      const request = {type: 'samen-receipt', subject: ids.question, code: typed, answer} as const;
      await store.take({...request, subject: ids.round});
      await store.take({...request, code: 'onzin'});
      await store.take({...request, code: given!.code!.replace(/^./, character => (character === '0' ? '1' : '0'))});
      await store.take(request);
      expect(answers).to.deep.equal([false, false, false, true]);
      expect((await asking(store)).own).to.deep.equal([given]);
      await store.take({type: 'samen-withdraw', subject: ids.question, contribution: given!.id});
      expect(voices(store, 'quote')).to.deep.equal([]);
    });

    it('begins a next person by itself in a kiosk, and never writes who was there', async () => {
      const name = freshName();
      const store = await readStore({name});
      store.kiosk = true;
      await store.take({type: 'samen-draft', subject: ids.question, draft: 'Ru'});
      await store.take(quote('Rust'));
      expect((await asking(store)).type).to.equal('answered');
      const stored = Object.fromEntries((await store.stored()).map(({store: key, entries}) => [key, entries]));
      expect(stored).to.include({own: 0, drafts: 0, records: 1, receipts: 1});
      await store.take({type: 'samen-draft', subject: ids.round, draft: {marks: {[ids.welcoming]: 7}, reasons: {}}});
      expect(await asking(store))
        .to.include({type: 'asking'})
        .and.to.have.property('own').that.is.empty;
      await store.take(ballot(7, 8));
      await store.take(ballot(2, 2));
      expect(voices(store, 'ballot')).to.have.length(7);
    });
  });

  describe('a scribe and a file', () => {
    it('counts sources apart from the quotes, on one card of this device', async () => {
      const store = await readStore();
      for (const source of ['expert', 'participant', 'expert'] as const) {
        await store.take({type: 'samen-source-count', question: ids.question, source});
      }
      expect((await asking(store)).heard).to.deep.equal({participant: 1, interviewee: 0, expert: 2});
      expect(voices(store, 'source-count')).to.have.length(1);
    });

    it('takes in quotes with the decision on each, and undoes exactly those', async () => {
      const name = freshName();
      const store = await readStore({name});
      await store.take(quote('Van mijzelf'));
      const quotes = [
        {text: 'Parks', held: false},
        {text: 'Withheld', held: true},
      ];
      await store.take({type: 'samen-quotes-import', question: ids.question, quotes});
      expect((await asking(store)).imported).to.deep.equal({quotes: 2, held: 1});
      expect(
        voices(store, 'moderation')
          .map(record => 'outcome' in record && record.outcome)
          .sort(),
      ).to.deep.equal(['held', 'released']);
      store.close();
      const again = await readStore({name});
      await again.take({type: 'samen-import-undo', question: ids.question});
      expect((await asking(again)).imported).to.equal(undefined);
      expect(voices(again, 'quote').map(record => 'text' in record && record.text)).to.deep.equal(['Van mijzelf']);
      expect(voices(again, 'moderation')).to.deep.equal([]);
    });

    it('leaves a quote alone whose decision was changed since', async () => {
      const store = await readStore();
      const quotes = [
        {text: 'Withheld', held: true},
        {text: 'Parks', held: false},
      ];
      await store.take({type: 'samen-quotes-import', question: ids.question, quotes});
      const held = voices(store, 'moderation').find(record => 'outcome' in record && record.outcome === 'held');
      await store.changeCard(held!.id, {outcome: 'released'});
      await store.take({type: 'samen-import-undo', question: ids.question});
      expect(voices(store, 'quote').map(record => 'text' in record && record.text)).to.deep.equal(['Withheld']);
    });
  });
});
