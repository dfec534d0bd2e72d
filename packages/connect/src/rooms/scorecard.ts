import {
  newest,
  scorecard as score,
  show,
  tally,
  terms,
  type Basis,
  type Scorecard,
  type ShownTally,
} from '@samenwaarde/core';
import type {GroupMark, PlanVersion, ProfileVersion, Round} from '@samenwaarde/core/schema';
import type {ScorecardState, ShownReason, TestedPlan} from '@samenwaarde/elements/scorecard/state';
import type {Options} from '../options.js';
import {decisionOn} from './decisions.js';
import {chosen, find, ofKind, once, type Known} from '../records.js';
import type {Ready} from '../snapshot.js';

type Wants = {readonly round?: string; readonly basis?: string};

/** A plan version as it was tested, beside the version before it. */
export function state({known}: Ready, options: Options, wants: Wants): ScorecardState {
  const round = chosen(known, 'round', {id: wants.round, status: 'closed'});
  if (!round) return wants.round ? {type: 'failed', reason: 'not-found'} : {type: 'empty'};
  const tested = testOf(known, round);
  if (!tested) return {type: 'failed', reason: 'not-understood'};
  const basis: Basis = wants.basis === 'group-marks' ? 'group-marks' : 'ballots';
  if (isBlind(known, round, basis)) {
    const resultsFrom = options.resultsFrom ?? round.resultsOn;
    return {type: 'open', plan: tested.plan, ...(resultsFrom && {resultsFrom})};
  }
  return once(known, `scorecard ${round.id} ${basis}`, () => {
    const shown = shownTally(known, tested, basis);
    const previous = previousOf(known, tested, basis);
    return {
      type: 'ready',
      plan: tested.plan,
      names: Object.fromEntries(tested.profile.coreValues.map(({rubric, name}) => [rubric, name])),
      scores: scores(tested, shown, basis),
      ...(previous && {previous}),
      reasons: basis === 'ballots' ? reasonsOf(known, round, shown) : groupReasonsOf(known, round),
    };
  });
}

/** A round with everything that its figures need. */
interface Test {
  readonly round: Round;
  readonly version: PlanVersion;
  readonly profile: ProfileVersion;
  readonly plan: TestedPlan;
}

function testOf(known: Known, round: Round): Test | undefined {
  const version = find(known, 'plan-version', round.planVersion);
  const plan = version && find(known, 'plan', version.plan);
  const profile = find(known, 'profile-version', round.profileVersion);
  if (!plan || !profile) return undefined;
  return {round, version, profile, plan: {name: plan.name, type: plan.type, number: version.number}};
}

/** Marks of individuals stay hidden until the reveal; tables say theirs in the open, as soon as there are any. */
function isBlind(known: Known, round: Round, basis: Basis): boolean {
  return round.status === 'open' && (basis === 'ballots' || groupMarksOf(known, round).length === 0);
}

function groupMarksOf(known: Known, round: Round): GroupMark[] {
  return ofKind(known, 'group-mark').filter(mark => mark.round === round.id);
}

/** The figures that were published, or those of the ballots that are here. */
function shownTally(known: Known, {round, profile}: Test, basis: Basis): ShownTally {
  if (basis === 'group-marks') return show(tally(groupMarksOf(known, round)), terms(round, profile, basis));
  const published = known.results.find(result => result.round === round.id);
  const ballots = ofKind(known, 'ballot').filter(ballot => ballot.round === round.id);
  return published?.shown ?? show(tally(ballots), terms(round, profile, basis));
}

function scores({round, profile}: Test, shown: ShownTally, basis: Basis): Scorecard {
  return score(shown, terms(round, profile, basis));
}

/** The last closed round of the version before this one, on the same core values and the same scale. */
function previousOf(
  known: Known,
  {round, version}: Test,
  basis: Basis,
): {number: number; scores: Scorecard} | undefined {
  const earlier = ofKind(known, 'round')
    .filter(
      ({status, scale, profileVersion}) =>
        status === 'closed' && scale === round.scale && profileVersion === round.profileVersion,
    )
    .flatMap(other => testOf(known, other) ?? [])
    .filter(other => other.version.plan === version.plan && other.version.number < version.number)
    .filter(other => basis === 'ballots' || groupMarksOf(known, other.round).length > 0);
  const last = Math.max(...earlier.map(other => other.version.number));
  const closed = newest(earlier.filter(other => other.version.number === last).map(other => other.round));
  const before = closed && testOf(known, closed);
  return before && {number: last, scores: scores(before, shownTally(known, before, basis), basis)};
}

/** What a facilitator released on values that enough people marked, in an order that tells nothing. */
function reasonsOf(known: Known, round: Round, shown: ShownTally): readonly ShownReason[] {
  const published = known.results.find(result => result.round === round.id);
  if (published) return published.reasons;
  const reasons = ofKind(known, 'reason')
    .filter(reason => reason.round === round.id && reason.planVersion === round.planVersion)
    .filter(({value}) => ['shown', 'alike'].includes(shown.values[value]?.type ?? ''));
  return shuffled(reasons).flatMap(({id, value, text}) => {
    const decision = decisionOn(known, id);
    return decision?.outcome === 'released' ? [{value, text: decision.redacted ?? text}] : [];
  });
}

function groupReasonsOf(known: Known, round: Round): ShownReason[] {
  return groupMarksOf(known, round).flatMap(({reasons}) =>
    Object.entries(reasons).map(([value, text]) => ({value, text})),
  );
}

const places = new Map<string, number>();

/** In a random order that stays the same as long as the page is open: a text does not move while somebody reads it. */
function shuffled<Item extends {readonly id: string}>(items: readonly Item[]): Item[] {
  for (const {id} of items) if (!places.has(id)) places.set(id, Math.random());
  return [...items].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
