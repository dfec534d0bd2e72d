import type {Score} from '@samenwaarde/core/schema';
import type {BallotDraft} from './plan-ballot.state.js';

const WORDS: readonly string[] = ['unknown', 'not-applicable', 'sufficient', 'insufficient'];

export const EMPTY_DRAFT: BallotDraft = {marks: {}, reasons: {}};

/** The draft with another answer on one value; without `score` that value is unanswered again. */
export function withMark(draft: BallotDraft, id: string, score: Score | undefined): BallotDraft {
  return {...draft, marks: withEntry(draft.marks, id, score)};
}

/** The draft with another reason on one value. */
export function withReason(draft: BallotDraft, id: string, text: string): BallotDraft {
  return {...draft, reasons: withEntry(draft.reasons, id, text || undefined)};
}

function withEntry<T>(entries: Readonly<Record<string, T>>, id: string, entry: T | undefined): Record<string, T> {
  const others = Object.entries(entries).filter(([key]) => key !== id);
  return Object.fromEntries(entry === undefined ? others : [...others, [id, entry]]);
}

/** Whether an answer asks what would have to change. "Don't know" does not. */
export function isInsufficient(score: Score | undefined, passMark: number): boolean {
  return typeof score === 'number' ? score < passMark : score === 'insufficient';
}

/** Whether two drafts say the same. */
export function isSameDraft(one: BallotDraft, other: BallotDraft): boolean {
  return isSameRecord(one.marks, other.marks) && isSameRecord(one.reasons, other.reasons);
}

function isSameRecord(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key]);
}

/** The answer that a radio or a form entry stands for: `'7'` is 7. `undefined` for what is no answer. */
export function scoreOf(text: string): Score | undefined {
  if (/^([1-9]|10)$/.test(text)) return Number(text);
  return WORDS.includes(text) ? (text as Score) : undefined;
}
