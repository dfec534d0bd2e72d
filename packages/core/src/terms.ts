import type {ProfileVersion, Round} from './schema.js';

/** Whose marks: of individuals, which nobody may be recognised by, or of tables that agreed on them in the open. */
export type Basis = 'ballots' | 'group-marks';

/** One core value that a round asks about, with its pass mark: 1–10 points, at most one decimal. */
export interface ValueTerms {
  readonly value: string;
  readonly passMark: number;
}

/** A value left out of a round before it opened, with the reason. */
export interface LeftOut {
  readonly value: string;
  readonly reason: string;
}

/** What a tally is held against, fixed before a round opens. */
export interface Terms {
  readonly basis: Basis;
  readonly scale: Round['scale'];
  /** Smallest number of voices that is shown. Does not apply to group marks. */
  readonly k: number;
  /** Whether the round is closed: marks of individuals are shown of a closed round only. */
  readonly closed: boolean;
  /** The core values that the round asks about, in the order of the profile. */
  readonly values: readonly ValueTerms[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The terms of a round: the core values of its profile version without those left out, each with its own pass mark or
 * else that of the round.
 *
 * @throws Error when the round tests another profile version.
 */
export function terms(round: Round, profileVersion: ProfileVersion, basis: Basis): Terms {
  if (round.profileVersion !== profileVersion.id) throw new Error('The round tests another profile version.');
  const leftOut = new Set(round.leftOut.map(({value}) => value));
  return {
    basis,
    scale: round.scale,
    k: round.k,
    closed: round.status === 'closed',
    values: profileVersion.coreValues
      .filter(({rubric}) => !leftOut.has(rubric))
      .map(({rubric}) => ({value: rubric, passMark: round.passMarks[rubric] ?? round.passMark})),
    leftOut: round.leftOut,
  };
}
