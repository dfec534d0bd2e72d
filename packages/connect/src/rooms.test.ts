import {expect} from '@open-wc/testing';
import type {AnyRecord, Ballot, GroupMark, Moderation, Reason, RubricVote} from '@samenwaarde/core/schema';
import {backupText, id, ids, records} from './alliance.test-helper.js';
import {readStore, shown, wipeAll} from './store.test-helper.js';

const ballots = (round: string, marks: readonly number[]): Ballot[] =>
  marks.map(mark => ({
    schema: 1,
    kind: 'ballot',
    id: id(),
    round,
    marks: {[ids.welcoming]: mark, [ids.roomToBreathe]: mark === 4 ? 9 : 8},
  }));
const reason = (text: string, value: string = ids.welcoming): Reason => ({
  ...{schema: 1, kind: 'reason', id: id(), round: ids.round},
  ...{planVersion: ids.second, value, text},
});
const decision = (of: string, outcome: Moderation['outcome'], redacted?: string): Moderation => ({
  ...{schema: 1, kind: 'moderation', id: id(), counter: 2, tag: 't', of, outcome},
  ...(redacted && {redacted}),
});
const closed = (of: string): AnyRecord =>
  ({...records.find(record => record.id === of)!, status: 'closed', counter: 2}) as AnyRecord;
const store = (...more: AnyRecord[]) => readStore({}, backupText(...more));

