import type {Scorecard as Scores} from '@samenwaarde/core';
import type {Plan} from '@samenwaarde/core/schema';
import type {Failed} from '../shared/about.js';

/** The plan version that was tested. */
export interface TestedPlan {
  readonly name: string;
  readonly type: Plan['type'];
  readonly number: number;
}

/** Somebody's words on what would have to change, without the mark. */
export interface ShownReason {
  /** Rubric id. */
  readonly value: string;
  readonly text: string;
}

/** Everything the scorecard can be. No two at once. */
export type ScorecardState =
  | {readonly type: 'loading'}
  /** No round yet. */
  | {readonly type: 'empty'}
  | Failed
  /** People are still marking: blind until the reveal. */
  | {readonly type: 'open'; readonly plan: TestedPlan; readonly resultsFrom?: string}
  | {
      readonly type: 'ready';
      readonly plan: TestedPlan;
      /** The core values in the order of the profile, by name. */
      readonly names: Readonly<Record<string, string>>;
      readonly scores: Scores;
      /** The previous version of the same plan, tested on the same core values. */
      readonly previous?: {readonly number: number; readonly scores: Scores};
      readonly reasons: readonly ShownReason[];
    };

/** The state in which there is a result to show. */
export type ReadyScorecard = Extract<ScorecardState, {readonly type: 'ready'}>;
