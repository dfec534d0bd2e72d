import type {Ballot, Reason, RubricVote, Score, Voice, VoteRound} from '@samenwaarde/core/schema';
import type {Fault} from '../http/faults.js';
import type {Subject} from './subject.js';

/** Id of the question or round that a voice answers. */
export function subjectOf(voice: Voice): string {
  return voice.kind === 'quote' ? voice.question : voice.round;
}

/** Whether a voice of this kind answers a subject of that kind. */
export function answers(voice: Voice['kind'], subject: Subject['kind']): boolean {
  return ANSWERED[voice] === subject;
}

const ANSWERED: Readonly<Record<Voice['kind'], Subject['kind']>> = {
  quote: 'question',
  'rubric-vote': 'vote-round',
  ballot: 'round',
  reason: 'round',
};

/** What of a voice is not as its subject asks; empty when it is right. Names proposed by others are looked up apart. */
export function faultsIn(voice: Voice, subject: Subject): Fault[] {
  if (!answers(voice.kind, subject.kind))
    return [{path: 'kind', reason: 'not-asked', detail: `This does not answer a ${subject.kind}.`}];
  if (voice.kind === 'ballot' && subject.kind === 'round') return inBallot(voice, subject);
  if (voice.kind === 'reason' && subject.kind === 'round') return inReason(voice, subject);
  if (voice.kind === 'rubric-vote' && subject.kind === 'vote-round') return inVote(voice, subject.card);
  return [];
}

type Tested = Extract<Subject, {kind: 'round'}>;

function inBallot({marks}: Ballot, {card, values}: Tested): Fault[] {
  const faults: Fault[] = [];
  for (const value in marks) {
    const score = marks[value];
    if (!values.has(value))
      faults.push({path: `marks.${value}`, reason: 'not-asked', detail: 'The round does not ask about this value.'});
    else if (score !== undefined && !isOnScale(score, card))
      faults.push({path: `marks.${value}`, reason: 'wrong-value', detail: 'The round does not have this answer.'});
  }
  return faults;
}

function isOnScale(score: Score, {scale, notApplicable}: Tested['card']): boolean {
  if (score === 'unknown') return true;
  if (score === 'not-applicable') return notApplicable;
  return (typeof score === 'number') === (scale === 'marks');
}

function inReason({value, planVersion}: Reason, {card, values}: Tested): Fault[] {
  const faults: Fault[] = [];
  if (!values.has(value))
    faults.push({path: 'value', reason: 'not-asked', detail: 'The round does not ask about this value.'});
  if (planVersion !== card.planVersion)
    faults.push({path: 'planVersion', reason: 'not-asked', detail: 'The round tests another version of the plan.'});
  return faults;
}

function inVote(vote: RubricVote, round: VoteRound): Fault[] {
  const {recognition, dots, names, objections} = vote;
  const asked = new Set(round.rubrics);
  const strange = Object.entries({recognition, dots, names, objections}).flatMap(([part, answers]) =>
    Object.keys(answers)
      .filter(rubric => !asked.has(rubric))
      .map((rubric): Fault => {
        const detail = 'The round does not ask about this rubric.';
        return {path: `${part}.${rubric}`, reason: 'not-asked', detail};
      }),
  );
  return [...strange, ...unasked(vote, round)];
}

/** Answers to what the round does not ask. */
function unasked({recognition, dots, names}: RubricVote, round: VoteRound): Fault[] {
  const isEmpty = (answers: object) => Object.keys(answers).length === 0;
  const placed = Object.values(dots).reduce((sum, count) => sum + count, 0);
  const faults: Fault[] = [];
  if (!isEmpty(recognition) && !round.recognition)
    faults.push({path: 'recognition', reason: 'not-asked', detail: 'The round does not ask what fits.'});
  if (!isEmpty(names) && !round.names)
    faults.push({path: 'names', reason: 'not-asked', detail: 'The round does not ask for names.'});
  if (placed > round.dots) {
    const detail = `The round gives everybody ${round.dots} dots.`;
    faults.push({path: 'dots', reason: 'too-many', limit: round.dots, detail});
  }
  return faults;
}

/** The proposals that a vote chooses, each with the rubric that it chooses it for. */
export function chosenProposals(voice: Voice): {readonly rubric: string; readonly proposal: string}[] {
  if (voice.kind !== 'rubric-vote') return [];
  return Object.entries(voice.names).flatMap(([rubric, name]) =>
    'proposal' in name ? [{rubric, proposal: name.proposal}] : [],
  );
}
