import {
  countVotes,
  decisions,
  ofKind,
  readableVote,
  releasedNames,
  showVotes,
  withNames,
  withoutOwnNames,
  type PublishedVotes,
  type ShownVotes,
  type VoteCounts,
} from '@samenwaarde/core';
import type {AnyRecord, RubricVote, VoteRound} from '@samenwaarde/core/schema';
import {rowsById} from '../database/by-id.js';
import type {Connection} from '../database/transact.js';

/**
 * What is kept of a vote round that closed: its counts without own names, which are read later; of an alliance that
 * started from a publication what was shown, for there is nothing to count.
 */
export type KeptVotes = VoteCounts | ShownVotes;

/** A vote round that closed, with what decides what may be seen of it. */
export interface ClosedVotes {
  readonly round: VoteRound;
  readonly kept: KeptVotes;
  /** At least every decision. */
  readonly cards: readonly AnyRecord[];
}

/** The counts of votes as they are kept: the same, whatever is decided about an own name. */
export function countsKept(votes: readonly RubricVote[]): VoteCounts {
  return countVotes(votes.map(vote => readableVote(vote, new Map())));
}

/** What everybody may see of a vote round now: what was counted when it closed, with the own names that are released. */
export async function withOwnNames(
  connection: Connection,
  alliance: string,
  {round, kept, cards}: ClosedVotes,
): Promise<PublishedVotes> {
  if (isShown(kept)) return {round: round.id, shown: kept};
  const decided = decisions(ofKind(cards, 'moderation'));
  const released = [...decided.values()].filter(({rubric, outcome}) => rubric !== undefined && outcome === 'released');
  const votes = await votesWith(connection, {alliance, round: round.id, ids: released.map(({of}) => of)});
  const names = votes.map(vote => releasedNames(vote, decided));
  return {round: round.id, shown: showVotes(withNames(kept, names), round)};
}

/** What is kept once people's texts come to their end. */
export function keptWithoutTexts(kept: KeptVotes, {k}: VoteRound): KeptVotes {
  return isShown(kept) ? withoutOwnNames(kept, k) : kept;
}

function isShown(kept: KeptVotes): kept is ShownVotes {
  return Array.isArray(kept.rubrics);
}

/** The votes with these ids that are in the round. */
async function votesWith(
  connection: Connection,
  {alliance, round, ids}: {readonly alliance: string; readonly round: string; readonly ids: readonly string[]},
): Promise<RubricVote[]> {
  const rows = await rowsById(connection, 'settled_voice', {alliance, ids});
  const votes = rows.flatMap(({kind, body}) =>
    kind === 'rubric-vote' && body !== '' ? [JSON.parse(body) as RubricVote] : [],
  );
  return votes.filter(vote => vote.round === round);
}
