import {expect} from '@open-wc/testing';
import {scorecard, show, tally, terms} from '@samenwaarde/core';
import fc from 'fast-check';
import {backupText, id, ids} from './alliance.test-helper.js';
import {find} from './records.js';
import type {Request} from './requests.js';
import {readStore, ready, shown, wipeAll} from './store.test-helper.js';
import type {Store} from './store.js';

const mark = fc.oneof(fc.integer({min: 1, max: 10}), fc.constant('unknown' as const));
const move = fc.oneof(
  fc.record({type: fc.constant('submit' as const), welcoming: mark, roomToBreathe: mark}),
  fc.record({
    type: fc.constantFrom('change' as const, 'withdraw' as const, 'next' as const, 'quotes' as const, 'undo' as const),
  }),
  fc.record({type: fc.constant('file' as const), welcoming: mark}),
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** What a careful clerk would have on the table: the ballots in the box, and whose one is in hand. */
interface Box {
  readonly ballots: Map<string, Record<string, unknown>>;
  mine: string | undefined;
}

/** Does one move in the store, and the same by hand. */
async function make(store: Store, box: Box, step: Move): Promise<void> {
  const own = await shown(store, 'samen-plan-ballot', {round: ids.round});
  const mine = own.type === 'answered' ? own.own.id : undefined;
  const take = (request: Request) => store.take(request);
  switch (step.type) {
    case 'submit': {
      const marks = {[ids.welcoming]: step.welcoming, [ids.roomToBreathe]: step.roomToBreathe};
      await take({type: 'samen-ballot-submit', round: ids.round, ballot: {marks, reasons: {}}, changing: undefined});
      const after = await shown(store, 'samen-plan-ballot', {round: ids.round});
      box.mine ??= after.type === 'answered' ? after.own.id : 'none';
      box.ballots.set(box.mine, marks);
      return;
    }
    case 'change':
      if (mine) await take({type: 'samen-change', subject: ids.round, contribution: mine});
      if (mine) await take({type: 'samen-another', subject: ids.round});
      return;
    case 'withdraw':
      if (mine) await take({type: 'samen-withdraw', subject: ids.round, contribution: mine});
      if (box.mine) box.ballots.delete(box.mine);
      box.mine = undefined;
      return;
    case 'next':
      await take({type: 'samen-next-person'});
      box.mine = undefined;
      return;
    case 'quotes':
      await take({type: 'samen-quotes-import', question: ids.question, quotes: [{text: 'Parks', held: false}]});
      return;
    case 'undo':
      await take({type: 'samen-import-undo', question: ids.question});
      return;
    case 'file': {
      const ballot = {
        schema: 1,
        kind: 'ballot',
        id: id(),
        round: ids.round,
        marks: {[ids.welcoming]: step.welcoming},
      } as const;
      await store.import(backupText(ballot));
      box.ballots.set(ballot.id, ballot.marks);
    }
  }
}

/** Counts by hand, without core: how often each answer was given. */
function recount(box: Box): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const marks of box.ballots.values()) {
    for (const [value, answer] of Object.entries(marks)) {
      const row = (counts[value] ??= {});
      row[String(answer)] = (row[String(answer)] ?? 0) + 1;
    }
  }
  return counts;
}

describe('counting', () => {
  afterEach(wipeAll);

  it('is the same as a recount by hand, whatever people did and in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, {maxLength: 12}), async steps => {
        const store = await readStore();
        const box: Box = {ballots: new Map(), mine: undefined};
        for (const step of steps) await make(store, box, step);
        const {known} = ready(store);
        const ballots = [...known.records.values()].filter(
          record => record.kind === 'ballot' && record.round === ids.round,
        );
        const counted = tally(ballots as never);
        expect(counted.ballots).to.equal(box.ballots.size);
        const byHand = recount(box);
        for (const value of [ids.welcoming, ids.roomToBreathe]) {
          const histogram = counted.values[value];
          const row = byHand[value] ?? {};
          expect(histogram?.marks ?? Array(10).fill(0)).to.deep.equal(
            Array.from({length: 10}, (_, place) => row[place + 1] ?? 0),
          );
          expect(histogram?.unknown ?? 0).to.equal(row['unknown'] ?? 0);
        }
        await store.changeCard(ids.round, {status: 'closed'});
        const state = await shown(store, 'samen-scorecard', {round: ids.round});
        const now = ready(store).known;
        const asked = terms(find(now, 'round', ids.round)!, find(now, 'profile-version', ids.profile)!, 'ballots');
        expect(state.type === 'ready' && state.scores).to.deep.equal(scorecard(show(counted, asked), asked));
        await wipeAll();
      }),
      {numRuns: 25},
    );
  }).timeout(60_000);
});
