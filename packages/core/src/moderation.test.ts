import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {decisions, readableVote, releasedNames, releasedQuotes} from './moderation.js';
import {Moderation, type Question, type Quote, type RubricVote} from './schema.js';

const quote = (id: string): Quote => ({schema: 1, kind: 'quote', id, question: 'q', text: `tekst ${id}`});
const question = (moderation: Question['moderation']): Question => ({
  ...{schema: 1, kind: 'question', id: 'q', counter: 1, tag: 'a', asked: 0, prompts: [], status: 'open', moderation},
  versions: [{text: 'Wat moet blijven?'}],
});
const card = (of: string, outcome: Moderation['outcome'], more: Partial<Moderation> = {}): Moderation => ({
  ...{schema: 1, kind: 'moderation', id: 'm', counter: 1, tag: 'a', of, outcome},
  ...more,
});
const shown = (asked: Question[], cards: Moderation[]) =>
  releasedQuotes([quote('1'), quote('2')], asked, cards).map(({text}) => text);

describe('releasedQuotes', () => {
  it('follows the decision, else the question, and holds a quote of an unknown question', () => {
    assert.deepEqual(shown([question('held')], []), []);
    assert.deepEqual(shown([question('released')], []), ['tekst 1', 'tekst 2']);
    assert.deepEqual(shown([], []), []);
    assert.deepEqual(shown([question('held')], [card('2', 'released')]), ['tekst 2']);
    assert.deepEqual(shown([question('released')], [card('1', 'refused')]), ['tekst 2']);
    assert.deepEqual(shown([question('released')], [card('1', 'held')]), ['tekst 2']);
  });

  it('has taken out what was taken out', () => {
    assert.deepEqual(shown([question('held')], [card('1', 'released', {redacted: 'Bel [nummer]'})]), ['Bel [nummer]']);
  });
});

describe('decisions', () => {
  it('takes the newest card, in whatever order they come', () => {
    const cards = [
      card('1', 'released', {counter: 2}),
      card('1', 'refused', {counter: 10}),
      card('1', 'held', {counter: 9, tag: 'z'}),
    ];
    assert.equal(decisions(cards).get('1')?.outcome, 'refused');
    assert.equal(decisions([...cards].reverse()).get('1')?.outcome, 'refused');
    const alike = [card('1', 'released', {id: 'm1'}), card('1', 'refused', {id: 'm2'})];
    assert.equal(decisions(alike).get('1')?.outcome, 'refused');
    assert.equal(decisions([...alike].reverse()).get('1')?.outcome, 'refused');
  });
});

describe('own names in a vote', () => {
  const names = {r1: {own: 'Thuis'}, r2: {own: 'Bij Kees'}, r3: {proposal: 'p1'}} as const;
  const vote: RubricVote = {
    ...{schema: 1, kind: 'rubric-vote', id: 'v', round: 'q', recognition: {r1: 'fits'}, dots: {}},
    ...{names, objections: {}},
  };
  const read = (...cards: Moderation[]) => releasedNames(vote, decisions(cards));

  it('are held until a facilitator has released them, each by itself', () => {
    assert.deepEqual(read(), {});
    assert.deepEqual(read(card('v', 'released')), {});
    assert.deepEqual(read(card('v', 'released', {rubric: 'r1'}), card('v', 'refused', {rubric: 'r2'})), {
      r1: {own: 'Thuis'},
    });
    assert.deepEqual(read(card('w', 'released', {rubric: 'r1'})), {});
  });

  it('are read with taken out what was taken out; a proposal of the group stays as it is', () => {
    const decided = decisions([card('v', 'released', {rubric: 'r2', redacted: 'Bij [naam]'})]);
    assert.deepEqual(readableVote(vote, decided), {...vote, names: {r2: {own: 'Bij [naam]'}, r3: names.r3}});
  });

  it('stay as short as a name, whatever is put in the place of something', () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const whole = {...card(id, 'released'), id, redacted: 'x'.repeat(121)};
    assert.equal(Moderation.safeParse(whole).success, true);
    assert.equal(Moderation.safeParse({...whole, rubric: id}).success, false);
    assert.equal(Moderation.safeParse({...whole, rubric: id, redacted: 'x'.repeat(120)}).success, true);
  });
});
