import type {Recognition} from '@samenwaarde/core/schema';
import type {RubricVoteState, VoteDraft, VotedRubric, VoteQuestions} from './rubric-vote.state.js';

/** What is asked, about which rubrics. */
export interface Asked {
  readonly questions: VoteQuestions;
  readonly rubrics: readonly VotedRubric[];
}

/** Id of the control that asks `question` about the rubric at `place`. */
export function fieldId(question: 'recognition' | 'objection' | 'name' | 'own-name' | 'dot', place: number): string {
  return `${question}-${place}`;
}

/** How many dots a person can place: one per rubric. */
export function dotsToPlace({questions, rubrics}: Asked): number {
  return Math.min(questions.dots, rubrics.length);
}

/** On how many of the rubrics there is a dot. */
export function dotsPlaced({dots}: VoteDraft, {rubrics}: Asked): number {
  return rubrics.filter(({id}) => dots[id]).length;
}

/** The draft with the dot of a rubric placed or taken back; nothing when every dot is used. */
export function toggleDot(draft: VoteDraft, rubric: string, asked: Asked): VoteDraft | undefined {
  if (draft.dots[rubric]) return {...draft, dots: withEntry(draft.dots, rubric, undefined)};
  if (dotsPlaced(draft, asked) >= dotsToPlace(asked)) return undefined;
  return {...draft, dots: withEntry(draft.dots, rubric, 1)};
}

/** Whether a name is asked for: of a rubric that has none, and of one with proposals to choose from. */
export function asksName({questions}: Asked, {name, proposals}: VotedRubric): boolean {
  return questions.names && (name === undefined || proposals.length > 0);
}

/** Whether such an answer may come with the person's own words. */
export function wantsWords(answer: Recognition | undefined): answer is 'partly' | 'not' {
  return answer === 'partly' || answer === 'not';
}

/** The record with `value` under `key`, or without that key. */
export function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: NoInfer<Value> | undefined,
): Record<string, Value> {
  const others = Object.entries(record).filter(([other]) => other !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

/**
 * Whether the person who was filling in goes on with it. If so, what is on the screen leads: a draft that comes back
 * from the page may be older than the last key. It ends with another round, and when the page empties the draft.
 */
export function goesOn(before: RubricVoteState | undefined, now: RubricVoteState): boolean {
  if (before?.type !== 'voting' || now.type !== 'voting') return false;
  const emptied = hasAnswers(before.draft) && !hasAnswers(now.draft);
  return before.questions.round === now.questions.round && before.changing === now.changing && !emptied;
}

/** Whether anything was chosen or written. */
export function hasAnswers({recognition, dots, names, missing = ''}: VoteDraft): boolean {
  return missing !== '' || [recognition, dots, names].some(answers => Object.keys(answers).length > 0);
}
