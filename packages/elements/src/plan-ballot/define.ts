import {PlanBallot} from './plan-ballot.js';

if (!customElements.get('samen-plan-ballot')) customElements.define('samen-plan-ballot', PlanBallot);

declare global {
  interface HTMLElementTagNameMap {
    'samen-plan-ballot': PlanBallot;
  }
}
