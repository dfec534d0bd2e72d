import type {Score} from '@samenwaarde/core/schema';
import {isInsufficient} from './ballot-draft.js';
import type {BallotDraft, MarkedValue} from './plan-ballot.state.js';

/**
 * What goes out: answers on the values that are asked, and reasons at what is insufficient, without space around them.
 * A reason of a mark that became sufficient stays in the draft only.
 */
export function given(draft: BallotDraft, values: readonly MarkedValue[]): BallotDraft {
  const marked = values.flatMap(({id}): [string, Score][] => {
    const score = draft.marks[id];
    return score === undefined ? [] : [[id, score]];
  });
  const explained = values
    .filter(({id, passMark}) => isInsufficient(draft.marks[id], passMark))
    .map(({id}): [string, string] => [id, draft.reasons[id]?.trim() ?? ''])
    .filter(([, text]) => text !== '');
  return {marks: Object.fromEntries(marked), reasons: Object.fromEntries(explained)};
}

/** The values without an answer, in the order in which they are asked. */
export function unanswered(draft: BallotDraft, values: readonly MarkedValue[]): readonly MarkedValue[] {
  return values.filter(({id}) => draft.marks[id] === undefined);
}
