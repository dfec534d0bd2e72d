import type {Score} from '@samenwaarde/core/schema';
import {scoreOf} from './ballot-draft.js';
import type {BallotDraft} from './plan-ballot.state.js';

const REASON = '[reason]';

/** A draft as entries of the form around it: `marks[<id>]`, and `marks[<id>][reason]`. Nothing for what is unanswered. */
export function entriesOf(draft: BallotDraft, name: string): FormData {
  const entries = new FormData();
  for (const [id, score] of Object.entries(draft.marks)) entries.append(`${name}[${id}]`, String(score));
  for (const [id, text] of Object.entries(draft.reasons)) entries.append(`${name}[${id}]${REASON}`, text);
  return entries;
}

/** The draft that the entries of a form came from. What is no answer is left out. */
export function draftOf(entries: FormData, name: string): BallotDraft {
  const marks: Record<string, Score> = {};
  const reasons: Record<string, string> = {};
  for (const [key, entry] of entries) {
    if (typeof entry !== 'string' || !key.startsWith(`${name}[`)) continue;
    const id = key.slice(name.length + 1);
    const score = scoreOf(entry);
    if (id.endsWith(`]${REASON}`)) reasons[id.slice(0, -1 - REASON.length)] = entry;
    else if (score !== undefined) marks[id.slice(0, -1)] = score;
  }
  return {marks, reasons};
}
