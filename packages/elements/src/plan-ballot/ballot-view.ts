import type {TemplateResult} from 'lit';
import type {Score} from '@samenwaarde/core/schema';
import type {VoiceController} from '../shared/voice-controller.js';
import type {Closing} from './closing.js';
import type {MarkingKey} from './marking.messages.js';
import type {PlanBallotKey} from './plan-ballot.messages.js';
import type {BallotDraft, PlanBallotState} from './plan-ballot.state.js';

type Speaker<Key extends string> = Pick<VoiceController<Key>, 'say' | 'voice'>;

/** Says every text of the ballot. */
export type ClosingSpeaker = Speaker<PlanBallotKey>;

/** A plan is there: it can be marked, it was marked, or the round is over. */
export type Asked = Extract<PlanBallotState, {readonly terms: unknown}>;
/** The plan can be marked. */
export type Marking = Extract<PlanBallotState, {readonly type: 'marking'}>;

/** What every part of the ballot needs to show itself. */
export interface BallotView extends Speaker<MarkingKey> {
  readonly asked: Asked;
  readonly draft: BallotDraft;
  /** Level of the widget's first heading. */
  readonly level: number;
  /** The marks 1–10 as they are said: "7, ruim voldoende". */
  readonly markNames: readonly string[];
}

/** What is shown once the round is over. */
export interface ClosedView extends BallotView {
  readonly asked: Extract<PlanBallotState, {readonly type: 'closed'}>;
}

/** What the parts that can be filled in need besides, and whom they tell. */
export interface MarkingView extends BallotView {
  readonly asked: Marking;
  /** Not there yet in the first view. */
  readonly closing: Closing | undefined;
  /** Says that it could not be fetched, when that is so. */
  readonly unreachable: TemplateResult | undefined;
  readonly stepped: boolean;
  readonly disabled: boolean;
  /** The form around it has a button of its own. */
  readonly inForm: boolean;
  /** Every value must be answered. */
  readonly required: boolean;
  /** Answers may change faster than they are shown: what changes is made from the answers of that moment. */
  readonly onDraft: (change: (draft: BallotDraft) => BallotDraft) => void;
  readonly onSettled: () => void;
}

const MARKS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The marks 1–10 with number and words. */
export function markNames({say}: Speaker<MarkingKey>): readonly string[] {
  return MARKS.map(mark => say('markName', {mark, word: say(`mark${mark}`)}));
}

/** An answer in words: "7, ruim voldoende", "Weet ik niet". */
export function answerWords(score: Score, {say, markNames: names}: BallotView): string {
  if (typeof score === 'number') return names[score - 1] ?? String(score);
  return say(score === 'not-applicable' ? 'notApplicable' : score);
}

/** Place of the last step before the summary, from 0. */
export function lastStep({asked: {values}, stepped}: MarkingView): number {
  return stepped ? Math.max(0, values.length - 1) : 0;
}
