import {ofKind} from '@samenwaarde/core';
import type {CoreValue, RubricVote, VoteRound} from '@samenwaarde/core/schema';
import {Refused} from '../beheer/api.js';
import type {Fault} from '../http/faults.js';
import {found, type Answered} from './answered.js';
import type {Filling} from './forms.js';
import type {Drawn} from './give.js';
import {chosenWords, type Typed} from './personal-data.js';

/** A rubric that is voted on. */
export interface Voted {
  readonly id: string;
  /** Its name; “Groep 1” for the first without one. */
  readonly title: string;
  readonly values: readonly string[];
  readonly facets: CoreValue['facets'];
  /** Names to choose from. */
  readonly proposals: readonly {readonly id: string; readonly name: string}[];
  /** A name is asked of it: it has none, or there are proposals. */
  readonly asksName: boolean;
}

/** The rubrics of a round, with all that a person must see to vote on them. */
export function votedIn(answered: Answered, round: VoteRound): Voted[] {
  let nameless = 0;
  return round.rubrics.flatMap(id => {
    const rubric = found(answered, 'rubric', id);
    if (rubric === undefined) return [];
    const {name, values, facets = {}} = rubric;
    const proposals = ofKind(answered.records, 'name-proposal').filter(proposal => proposal.rubric === id);
    return {
      id,
      title: name ?? `Groep ${++nameless}`,
      values: values.flatMap(value => found(answered, 'value', value)?.name ?? []),
      facets,
      proposals,
      asksName: round.names && (name === undefined || proposals.length > 0),
    };
  });
}

/** What stands for a name of one's own among names to choose from. */
export const OWN = 'own';

/** The texts that somebody typed, each with where. */
export function textsIn({text}: Filling, rubrics: readonly Voted[]): Typed[] {
  const at = rubrics.flatMap(({id, title}): Typed[] => [
    {words: text(`objections[${id}]`), where: ` bij ${title}`},
    {words: text(`own[${id}]`), where: ` bij ${title}`},
  ]);
  return [...at, {words: text('missing'), where: ' bij “Wat mist u?”'}];
}

/** The vote as it was filled in. */
export function voteTyped(filling: Filling, {id, round, rubrics}: Pick<Drawn, 'id'> & Asked): RubricVote {
  const {text} = filling;
  const each = <Value>(of: (rubric: Voted) => Value | undefined): Record<string, Value> =>
    Object.fromEntries(
      rubrics.flatMap(rubric => {
        const value = of(rubric);
        return value === undefined ? [] : [[rubric.id, value] as const];
      }),
    );
  const missing = chosenWords(filling, text('missing'));
  return {
    ...{schema: 1, kind: 'rubric-vote', id, round: round.id},
    // The API decides what is an answer: whatever else came is refused there.
    recognition: each(rubric => text(`recognition[${rubric.id}]`) || undefined) as RubricVote['recognition'],
    dots: each(rubric => (text(`dots[${rubric.id}]`) === '' ? undefined : 1)),
    names: each(rubric => nameTyped(filling, rubric)),
    objections: each(rubric => chosenWords(filling, text(`objections[${rubric.id}]`)) || undefined),
    ...(missing !== '' && {missing}),
  };
}

/** What is voted on. */
export interface Asked {
  readonly round: VoteRound;
  readonly rubrics: readonly Voted[];
}

function nameTyped(filling: Filling, {id}: Voted): RubricVote['names'][string] | undefined {
  const chosen = filling.text(`names[${id}]`);
  if (chosen !== '' && chosen !== OWN) return {proposal: chosen};
  const own = chosenWords(filling, filling.text(`own[${id}]`));
  return own === '' ? undefined : {own};
}

/** What is wrong in what was filled in, as far as the API cannot know: nobody's words may go without a sign. */
export function wrongIn(filling: Filling, asked: Asked): Refused | undefined {
  const errors = asked.rubrics.flatMap((rubric): Fault[] => wrongAt(filling, rubric));
  if (errors.length > 0) return new Refused(400, {type: 'not-understood', errors});
  const {recognition, dots, names, missing} = voteTyped(filling, {...asked, id: ''});
  const isGiven = missing !== undefined || [recognition, dots, names].some(part => Object.keys(part).length > 0);
  return isGiven ? undefined : new Refused(400, {type: 'nothing-given'});
}

function wrongAt({text}: Filling, {id}: Voted): Fault[] {
  const [answer, chosen, own] = [text(`recognition[${id}]`), text(`names[${id}]`), text(`own[${id}]`)];
  const fault = (path: string, reason: Fault['reason']): Fault => ({path: `${path}.${id}`, reason, detail: ''});
  return [
    ...(text(`objections[${id}]`) !== '' && !['partly', 'not'].includes(answer)
      ? [fault('objections', 'not-asked')]
      : []),
    ...(chosen === OWN && own === '' ? [fault('names', 'empty')] : []),
    ...(chosen !== OWN && chosen !== '' && own !== '' ? [fault('names', 'not-asked')] : []),
  ];
}

/** The fields of a form that holds this vote. */
export function fieldsOf({recognition, dots, names, objections, missing}: RubricVote): Record<string, string> {
  const named = (part: string, answers: Readonly<Record<string, unknown>>): [string, string][] =>
    Object.entries(answers).map(([rubric, answer]) => [`${part}[${rubric}]`, String(answer)]);
  const chosen = Object.entries(names).flatMap(([rubric, name]): [string, string][] =>
    'own' in name
      ? [
          [`names[${rubric}]`, OWN],
          [`own[${rubric}]`, name.own],
        ]
      : [[`names[${rubric}]`, name.proposal]],
  );
  return Object.fromEntries([
    ...named('recognition', recognition),
    ...named('dots', dots),
    ...named('objections', objections),
    ...chosen,
    ...(missing === undefined ? [] : [['missing', missing] as const]),
  ]);
}
