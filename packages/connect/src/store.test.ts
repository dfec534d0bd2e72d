import {expect} from '@open-wc/testing';
import {LONGEST_TEXT, uuid} from '@samenwaarde/core';
import {backupText, ids, question} from './alliance.test-helper.js';
import {random} from './random.js';
import {asking, ballot, ballotState, next, quote, voices} from './people.test-helper.js';
import {freshName, readStore, shown, ready, until, wipeAll} from './store.test-helper.js';

describe('a store', () => {
  afterEach(wipeAll);

  describe('quotes', () => {
    it('thanks for a quote with its receipt, and shows it again after a reload', async () => {
      const name = freshName();
      const store = await readStore({name});
      await store.take(quote('  Een wc!!  '));
      const state = await asking(store);
      expect(state.type).to.equal('answered');
      expect(state.own[0]).to.deep.include({text: 'Een wc!!', delivery: {type: 'kept'}});
      expect(state.own[0]?.code).to.match(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}-[0-9A-Z]{3}$/);
      store.close();

      const later = await asking(await readStore({name}));
      expect(later.type).to.equal('asking');
      expect(later.own).to.deep.equal(state.own);
    });

    it('keeps one record per quote, with nothing in it but the words', async () => {
      const store = await readStore();
      await store.take({...quote(''), quotes: ['Rust.', ' ', 'Schaduw.']});
      expect(voices(store, 'quote').map(record => Object.keys(record).sort())).to.deep.equal([
        ['id', 'kind', 'question', 'schema', 'text'],
        ['id', 'kind', 'question', 'schema', 'text'],
      ]);
    });

    it('changes a quote in its place and gives back what was being typed', async () => {
      const store = await readStore();
      await store.take(quote('Rust'));
      const [given] = (await asking(store)).own;
      await store.take({type: 'samen-draft', subject: ids.question, draft: 'En scha'});
      await store.take({type: 'samen-change', subject: ids.question, contribution: given!.id});
      expect(await asking(store)).to.include({type: 'asking', draft: 'Rust', changing: given!.id});
      await store.take(quote('Rust. Gewoon even geen herrie.', given!.id));
      const state = await asking(store);
      expect(state.own).to.have.length(1);
      expect(state.own[0]).to.include({id: given!.id, code: given!.code, text: 'Rust. Gewoon even geen herrie.'});
      await store.take({type: 'samen-another', subject: ids.question});
      expect(await asking(store)).to.include({type: 'asking', draft: 'En scha'});
    });

    it('forgets a quote that is withdrawn, its receipt and what was marked in it', async () => {
      const store = await readStore();
      await store.take(quote('Bel maar'));
      const [given] = (await asking(store)).own;
      const about = {schema: 1, kind: 'moderation', id: uuid(random), counter: 2, tag: 't', of: given!.id} as const;
      await store.import(backupText({...about, outcome: 'released', redacted: 'Bel'}));
      await store.take({type: 'samen-withdraw', subject: ids.question, contribution: given!.id});
      expect((await asking(store)).own).to.deep.equal([]);
      expect(voices(store, 'quote')).to.deep.equal([]);
      expect(voices(store, 'moderation')).to.deep.equal([]);
      expect(ready(store).device.receipts.size).to.equal(0);
    });

    it('keeps a quote that is too long for its writer only, with the reason', async () => {
      const store = await readStore();
      await store.take(quote('a'.repeat(LONGEST_TEXT + 1)));
      const [long] = (await asking(store)).own;
      expect(long)
        .to.deep.include({delivery: {type: 'refused', reason: 'too-long'}})
        .and.not.to.have.property('code');
      expect(voices(store, 'quote')).to.deep.equal([]);
      await store.take(quote('a'.repeat(LONGEST_TEXT), long!.id));
      const [kept] = (await asking(store)).own;
      expect(kept)
        .to.deep.include({delivery: {type: 'kept'}})
        .and.to.have.property('code');
      await store.take(quote('a'.repeat(LONGEST_TEXT + 1), long!.id));
      expect((await asking(store)).own[0]).to.include({code: kept!.code});
    });

    it('refuses a quote after close, keeps its text and says so', async () => {
      const store = await readStore({}, backupText({...question, status: 'closed'}));
      await store.take(quote('Te laat'));
      const state = await asking(store);
      expect(state.type).to.equal('closed');
      expect(state.own[0]).to.deep.include({text: 'Te laat', delivery: {type: 'refused', reason: 'closed'}});
      expect(voices(store, 'quote')).to.deep.equal([]);
    });

    it('keeps in sight what somebody was filling in when it closed', async () => {
      const store = await readStore();
      const draft = {marks: {[ids.welcoming]: 4}, reasons: {[ids.welcoming]: 'Weer geen'}};
      await store.take({type: 'samen-draft', subject: ids.question, draft: 'Een bank in de'});
      await store.take({type: 'samen-draft', subject: ids.round, draft});
      await store.take({type: 'samen-draft', subject: ids.votes, draft: {missing: 'Iets voor jongeren'}});
      for (const subject of [ids.question, ids.round, ids.votes]) await store.changeCard(subject, {status: 'closed'});
      expect(await asking(store)).to.include({type: 'closed', draft: 'Een bank in de'});
      expect(await ballotState(store)).to.deep.include({type: 'closed', draft});
      const vote = await shown(store, 'samen-rubric-vote', {round: ids.votes});
      expect(vote).to.nested.include({type: 'revealed', 'draft.missing': 'Iets voor jongeren'});
      await store.take(next);
      expect(await asking(store)).not.to.have.property('draft');
      expect(await ballotState(store)).not.to.have.property('draft');
    });

    it('takes no answer to a question that is not there', async () => {
      const store = await readStore();
      await store.take({...quote('Hallo'), question: uuid(random)});
      await store.take({type: 'samen-draft', subject: uuid(random), draft: 'Hallo'});
      expect(voices(store, 'quote')).to.deep.equal([]);
      expect(ready(store).device.drafts.size).to.equal(0);
    });
  });

  describe('drafts', () => {
    it('are there after a reload, with what they change', async () => {
      const name = freshName();
      const store = await readStore({name});
      await store.take(quote('Rust'));
      const [given] = (await asking(store)).own;
      await store.take({type: 'samen-change', subject: ids.question, contribution: given!.id});
      await store.take({type: 'samen-draft', subject: ids.question, draft: 'Rust en'});
      store.close();
      expect(await asking(await readStore({name}))).to.include({type: 'asking', draft: 'Rust en', changing: given!.id});
    });

    it('are seen at once and in the order of typing', async () => {
      const store = await readStore();
      void store.take({type: 'samen-draft', subject: ids.question, draft: 'a'});
      expect(ready(store).device.drafts.get(ids.question)?.draft).to.equal('a');
      void store.take({type: 'samen-draft', subject: ids.question, draft: 'ab'});
      expect(ready(store).device.drafts.get(ids.question)?.draft).to.equal('ab');
    });
  });

  describe('ballots', () => {
    it('counts one ballot per person: a second one takes the place of the first', async () => {
      const store = await readStore();
      await store.take(ballot(7, 8));
      await store.take(ballot(4, 8, {[ids.welcoming]: ' Weer geen wc. '}));
      const mine = voices(store, 'ballot').filter(record => 'round' in record && record.round === ids.round);
      expect(mine).to.have.length(1);
      const state = await ballotState(store);
      expect(state).to.nested.include({type: 'answered', [`own.marks.${ids.welcoming}`]: 4});
      expect(state).to.nested.include({[`own.reasons.${ids.welcoming}`]: 'Weer geen wc.'});
    });

    it('gives the ballot and every reason an id and a receipt of their own, and nothing that joins them', async () => {
      const store = await readStore();
      await store.take(ballot(4, 3, {[ids.welcoming]: 'Hek.', [ids.roomToBreathe]: 'Steen.'}));
      const state = await ballotState(store);
      if (state.type !== 'answered') throw new Error(state.type);
      const receipts = [state.own, ...Object.values(state.own.reasonReceipts)];
      expect(new Set(receipts.flatMap(({id, code}) => [id, code])).size).to.equal(6);
      const reasons = voices(store, 'reason');
      expect(reasons.map(record => Object.keys(record).sort().join())).to.deep.equal([
        'id,kind,planVersion,round,schema,text,value',
        'id,kind,planVersion,round,schema,text,value',
      ]);
    });

    it('takes a reason away that is left out of a change, and all of it on withdrawal', async () => {
      const store = await readStore();
      await store.take(ballot(4, 3, {[ids.welcoming]: 'Hek.', [ids.roomToBreathe]: 'Steen.'}));
      await store.take(ballot(4, 8, {[ids.welcoming]: 'Hek.'}));
      expect(voices(store, 'reason').map(record => 'text' in record && record.text)).to.deep.equal(['Hek.']);
      const state = await ballotState(store);
      if (state.type !== 'answered') throw new Error(state.type);
      await store.take({type: 'samen-withdraw', subject: ids.round, contribution: state.own.id});
      expect((await ballotState(store)).type).to.equal('marking');
      expect(voices(store, 'reason')).to.deep.equal([]);
      expect(voices(store, 'ballot')).to.have.length(5);
    });

    it('leaves out answers that the round does not take', async () => {
      const store = await readStore();
      const marks = {[ids.welcoming]: 11, [ids.roomToBreathe]: 'not-applicable', [uuid(random)]: 7} as never;
      await store.take({...ballot(1, 1), ballot: {marks, reasons: {}}});
      expect((await ballotState(store)).type).to.equal('marking');
      await store.take({
        ...ballot(1, 1),
        ballot: {marks: {...(marks as object), [ids.welcoming]: 'unknown'} as never, reasons: {}},
      });
      const state = await ballotState(store);
      expect(state.type === 'answered' && state.own.marks).to.deep.equal({[ids.welcoming]: 'unknown'});
    });

    it('takes no ballot, change or withdrawal after close, and shows why', async () => {
      const store = await readStore();
      await store.take(ballot(7, 8));
      await store.changeCard(ids.round, {status: 'closed'});
      const before = await ballotState(store);
      if (before.type !== 'closed') throw new Error(before.type);
      await store.take({type: 'samen-withdraw', subject: ids.round, contribution: before.own!.id});
      await store.take(ballot(1, 1));
      const after = await ballotState(store);
      expect(after.type === 'closed' && after.own).to.deep.equal(before.own);
      await store.take(next);
      await store.take(ballot(1, 1));
      const other = await ballotState(store);
      expect(other.type === 'closed' && other.own?.delivery).to.deep.equal({type: 'refused', reason: 'closed'});
      expect(voices(store, 'ballot')).to.have.length(6);
    });
  });

  describe('a second tab', () => {
    it('sees what is given, changed and left at once', async () => {
      const name = freshName();
      const [one, other] = await Promise.all([readStore({name}), readStore({name})]);
      await one.take(quote('Rust'));
      await until(other, ({device}) => device.own.size === 1);
      expect((await asking(other)).own).to.deep.equal((await asking(one)).own);
      await other.take(ballot(7, 8));
      await until(one, ({device}) => device.own.size === 2);
      await one.take(next);
      await until(other, ({device}) => device.own.size === 0);
      expect((await ballotState(other)).type).to.equal('marking');
      await one.wipe();
      await until(other, ({device}) => device.records.size === 0);
    });
  });

  describe('the facilitator', () => {
    it('changes a method card with a higher counter than any seen', async () => {
      const store = await readStore({}, backupText({...question, counter: 41}));
      await store.changeCard(ids.round, {status: 'closed', resultsOn: '2026-12-01'});
      expect(ready(store).known.records.get(ids.round)).to.include({status: 'closed', counter: 42});
    });

    for (const [what, record, fields] of [
      ['a record that is not there', uuid(random), {}],
      ['the terms of a round', ids.round, {passMark: 1}],
      ['a closed round that would open again', ids.before, {status: 'open'}],
      ['a frozen profile', ids.profile, {number: 2}],
      ['a value that cannot be', ids.question, {status: 'perhaps'}],
      ['an id', ids.question, {id: uuid(random)}],
    ] as const) {
      it(`cannot change ${what}`, async () => {
        const store = await readStore();
        const before = ready(store).known;
        const error = await store.changeCard(record, fields as never).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error).to.be.instanceOf(Error);
        expect(ready(store).known).to.equal(before);
      });
    }
  });
});
