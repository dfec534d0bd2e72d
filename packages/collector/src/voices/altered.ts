import {ownNames} from '@samenwaarde/core';
import type {RubricVote} from '@samenwaarde/core/schema';
import {isText, type Entry, type Kept} from './entry.js';

/** A text that was there and became another, or went. */
export interface Altered {
  readonly alliance: string;
  /** Id of the contribution that it is, or is in. */
  readonly id: string;
  /** The rubric that it is an own name for; without it the whole contribution is meant. */
  readonly rubric?: string;
  /** What it says now; empty when it went. */
  readonly words: string;
}

/** The texts that an entry changes or takes away, of the contribution as it was before. */
export function alteredIn({alliance, id, kind, record}: Entry, {body}: Pick<Kept, 'body'>): Altered[] {
  if (isText(kind)) return [{alliance, id, words: record && 'text' in record ? record.text : ''}];
  if (kind !== 'rubric-vote' || body === '') return [];
  const before = ownNames(JSON.parse(body) as RubricVote);
  const now = ownNames(record?.kind === 'rubric-vote' ? record : {names: {}});
  return [...before].flatMap(([rubric, words]) =>
    now.get(rubric) === words ? [] : [{alliance, id, rubric, words: now.get(rubric) ?? ''}],
  );
}
