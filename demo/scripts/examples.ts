import {examples as planBallot} from '@samenwaarde/elements/plan-ballot/examples';
import {examples as quoteCapture} from '@samenwaarde/elements/quote-capture/examples';
import {examples as rubricVote} from '@samenwaarde/elements/rubric-vote/examples';
import {examples as scorecard} from '@samenwaarde/elements/scorecard/examples';

/** Every example by tag and name: only data, so that a page fetches no widget for it. */
export const EXAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'samen-quote-capture': quoteCapture,
  'samen-rubric-vote': rubricVote,
  'samen-plan-ballot': planBallot,
  'samen-scorecard': scorecard,
};
