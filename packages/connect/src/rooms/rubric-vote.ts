import {countVotes, ownNames, readableVote, showVotes, uuid, type ShownVotes} from '@samenwaarde/core';
import type {RubricVote, VoteRound} from '@samenwaarde/core/schema';
import type {OwnVote, RubricVoteState, VotedRubric, VoteDraft} from '@samenwaarde/elements/rubric-vote/state';
import {about} from '../about.js';
import type {Options} from '../options.js';
import {contributed, leftOf, onlyOn, ownOn, trimmed} from '../giving.js';
import type {Change} from '../kept.js';
import {random} from '../random.js';
import {decided} from './decisions.js';
import {chosen, find, ofKind, once, type Known} from '../records.js';
import type {Changes} from '../requests.js';
import type {Ready} from '../snapshot.js';
import {withoutGaps} from '../without-gaps.js';

export {fingerprints} from '../giving.js';

export const changes: Changes = {
  'samen-vote-submit': (ready, {round, vote}) => given(ready, round, vote),
};

/** Rubrics to vote on, with what this person chose; of a closed round the result. */
export function state(ready: Ready, options: Options, wants: {readonly round?: string}): RubricVoteState {
  const {known, device} = ready;
  const round = chosen(known, 'vote-round', {id: wants.round, status: 'open'});
  if (!round) return wants.round ? {type: 'failed', reason: 'not-found'} : {type: 'empty'};
  const {id, recognition, dots, names, k} = round;
  const asked = {
    questions: {round: id, recognition, dots, names, k},
    rubrics: round.rubrics.flatMap(rubric => votedRubric(known, rubric) ?? []),
    about: about(ready, options, {...round, keeps: 'everything'}),
  };
  const own = ownVote(ready, id);
  if (round.status === 'closed') {
    const left = {...(own && {own}), ...leftOf(ready, id, voteDraft)};
    return {...asked, type: 'revealed', results: votesOf(known, round), ...left};
  }
  const {draft, changing} = device.drafts.get(id) ?? {};
  if (own && !changing) return {...asked, type: 'answered', own};
  return {...asked, type: 'voting', draft: voteDraft(draft), ...(changing && {changing})};
}

function votedRubric(known: Known, id: string): VotedRubric | undefined {
  const rubric = find(known, 'rubric', id);
  return (
    rubric &&
    withoutGaps({
      id,
      name: rubric.name,
      values: rubric.values.flatMap(value => find(known, 'value', value)?.name ?? []),
      facets: rubric.facets ?? {},
      proposals: ofKind(known, 'name-proposal')
        .filter(proposal => proposal.rubric === id)
        .map(proposal => ({id: proposal.id, name: proposal.name})),
    })
  );
}

function ownVote(ready: Ready, round: string): OwnVote | undefined {
  const [own] = ownOn(ready, round);
  if (own?.record.kind !== 'rubric-vote') return undefined;
  const {record, receipt, delivery} = own;
  const vote = withoutGaps({id: record.id, code: receipt, vote: voteDraft(record), delivery});
  return delivery.type === 'sent' ? {...vote, names: namesOf(record, ready)} : vote;
}

/** What happened to own names that a collector has: until it says otherwise nobody has read them. */
function namesOf(vote: RubricVote, {device}: Ready): NonNullable<OwnVote['names']> {
  const said = device.own.get(vote.id)?.names ?? {};
  return Object.fromEntries([...ownNames(vote).keys()].map(rubric => [rubric, said[rubric] ?? {type: 'held'}]));
}

function voteDraft(draft: unknown): VoteDraft {
  const {recognition = {}, dots = {}, names = {}, objections = {}, missing} = (draft ?? {}) as Partial<VoteDraft>;
  return withoutGaps({recognition, dots, names, objections, missing});
}

/** The figures that were published, or those of the votes that are here. */
function votesOf(known: Known, round: VoteRound): ShownVotes {
  return once(known, `votes ${round.id}`, () => {
    const published = known.voteResults.find(result => result.round === round.id);
    const votes = ofKind(known, 'rubric-vote').filter(vote => vote.round === round.id);
    return published?.shown ?? showVotes(countVotes(votes.map(vote => readableVote(vote, decided(known)))), round);
  });
}

/** A vote on rubrics. One per person: a second one takes the place of the first. */
function given(ready: Ready, round: string, draft: VoteDraft): Change[] {
  const asked = find(ready.known, 'vote-round', round);
  if (!asked) return [];
  const onAsked = <Value>(entries: [string, Value][]): Record<string, Value> =>
    Object.fromEntries(entries.filter(([rubric]) => asked.rubrics.includes(rubric)));
  const record: RubricVote = {
    schema: 1,
    kind: 'rubric-vote',
    id: onlyOn(ready, round, 'rubric-vote') ?? uuid(random),
    round,
    recognition: onAsked(Object.entries(draft.recognition)),
    dots: onAsked(Object.entries(draft.dots).filter(([, dots]) => dots > 0)),
    names: onAsked(Object.entries(draft.names).flatMap(([rubric, name]) => named(rubric, name))),
    objections: onAsked(trimmed(draft.objections)),
    ...withoutGaps({missing: draft.missing?.trim() || undefined}),
  };
  return contributed(ready, {subject: round, records: [record], closed: asked.status === 'closed'});
}

type Named = [rubric: string, name: RubricVote['names'][string]];

function named(rubric: string, name: Named[1]): Named[] {
  if ('proposal' in name) return [[rubric, name]];
  const own = name.own.trim();
  return own === '' ? [] : [[rubric, {own}]];
}
