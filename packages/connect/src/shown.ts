import type {OwnBallot} from '@samenwaarde/elements/plan-ballot/state';
import type {QuoteCaptureState} from '@samenwaarde/elements/quote-capture/state';

/** The words that all widgets share, as they appear in their states. */
export type About = Extract<QuoteCaptureState, {readonly type: 'asking'}>['about'];
export type Failed = Extract<QuoteCaptureState, {readonly type: 'failed'}>;
export type Failure = Failed['reason'];
export type Delivery = OwnBallot['delivery'];
export type Refusal = Extract<Delivery, {readonly type: 'refused'}>['reason'];
