import {RubricVote} from './rubric-vote.js';

if (!customElements.get('samen-rubric-vote')) customElements.define('samen-rubric-vote', RubricVote);

declare global {
  interface HTMLElementTagNameMap {
    'samen-rubric-vote': RubricVote;
  }
}