describe('what each widget is given', () => {
  afterEach(wipeAll);

  describe('samen-plan-ballot', () => {
    it('is the open round, with its values, pass marks and terms', async () => {
      const state = await shown(await store(), 'samen-plan-ballot');
      expect(state).to.deep.include({
        type: 'marking',
        plan: {name: 'Wonen aan het kanaal', type: 'project', number: 2, text: 'Er komen 180 woningen. Versie 2.'},
        terms: {round: ids.round, scale: 'marks', notApplicable: false, k: 5, trust: 'open-link'},
        draft: {marks: {}, reasons: {}},
      });
      expect(state).to.nested.include({
        'values[0].passMark': 5.5,
        'values[1].passMark': 6,
        'about.keptUntil': '2029-03-01',
      });
    });

    it('leaves out what was left out before the round opened', async () => {
      const round = records.find(record => record.id === ids.round) as Extract<AnyRecord, {kind: 'round'}>;
      const leftOut = [{value: ids.welcoming, reason: 'Staat al vast.'}];
      const state = await shown(await store({...round, leftOut}), 'samen-plan-ballot');
      expect('values' in state && state.values.map(value => value.name)).to.deep.equal(['Ademruimte']);
    });
  });

  describe('samen-scorecard', () => {
    it('is the latest closed round by itself, the chosen one by id', async () => {
      const alliance = await store();
      expect(await shown(alliance, 'samen-scorecard')).to.nested.include({type: 'ready', 'plan.number': 1});
      const state = await shown(alliance, 'samen-scorecard', {round: ids.round});
      expect(state).to.deep.equal({type: 'open', plan: {name: 'Wonen aan het kanaal', type: 'project', number: 2}});
    });

    it('shows no figure of an open round, however many gave marks', async () => {
      const state = await shown(await store(...ballots(ids.round, [1, 2, 3, 4, 5, 6])), 'samen-scorecard', {
        round: ids.round,
      });
      expect(Object.keys(state).sort()).to.deep.equal(['plan', 'type']);
    });

    it('stands beside the version before it, on the same core values', async () => {
      const state = await shown(
        await store(closed(ids.round), ...ballots(ids.round, [4, 6, 6, 7, 8])),
        'samen-scorecard',
      );
      expect(state).to.nested.include({'plan.number': 2, 'scores.values[0].mean': 6.2, 'previous.number': 1});
      expect(state).to.deep.nested.include({names: {[ids.welcoming]: 'Gastvrij', [ids.roomToBreathe]: 'Ademruimte'}});
    });

    it('shows reasons only after release, where enough people marked, and in a lasting order', async () => {
      const texts = ['Hek = wegwezen.', 'Weer geen wc.', 'Bel 06.'].map(text => reason(text));
      const held = reason('Niet gelezen.');
      const elsewhere = reason('Hier gaf niemand een cijfer.', ids.roomToBreathe);
      const few = ballots(ids.round, [4, 6, 6, 7, 8]).map(({marks, ...ballot}): Ballot => ({
        ...ballot,
        marks: {[ids.welcoming]: marks[ids.welcoming]!},
      }));
      const decided = [
        decision(texts[0]!.id, 'released'),
        decision(texts[1]!.id, 'released'),
        decision(texts[2]!.id, 'released', 'Bel [telefoonnummer].'),
        decision(elsewhere.id, 'released'),
      ];
      const alliance = await store(closed(ids.round), ...few, ...texts, held, elsewhere, ...decided);
      const state = await shown(alliance, 'samen-scorecard');
      if (state.type !== 'ready') throw new Error(state.type);
      expect(state.reasons.map(({text}) => text).sort()).to.deep.equal([
        'Bel [telefoonnummer].',
        'Hek = wegwezen.',
        'Weer geen wc.',
      ]);
      await alliance.changeCard(ids.question, {prompts: []});
      const later = await shown(alliance, 'samen-scorecard');
      expect(later).to.deep.equal(state);
    });

    it('says too few voices, and nothing else, below k', async () => {
      const state = await shown(await store(closed(ids.round), ...ballots(ids.round, [4, 6, 6, 7])), 'samen-scorecard');
      expect(state).to.nested.include({
        'scores.verdict': 'too-few-voices',
        'scores.ballots': null,
        'scores.values[0].n': null,
      });
    });

    it('shows group marks with their reasons, which are said in the open', async () => {
      const table: GroupMark = {
        ...{schema: 1, kind: 'group-mark', id: id(), round: ids.round, table: 'Tafel 1'},
        ...{marks: {[ids.welcoming]: 5, [ids.roomToBreathe]: 8}, reasons: {[ids.welcoming]: 'Het hek.'}},
      };
      const wants = {round: ids.round, basis: 'group-marks'};
      const state = await shown(await store(table), 'samen-scorecard', wants);
      expect(state).to.nested.include({
        type: 'ready',
        'scores.basis': 'group-marks',
        'scores.values[0].verdict': 'insufficient',
      });
      expect(state).to.deep.include({reasons: [{value: ids.welcoming, text: 'Het hek.'}]});
      expect((await shown(await store(), 'samen-scorecard', wants)).type).to.equal('open');
    });
  });

  describe('samen-rubric-vote', () => {
    const vote = (own: string): RubricVote => ({
      ...{schema: 1, kind: 'rubric-vote', id: id(), round: ids.votes},
      ...{
        recognition: {[ids.welcoming]: own === 'Welkom' ? 'fits' : 'not'},
        dots: {},
        names: {[ids.welcoming]: {own}},
        objections: {},
      },
    });

    it('asks what the round asks, takes one vote per person, and changes it in its place', async () => {
      const alliance = await store();
      const draft = {
        recognition: {[ids.welcoming]: 'fits'},
        dots: {[ids.welcoming]: 0, [id()]: 3},
        names: {},
        objections: {},
      } as const;
      const request = {type: 'samen-vote-submit', round: ids.votes, vote: draft, changing: undefined} as const;
      expect(await shown(alliance, 'samen-rubric-vote')).to.nested.include({
        type: 'voting',
        'rubrics[0].name': 'Gastvrij',
        'questions.dots': 3,
      });
      await alliance.take(request);
      const first = await shown(alliance, 'samen-rubric-vote');
      if (first.type !== 'answered') throw new Error(first.type);
      expect(first.own.vote).to.deep.equal({
        recognition: {[ids.welcoming]: 'fits'},
        dots: {},
        names: {},
        objections: {},
      });
      await alliance.take({type: 'samen-change', subject: ids.votes, contribution: first.own.id});
      expect(await shown(alliance, 'samen-rubric-vote')).to.deep.include({
        type: 'voting',
        draft: first.own.vote,
        changing: first.own.id,
      });
      await alliance.take({...request, vote: {...draft, missing: ' Speelplek '}});
      const second = await shown(alliance, 'samen-rubric-vote');
      expect(second).to.nested.include({type: 'answered', 'own.id': first.own.id, 'own.vote.missing': 'Speelplek'});
    });

    it('reveals the counts after close, with the names that a facilitator released, as they may be read', async () => {
      const votes = ['Welkom', 'Welkom', 'Lelijk', 'Open', 'Open', 'Bij Kees', 'Niet gelezen'].map(vote);
      const decided = votes.slice(0, 6).map(({id: of}) => ({...decision(of, 'released'), rubric: ids.welcoming}));
      const refused = {...decided[2]!, outcome: 'refused'} as const;
      const redacted = {...decided[5]!, redacted: 'Bij [naam]'};
      const cards = [...decided.slice(0, 2), refused, ...decided.slice(3, 5), redacted];
      const alliance = await store(...votes, ...cards);
      await alliance.changeCard(ids.votes, {status: 'closed'});
      const state = await shown(alliance, 'samen-rubric-vote');
      if (state.type !== 'revealed') throw new Error(state.type);
      expect(state.results.votes).to.equal(7);
      const [welcoming] = state.results.rubrics;
      expect(welcoming?.recognition).to.deep.include({counts: {fits: 2, partly: 0, not: 5, unknown: 0}});
      expect(welcoming?.names).to.deep.include({n: 5});
      expect(JSON.stringify(welcoming?.names))
        .to.include('Bij [naam]')
        .and.not.to.match(/Lelijk|Kees|Niet gelezen/);
    });
  });
});
