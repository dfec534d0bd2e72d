import {terms, uuid} from '@samenwaarde/core';
import type {Ballot, ProfileVersion, Reason, Round, Score} from '@samenwaarde/core/schema';
import type {
  BallotDraft,
  GivenBallot,
  MarkedPlan,
  MarkedValue,
  OwnBallot,
  PlanBallotState,
} from '@samenwaarde/elements/plan-ballot/state';
import {about} from '../about.js';
import type {Options} from '../options.js';
import {contributed, leftOf, onlyOn, ownOn, removed, trimmed} from '../giving.js';
import type {Change} from '../kept.js';
import {random} from '../random.js';
import {chosen, find, type Known} from '../records.js';
import type {Changes} from '../requests.js';
import type {Delivery} from '../shown.js';
import type {Ready} from '../snapshot.js';
import {withoutGaps} from '../without-gaps.js';
import {askedCode, cardFor} from './code-card.js';

export {fingerprints} from '../giving.js';

export const changes: Changes = {
  'samen-ballot-submit': (ready, {round, ballot}) => given(ready, round, ballot),
};

/** A plan version to mark, with what this person marked. */
export function state(ready: Ready, options: Options, wants: {readonly round?: string}): PlanBallotState {
  const {known, device} = ready;
  const round = chosen(known, 'round', {id: wants.round, status: 'open'});
  if (!round) return wants.round ? {type: 'failed', reason: 'not-found'} : {type: 'empty'};
  const plan = markedPlan(known, round);
  const profile = find(known, 'profile-version', round.profileVersion);
  if (!plan || !profile) return {type: 'failed', reason: 'not-understood'};
  const {id, scale, notApplicable, k, trust} = round;
  const asked = {
    terms: {round: id, scale, notApplicable, k, trust},
    plan,
    values: markedValues(round, profile),
    about: about(ready, options, {...round, keeps: 'everything'}),
  };
  const own = ownBallot(ready, id);
  const card = askedCode(ready, onlyOn(ready, id, 'ballot'), round);
  if (round.status === 'closed')
    return {...asked, type: 'closed', ...(own && {own}), ...leftOf(ready, id, ballotDraft)};
  const {draft, changing} = device.drafts.get(id) ?? {};
  if (own && !changing) return {...asked, type: 'answered', own};
  return {...asked, type: 'marking', draft: ballotDraft(draft), ...withoutGaps({changing, ...card})};
}

function markedPlan(known: Known, {planVersion}: Round): MarkedPlan | undefined {
  const version = find(known, 'plan-version', planVersion);
  const plan = version && find(known, 'plan', version.plan);
  return plan && {name: plan.name, type: plan.type, number: version.number, text: version.text};
}

function markedValues(round: Round, profile: ProfileVersion): MarkedValue[] {
  const asked = new Map(terms(round, profile, 'ballots').values.map(({value, passMark}) => [value, passMark]));
  return profile.coreValues.flatMap(({rubric, name, facets, levels}) => {
    const passMark = asked.get(rubric);
    return passMark === undefined ? [] : [withoutGaps({id: rubric, name, facets, levels, passMark})];
  });
}

/** The ballot of this person with its reasons, which nothing but this device knows to belong together. */
function ownBallot(ready: Ready, round: string): OwnBallot | undefined {
  const own = ownOn(ready, round);
  const ballot = own.find(({record}) => record.kind === 'ballot') ?? own[0];
  if (!ballot) return undefined;
  const reasons = own.flatMap(({record, receipt}) =>
    record.kind === 'reason' ? [{...record, receipt: withoutGaps({id: record.id, code: receipt})}] : [],
  );
  const read = reasons.flatMap(({id, value}) => {
    const delivery = readingOf(ready, id);
    return delivery ? [{id, value, delivery}] : [];
  });
  // A reason that a facilitator refused is not shown; the marks count all the same.
  const sent = own.filter(({record}) => !read.some(({id}) => id === record.id));
  return withoutGaps({
    id: ballot.record.id,
    code: ballot.receipt,
    marks: ballot.record.kind === 'ballot' ? ballot.record.marks : {},
    reasons: Object.fromEntries(reasons.map(({value, text}) => [value, text])),
    delivery:
      UNSENT.flatMap(type => sent.find(({delivery}) => delivery.type === type) ?? [])[0]?.delivery ?? ballot.delivery,
    reasonReceipts: Object.fromEntries(reasons.map(({value, receipt}) => [value, receipt])),
    reasonDeliveries: Object.fromEntries(read.map(({value, delivery}) => [value, delivery])),
  });
}

/** What happened to a reason that the collector has: somebody reads it before others do. */
function readingOf({device}: Ready, id: string): Delivery | undefined {
  const own = device.own.get(id);
  return device.outbox.has(id) || own?.refused || own?.delivery?.type === 'sent' ? undefined : own?.delivery;
}

/** What is said of a ballot when it holds of any part of it; the first that does. */
const UNSENT = ['refused', 'waiting', 'sending'] as const;

function ballotDraft(draft: unknown): BallotDraft {
  const {marks = {}, reasons = {}} = (draft ?? {}) as Partial<BallotDraft>;
  return {marks, reasons};
}

/** A ballot, and beside it every reason by itself. One ballot per person: a second one takes the place of the first. */
function given(ready: Ready, round: string, {marks, reasons, code}: GivenBallot): Change[] {
  const asked = find(ready.known, 'round', round);
  const profile = asked && find(ready.known, 'profile-version', asked.profileVersion);
  if (!asked || !profile) return [];
  const before = ownOn(ready, round).map(({record}) => record);
  const values = terms(asked, profile, 'ballots').values.map(({value}) => value);
  const isAsked = (id: string): boolean => values.includes(id);
  const answers = Object.entries(marks).filter(([value, score]) => isAsked(value) && isAnswer(score, asked));
  const texts = trimmed(reasons).filter(([value]) => isAsked(value));
  const hasBallot = before.length === 0 || before.some(({kind}) => kind === 'ballot');
  const ballot = onlyOn(ready, round, 'ballot');
  const records = [
    ...(hasBallot || answers.length > 0 ? [ballotRecord(ballot, round, answers)] : []),
    ...texts.map(([value, text]): Reason => {
      const same = before.find(record => record.kind === 'reason' && record.value === value);
      return {
        schema: 1,
        kind: 'reason',
        id: same?.id ?? uuid(random),
        round,
        value,
        planVersion: asked.planVersion,
        text,
      };
    }),
  ];
  if (answers.length + texts.length === 0) return [];
  const closed = asked.status === 'closed';
  const gone = before.filter(({kind, id}) => kind === 'reason' && !records.some(record => record.id === id));
  return [
    ...contributed(ready, {subject: round, records, closed, card: cardFor(ready, ballot, code)}),
    ...(closed ? [] : gone.flatMap(({id}) => removed(ready.known, id))),
  ];
}

function ballotRecord(id: string | undefined, round: string, given: [string, Score][]): Ballot {
  return {schema: 1, kind: 'ballot', id: id ?? uuid(random), round, marks: Object.fromEntries(given)};
}

/** Whether the round takes this answer. Anything may come from a page: one wrong mark would spoil the whole tally. */
function isAnswer(score: unknown, {scale, notApplicable}: Round): score is Score {
  if (typeof score === 'number') return scale === 'marks' && Number.isInteger(score) && score >= 1 && score <= 10;
  if (score === 'sufficient' || score === 'insufficient') return scale === 'sufficient';
  return score === 'unknown' || (score === 'not-applicable' && notApplicable);
}
