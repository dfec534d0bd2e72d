import type {GivenBallot} from './plan-ballot.state.js';

/** One person's marks for a plan, with reasons, to keep or to send. */
export class BallotSubmitEvent extends Event {
  static readonly type = 'samen-ballot-submit';
  readonly round: string;
  readonly ballot: GivenBallot;
  /** Id of the own ballot that this one takes the place of. */
  readonly changing: string | undefined;

  constructor(round: string, ballot: GivenBallot, changing?: string) {
    super(BallotSubmitEvent.type, {bubbles: true, composed: true});
    this.round = round;
    this.ballot = ballot;
    this.changing = changing;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [BallotSubmitEvent.type]: BallotSubmitEvent;
  }
}
