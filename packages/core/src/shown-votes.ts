import {type Counts, type RubricCounts, type VoteCounts} from './rubric-votes.js';
import type {Recognition, RubricVote, VoteRound} from './schema.js';

/** Fewer than k people answered, or nobody did. */
type Unshown = {readonly type: 'too-few-voices'} | {readonly type: 'unanswered'};

/** Whether people recognise a rubric. `n` counts opinions: "don't know" is none. */
export type ShownRecognition =
  | Unshown
  | {readonly type: 'shown'; readonly n: number; readonly counts: Readonly<Record<Recognition, number>>}
  /** Everybody answered alike: only whether it is recognised, fitting or partly fitting, or not. */
  | {readonly type: 'alike'; readonly n: number; readonly recognised: boolean};

/** A name and how often it was chosen. */
export interface NameCount {
  readonly name: RubricVote['names'][string];
  readonly count: number;
}

/** Names for a rubric, the most chosen first. */
export type ShownNames =
  | Unshown
  | {readonly type: 'shown'; readonly n: number; readonly names: readonly NameCount[]}
  /** All choices that count are of one name, which the group has to know to go on. */
  | {readonly type: 'alike'; readonly n: number; readonly name: NameCount['name']};

/** Dots on a rubric. `n` counts the people who placed a dot on any rubric, `voters` those who placed one on this. */
export type ShownDots =
  | Unshown
  | {readonly type: 'shown'; readonly n: number; readonly dots: number; readonly voters: number}
  /** Everybody placed the same dots: only whether this rubric got any. */
  | {readonly type: 'alike'; readonly n: number; readonly chosen: boolean};

/** The results on one rubric. */
export interface ShownRubric {
  readonly rubric: string;
  readonly recognition: ShownRecognition;
  readonly dots: ShownDots;
  readonly names: ShownNames;
}

/** The results of a vote round after the rule for small groups. */
export interface ShownVotes {
  /** Number of votes, or `null` below k. */
  readonly votes: number | null;
  /** In the order of the round. */
  readonly rubrics: readonly ShownRubric[];
}

/**
 * What may be seen of the votes: the rule for small groups, applied to every question apart.
 *
 * - Fewer than k votes: nothing at all.
 * - Recognition of a rubric: once k people have an opinion on it.
 * - Names for a rubric, among them own names, which are somebody's own words: once k people chose a name for it.
 * - Dots: once k people placed any; whoever placed dots left the other rubrics without on purpose, so a rubric with few
 *   dots, or none, is shown.
 * - All alike: only what the group needs to go on, without counts.
 *
 * Own names that differ in case only are one name, in the spelling that is used most or else comes first by code unit.
 * An own name that says the same as a proposal is counted apart: it has no id. Rubrics that the round does not ask
 * about are left out.
 *
 * @throws Error when the round is open: every vote would change what is shown, and so be told.
 */
export function showVotes(counts: VoteCounts, round: Pick<VoteRound, 'rubrics' | 'k' | 'status'>): ShownVotes {
  if (round.status !== 'closed') throw new Error('Votes are shown when their round is closed.');
  const few = counts.votes < round.k;
  const asked = round.rubrics.map(rubric => ({rubric, counts: counts.rubrics[rubric] ?? unanswered}));
  const alike = asked.every(({counts: {dots, dotVoters}}) => isSame(dots, dotVoters, counts.dotVoters));
  return {
    votes: few ? null : counts.votes,
    rubrics: asked.map(({rubric, counts: on}) => ({
      rubric,
      recognition: few ? tooFewVoices : shownRecognition(on.recognition, round.k),
      dots: few ? tooFewVoices : shownDots(on, alike, {n: counts.dotVoters, k: round.k}),
      names: few ? tooFewVoices : shownNames(on, round.k),
    })),
  };
}

/** The same as if nobody had thought of a name. Where fewer than k people chose another, no name is shown then. */
export function withoutOwnNames({votes, rubrics}: ShownVotes, k: number): ShownVotes {
  const bare = (names: ShownNames): ShownNames => {
    if (names.type !== 'shown' && names.type !== 'alike') return names;
    const all = names.type === 'shown' ? names.names : [{name: names.name, count: names.n}];
    return shownOf(
      all.filter(({name}) => 'proposal' in name),
      k,
    );
  };
  return {votes, rubrics: rubrics.map(shown => ({...shown, names: bare(shown.names)}))};
}

const tooFewVoices: Unshown = {type: 'too-few-voices'};
const unanswered: RubricCounts = {recognition: {}, proposals: {}, ownNames: {}, dots: 0, dotVoters: 0};

function unshown(n: number, k: number): Unshown | undefined {
  if (n === 0) return {type: 'unanswered'};
  return n < k ? tooFewVoices : undefined;
}

function shownRecognition(given: Counts, k: number): ShownRecognition {
  const {fits = 0, partly = 0, not = 0, unknown = 0} = given;
  const n = fits + partly + not;
  const alike = [fits, partly, not].includes(n);
  return (
    unshown(n, k) ??
    (alike ? {type: 'alike', n, recognised: not === 0} : {type: 'shown', n, counts: {fits, partly, not, unknown}})
  );
}

function shownDots({dots, dotVoters}: RubricCounts, alike: boolean, {n, k}: {n: number; k: number}): ShownDots {
  return unshown(n, k) ?? (alike ? {type: 'alike', n, chosen: dots > 0} : {type: 'shown', n, dots, voters: dotVoters});
}

/** Whether everybody may have placed the same number of dots on a rubric. */
function isSame(dots: number, voters: number, all: number): boolean {
  return dots === 0 || (voters === all && dots % all === 0);
}

function shownNames({proposals, ownNames}: RubricCounts, k: number): ShownNames {
  const names: NameCount[] = [
    ...byKey(proposals).map(([proposal, count]) => ({name: {proposal}, count})),
    ...sameNames(ownNames).map(([own, count]) => ({name: {own}, count})),
  ];
  return shownOf(
    names.sort((a, b) => b.count - a.count),
    k,
  );
}

function shownOf(names: readonly NameCount[], k: number): ShownNames {
  const n = names.reduce((sum, {count}) => sum + count, 0);
  const [first] = names;
  return unshown(n, k) ?? (first?.count === n ? {type: 'alike', n, name: first.name} : {type: 'shown', n, names});
}

/** Own names that differ in case only, taken together. */
function sameNames(spellings: Counts): [spelling: string, count: number][] {
  const ordered = byKey(spellings).sort(([, a], [, b]) => b - a);
  const names = new Map<string, [spelling: string, count: number]>();
  for (const [spelling, count] of ordered) {
    const [first, sum] = names.get(spelling.toLowerCase()) ?? [spelling, 0];
    names.set(spelling.toLowerCase(), [first, sum + count]);
  }
  return [...names.values()];
}

/** Ordered by code unit, so that the order never tells in which order people answered. */
function byKey(counts: Counts): [key: string, count: number][] {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
