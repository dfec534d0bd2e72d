import type {RubricVote} from './schema.js';

/** How often each of something was chosen. What nobody chose is not listed. */
export type Counts = Readonly<Record<string, number>>;

/** What was answered on one rubric. */
export interface RubricCounts {
  /** Votes per answer: `fits`, `partly`, `not` and `unknown`, which is an answer and no opinion. */
  readonly recognition: Counts;
  /** Votes per proposed name, by the id of the proposal. */
  readonly proposals: Counts;
  /** Votes per own name, as it was typed but for spaces around and double ones. */
  readonly ownNames: Counts;
  /** Dots placed on it, and the number of people who placed one or more. */
  readonly dots: number;
  readonly dotVoters: number;
}

/**
 * All answers of one vote round. They add, like tallies, and are always in one normal form: a rubric is listed when at
 * least one vote says something about it.
 */
export interface VoteCounts {
  /** Number of votes, whatever is in them. */
  readonly votes: number;
  /** Number of people who placed a dot anywhere. */
  readonly dotVoters: number;
  readonly rubrics: Readonly<Record<string, RubricCounts>>;
}

/** What is counted of a vote. Texts are not: an objection and what is missing are read, not counted. */
export type Voted = Pick<RubricVote, 'recognition' | 'dots' | 'names'>;

const unanswered: RubricCounts = {recognition: {}, proposals: {}, ownNames: {}, dots: 0, dotVoters: 0};

/** The counts of these votes. An own name of nothing but spaces is left out. */
export function countVotes(votes: Iterable<Voted>): VoteCounts {
  // Two by two: merging one by one would copy every own name once for every vote.
  let parts = Array.from(votes, countVote);
  while (parts.length > 1) {
    parts = parts.flatMap((part, place) => {
      const next = parts[place + 1];
      return place % 2 === 1 ? [] : [next === undefined ? part : mergeVotes(part, next)];
    });
  }
  return parts[0] ?? {votes: 0, dotVoters: 0, rubrics: {}};
}

/** The counts with one vote more. */
export function addVote(counts: VoteCounts, vote: Voted): VoteCounts {
  return mergeVotes(counts, countVote(vote));
}

/**
 * The counts with one vote less: undoes `addVote`, in any order.
 *
 * @throws RangeError when the vote cannot be among those counted.
 */
export function removeVote(counts: VoteCounts, vote: Voted): VoteCounts {
  return unmergeVotes(counts, countVote(vote));
}

/** The counts of the votes of both, which must not share one. */
export function mergeVotes(a: VoteCounts, b: VoteCounts): VoteCounts {
  return combine(a, b, 1);
}

/**
 * The counts without the votes of `part`: undoes `mergeVotes`, in any order.
 *
 * @throws RangeError when `part` cannot be among those counted: a count would fall below zero, or more people would
 * have answered something than there are votes. That is as much as counts can tell.
 */
export function unmergeVotes(whole: VoteCounts, part: VoteCounts): VoteCounts {
  const rest = combine(whole, part, -1);
  const possible =
    rest.votes >= rest.dotVoters && Object.values(rest.rubrics).every(rubric => isPossible(rubric, rest));
  if (rest.dotVoters < 0 || !possible) throw new RangeError('These votes are not among those counted.');
  return rest;
}

/**
 * The counts with own names that are read later than the votes they are in: those votes are counted already, without
 * them.
 */
export function withNames(counts: VoteCounts, read: Iterable<Voted['names']>): VoteCounts {
  const named = countVotes(Array.from(read, names => ({recognition: {}, dots: {}, names})));
  return mergeVotes(counts, {...named, votes: 0});
}

/** Number of votes of all kinds together. */
export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function countVote({recognition, dots, names}: Voted): VoteCounts {
  const rubrics = new Set([recognition, dots, names].flatMap(answers => Object.keys(answers)));
  const counted = [...rubrics].map((rubric): [string, RubricCounts] => {
    const answer = recognition[rubric];
    const placed = dots[rubric] ?? 0;
    const fit: Counts = answer === undefined ? {} : {[answer]: 1};
    return [rubric, {recognition: fit, ...countName(names[rubric]), dots: placed, dotVoters: placed > 0 ? 1 : 0}];
  });
  const answered = counted.filter(([, rubric]) => isAnswered(rubric));
  return {votes: 1, dotVoters: total(dots) > 0 ? 1 : 0, rubrics: Object.fromEntries(answered)};
}

function countName(name: Voted['names'][string] | undefined): Pick<RubricCounts, 'proposals' | 'ownNames'> {
  if (name === undefined) return {proposals: {}, ownNames: {}};
  if ('proposal' in name) return {proposals: {[name.proposal]: 1}, ownNames: {}};
  const spelling = name.own.normalize('NFC').trim().replace(/\s+/gu, ' ');
  return {proposals: {}, ownNames: spelling === '' ? {} : Object.fromEntries([[spelling, 1]])};
}

function combine(a: VoteCounts, b: VoteCounts, sign: 1 | -1): VoteCounts {
  const rubrics = new Map(Object.entries(a.rubrics));
  for (const [rubric, counts] of Object.entries(b.rubrics)) {
    rubrics.set(rubric, plusRubric(rubrics.get(rubric) ?? unanswered, counts, sign));
  }
  return {
    votes: a.votes + sign * b.votes,
    dotVoters: a.dotVoters + sign * b.dotVoters,
    rubrics: Object.fromEntries([...rubrics].filter(([, counts]) => isAnswered(counts))),
  };
}

function plusRubric(a: RubricCounts, b: RubricCounts, sign: 1 | -1): RubricCounts {
  return {
    recognition: plus(a.recognition, b.recognition, sign),
    proposals: plus(a.proposals, b.proposals, sign),
    ownNames: plus(a.ownNames, b.ownNames, sign),
    dots: a.dots + sign * b.dots,
    dotVoters: a.dotVoters + sign * b.dotVoters,
  };
}

/** By way of a map: somebody's own name can be `__proto__` or `constructor`. */
function plus(a: Counts, b: Counts, sign: 1 | -1): Counts {
  const sum = new Map(Object.entries(a));
  for (const [key, count] of Object.entries(b)) sum.set(key, (sum.get(key) ?? 0) + sign * count);
  return Object.fromEntries([...sum].filter(([, count]) => count !== 0));
}

function isAnswered({recognition, proposals, ownNames, dots, dotVoters}: RubricCounts): boolean {
  return dots !== 0 || dotVoters !== 0 || [recognition, proposals, ownNames].some(c => Object.keys(c).length > 0);
}

function isPossible({recognition, proposals, ownNames, dots, dotVoters}: RubricCounts, all: VoteCounts): boolean {
  const counts = [recognition, proposals, ownNames].flatMap(each => Object.values(each));
  return (
    counts.every(count => count >= 0) &&
    total(recognition) <= all.votes &&
    total(proposals) + total(ownNames) <= all.votes &&
    dotVoters >= 0 &&
    dotVoters <= all.dotVoters &&
    dots >= dotVoters &&
    dots > 0 === dotVoters > 0
  );
}
