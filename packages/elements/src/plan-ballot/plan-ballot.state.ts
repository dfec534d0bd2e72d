import type {CoreValue, Plan, Score} from '@samenwaarde/core/schema';
import type {About, Delivery, Failed, Receipt, Refusal} from '../shared/about.js';

/** A core value to mark a plan on. */
export interface MarkedValue {
  readonly id: string;
  readonly name: string;
  /** What it feels like, what it does, what it strives for; none compulsory. */
  readonly facets: CoreValue['facets'];
  /** What a 4, a 6 and an 8 is. */
  readonly levels?: CoreValue['levels'];
  /** Marks below it ask what would have to change. */
  readonly passMark: number;
}

/** The plan version that is held against the core values. */
export interface MarkedPlan {
  readonly name: string;
  readonly type: Plan['type'];
  /** Number of this version, from 1. */
  readonly number: number;
  readonly text: string;
}

/** The terms of the round. */
export interface BallotTerms {
  readonly round: string;
  readonly scale: 'marks' | 'sufficient';
  /** Whether "does not apply to this plan" is an answer. */
  readonly notApplicable: boolean;
  /** Reasons and results of fewer voices are not shown. */
  readonly k: number;
  readonly trust: 'open-link' | 'code-cards';
}

/** What somebody marked and wrote so far, by rubric id. Nothing for what is unanswered. */
export interface BallotDraft {
  readonly marks: Readonly<Record<string, Score>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** What somebody gives: with the code of a card, where the round asks one. */
export interface GivenBallot extends BallotDraft {
  readonly code?: string;
}

/** The ballot this person gave on this device. Each reason has an id and a receipt of its own. */
export interface OwnBallot extends Receipt, BallotDraft {
  readonly delivery: Delivery;
  readonly reasonReceipts: Readonly<Record<string, Receipt>>;
  /** Whether each reason is shown with the result, by core value; where somebody reads them. */
  readonly reasonDeliveries?: Readonly<Record<string, Delivery>>;
}

interface Asked {
  readonly terms: BallotTerms;
  readonly plan: MarkedPlan;
  readonly values: readonly MarkedValue[];
  readonly about: About;
}

interface Marking {
  readonly type: 'marking';
  readonly draft: BallotDraft;
  /** The own ballot that is being changed. */
  readonly changing?: string;
  /** What is in the field for the code of a card at first. Without it no code is asked. */
  readonly code?: string;
  /** Why that code was not taken when the ballot was sent with it. */
  readonly codeRefused?: Refusal;
}

/** Everything the ballot can be. No two at once. */
export type PlanBallotState =
  | {readonly type: 'loading'}
  /** No plan to mark yet. */
  | {readonly type: 'empty'}
  | Failed
  | (Asked & Marking)
  | (Asked & {readonly type: 'answered'; readonly own: OwnBallot})
  /** `draft`: what somebody was filling in when it closed. */
  | (Asked & {readonly type: 'closed'; readonly own?: OwnBallot; readonly draft?: BallotDraft});
