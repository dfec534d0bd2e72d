import {html, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import type {VoteDraft, VotedRubric} from './rubric-vote.state.js';
import type {Speaker} from './closing.js';
import {listed, titles} from './rubric.template.js';

/** What somebody answered under one head, line by line. */
interface Answered {
  readonly head: string;
  readonly lines: readonly string[];
}

/** The person's own answers, in words. */
export function ownVoteTemplate(
  vote: VoteDraft,
  rubrics: readonly VotedRubric[],
  {level, speaker}: {readonly level: number; readonly speaker: Speaker},
): TemplateResult {
  return html`<section part="own">
    ${heading(level, speaker.say('yourAnswer'), 'own-heading')}
    <dl>
      ${answered(vote, rubrics, speaker).map(
        ({head, lines}) =>
          html`<div>
            <dt>${head}</dt>
            ${lines.map(line => html`<dd>${line}</dd>`)}
          </div>`,
      )}
    </dl>
  </section>`;
}

/** The same, for the file with the receipt. */
export function ownVoteLines(vote: VoteDraft, rubrics: readonly VotedRubric[], speaker: Speaker): string[] {
  return answered(vote, rubrics, speaker).map(({head, lines}) => [head, ...lines].join('\n'));
}

function answered(vote: VoteDraft, rubrics: readonly VotedRubric[], speaker: Speaker): Answered[] {
  const {say, voice} = speaker;
  const names = titles(rubrics, speaker);
  const chosen = names.filter((_, place) => vote.dots[rubrics[place]?.id ?? '']);
  return [
    ...rubrics.map((rubric, place) => ({head: names[place] ?? '', lines: linesOn(rubric, vote, speaker)})),
    {head: say('yourDots'), lines: chosen.length > 0 ? [listed(chosen, voice)] : []},
    {head: say('missing'), lines: vote.missing ? [vote.missing] : []},
  ].filter(({lines}) => lines.length > 0);
}

function linesOn(rubric: VotedRubric, vote: VoteDraft, {say}: Speaker): string[] {
  const answer = vote.recognition[rubric.id];
  const words = vote.objections[rubric.id];
  const name = nameOf(rubric, vote.names[rubric.id]);
  return [
    ...(answer ? (words ? [say(answer === 'not' ? 'notBecause' : 'partlyBecause'), words] : [say(answer)]) : []),
    ...(name ? [say('chosenName', {name})] : []),
  ];
}

function nameOf({proposals}: VotedRubric, name: VoteDraft['names'][string] | undefined): string | undefined {
  if (!name) return undefined;
  return 'own' in name ? name.own : proposals.find(({id}) => id === name.proposal)?.name;
}
