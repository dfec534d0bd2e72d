import type {VoteDraft} from './rubric-vote.state.js';

/** One person's vote on rubrics, to keep or to send. */
export class VoteSubmitEvent extends Event {
  static readonly type = 'samen-vote-submit';
  readonly round: string;
  readonly vote: VoteDraft;
  /** Id of the own vote that this one takes the place of. */
  readonly changing: string | undefined;

  constructor(round: string, vote: VoteDraft, changing?: string) {
    super(VoteSubmitEvent.type, {bubbles: true, composed: true});
    this.round = round;
    this.vote = vote;
    this.changing = changing;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [VoteSubmitEvent.type]: VoteSubmitEvent;
  }
}
