import {LONGEST_TEXT} from '@samenwaarde/core';
import type {VoteDraft, VotedRubric} from './rubric-vote.state.js';
import {asksName, fieldId, hasAnswers, wantsWords, type Asked} from './vote-draft.js';

/** The answers on one rubric, or `missing`, that cannot be kept as they are. `field` is the id of the control. */
export interface Problem {
  readonly type: 'nothing-given' | 'name-empty' | 'too-long';
  readonly field: string;
  /** Place of the rubric in the list; none where the problem is not about one. */
  readonly place?: number;
}

/** What may be sent of a draft: only what is asked, and without the words of an answer that was changed later. */
export function voteFrom(draft: VoteDraft, asked: Asked): VoteDraft {
  const {questions, rubrics} = asked;
  const only = <Value>(record: Readonly<Record<string, Value>>, keep: (rubric: VotedRubric, value: Value) => boolean) =>
    Object.fromEntries(
      rubrics.flatMap(rubric => {
        const value = record[rubric.id];
        return value !== undefined && keep(rubric, value) ? [[rubric.id, value] as const] : [];
      }),
    );
  const recognition = only(draft.recognition, () => questions.recognition);
  const objections = only(draft.objections, ({id}, words) => wantsWords(recognition[id]) && words.trim() !== '');
  const missing = questions.recognition ? (draft.missing ?? '').trim() : '';
  return {
    recognition,
    objections: mapValues(objections, words => words.trim()),
    dots: only(draft.dots, () => questions.dots > 0),
    names: mapValues(
      only(draft.names, (rubric, name) => asksName(asked, rubric) && !isEmptyName(name)),
      name => ('own' in name ? {own: name.own.trim()} : name),
    ),
    ...(missing === '' ? {} : {missing}),
  };
}

/** What keeps a draft from being sent. */
export function problemsOf(draft: VoteDraft, asked: Asked): readonly Problem[] {
  const problems = asked.rubrics.flatMap((rubric, place) => problemsAt(draft, rubric, place));
  if (isTooLong(draft.missing)) problems.push({type: 'too-long', field: 'missing'});
  if (problems.length > 0 || hasAnswers(voteFrom(draft, asked))) return problems;
  return [{type: 'nothing-given', field: ''}];
}

function problemsAt({recognition, objections, names}: VoteDraft, {id}: VotedRubric, place: number): Problem[] {
  const tooLong = wantsWords(recognition[id]) && isTooLong(objections[id]);
  return [
    ...(tooLong ? [{type: 'too-long', field: fieldId('objection', place), place} as const] : []),
    ...(isEmptyName(names[id]) ? [{type: 'name-empty', field: fieldId('own-name', place), place} as const] : []),
  ];
}

/** Whether these words are longer than a record holds. */
export function isTooLong(words: string | undefined): boolean {
  return (words ?? '').trim().length > LONGEST_TEXT;
}

/** Whether a name of one's own was chosen, and not written yet. */
export function isEmptyName(name: VoteDraft['names'][string] | undefined): boolean {
  return name !== undefined && 'own' in name && name.own.trim() === '';
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
