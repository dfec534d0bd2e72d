import type {ShownVotes} from '@samenwaarde/core';
import type {CoreValue, RubricVote as Vote} from '@samenwaarde/core/schema';
import type {About, Delivery, Failed, Receipt} from '../shared/about.js';

/** A rubric to vote on: a core value, or a pile that is still nameless. */
export interface VotedRubric {
  readonly id: string;
  /** Nothing as long as the group has not chosen a name. */
  readonly name?: string;
  /** Its values, as they stand on the longlist. */
  readonly values: readonly string[];
  readonly facets: CoreValue['facets'];
  /** Names to choose from. */
  readonly proposals: readonly {readonly id: string; readonly name: string}[];
}

/** What is asked. */
export interface VoteQuestions {
  readonly round: string;
  /** Does this fit? */
  readonly recognition: boolean;
  /** How many dots a person may place; 0 asks for none. */
  readonly dots: number;
  /** Which name fits? */
  readonly names: boolean;
  /** Results of fewer voices are not shown. */
  readonly k: number;
}

/** What somebody chose so far. */
export type VoteDraft = Pick<Vote, 'recognition' | 'dots' | 'names' | 'objections' | 'missing'>;

/** The vote this person gave on this device. */
export interface OwnVote extends Receipt {
  readonly vote: VoteDraft;
  readonly delivery: Delivery;
  /** Whether the names that the person thought of are shown with the result, by rubric; where somebody reads them. */
  readonly names?: Readonly<Record<string, Delivery>>;
}

interface Asked {
  readonly questions: VoteQuestions;
  readonly rubrics: readonly VotedRubric[];
  readonly about: About;
}

/** What somebody has of a closed round: what they gave, and what they were filling in when it closed. */
interface Left {
  readonly own?: OwnVote;
  readonly draft?: VoteDraft;
}

/** Everything the rubric vote can be. No two at once. */
export type RubricVoteState =
  | {readonly type: 'loading'}
  /** Nothing to vote on yet. */
  | {readonly type: 'empty'}
  | Failed
  /** `changing`: the own vote that is being changed. */
  | (Asked & {readonly type: 'voting'; readonly draft: VoteDraft; readonly changing?: string})
  | (Asked & {readonly type: 'answered'; readonly own: OwnVote})
  /** Closed, the result is not out yet. */
  | (Asked & Left & {readonly type: 'closed'})
  | (Asked & Left & {readonly type: 'revealed'; readonly results: ShownVotes});
