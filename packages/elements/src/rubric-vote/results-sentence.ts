import type {ShownRecognition, ShownRubric} from '@samenwaarde/core';
import type {VoteQuestions} from './rubric-vote.state.js';
import type {Speaker} from './closing.js';
import {listed} from './rubric.template.js';

/** What a rubric is called, and what was answered on it. */
interface Named {
  readonly title: string;
  readonly shown: ShownRubric | undefined;
}

/** The result in words: how many answered, what most recognise, where they are divided, and what was chosen most. */
export function resultsSentence(
  all: readonly Named[],
  {votes, questions: {recognition, dots}}: {readonly votes: number; readonly questions: VoteQuestions},
  {say, voice}: Speaker,
): string {
  const about = (key: 'recognised' | 'divided' | 'dotsMost', named: readonly Named[]): string[] =>
    named.length === 0
      ? []
      : [
          say(key, {
            names: listed(
              named.map(({title}) => title),
              voice,
            ),
          }),
        ];
  const having = (holds: (shown: ShownRecognition | undefined) => boolean): Named[] =>
    all.filter(({shown}) => recognition && holds(shown?.recognition));
  const recognised = having(isRecognised);
  return [
    say('voices', {n: votes}),
    ...about('recognised', recognised),
    ...(recognised.length === 0 && having(isKnown).length > 0 ? [say('recognisedNone')] : []),
    ...about('divided', having(isDivided)),
    ...(dots > 0 ? about('dotsMost', mostChosen(all)) : []),
  ].join(' ');
}

function isKnown(shown: ShownRecognition | undefined): boolean {
  return shown?.type === 'shown' || shown?.type === 'alike';
}

/** More than half of the opinions say that it fits or fits partly. */
function isRecognised(shown: ShownRecognition | undefined): boolean {
  if (shown?.type === 'alike') return shown.recognised;
  return shown?.type === 'shown' && 2 * shown.counts.not < shown.n;
}

/** A third or more of the opinions is on either side: the share from which a mark is called divided too. */
function isDivided(shown: ShownRecognition | undefined): boolean {
  if (shown?.type !== 'shown') return false;
  return 3 * Math.min(shown.counts.not, shown.n - shown.counts.not) >= shown.n;
}

function mostChosen(all: readonly Named[]): Named[] {
  const dots = all.map(({shown}) => (shown?.dots.type === 'shown' ? shown.dots.dots : 0));
  const most = Math.max(...dots);
  return most > 0 ? all.filter((_, place) => dots[place] === most) : [];
}
