import {html, type TemplateResult} from 'lit';
import type {Delivery} from '../shared/about.js';
import {REFUSALS} from '../shared/contribution.template.js';
import {heading} from '../shared/heading.js';
import type {OwnVote, VoteDraft, VotedRubric} from './rubric-vote.state.js';
import type {Speaker} from './closing.js';
import {listed, titles} from './rubric.template.js';

/** What somebody answered under one head, line by line. */
interface Answered {
  readonly head: string;
  readonly lines: readonly string[];
}

/** What is known of a vote of one's own. */
export type Known = Pick<OwnVote, 'vote' | 'names'>;

/** The person's own answers, in words, and what happens to the names among them. */
export function ownVoteTemplate(
  own: Known,
  rubrics: readonly VotedRubric[],
  {level, speaker}: {readonly level: number; readonly speaker: Speaker},
): TemplateResult {
  return html`<section part="own">
    ${heading(level, speaker.say('yourAnswer'), 'own-heading')}
    <dl>
      ${answered(own, rubrics, speaker).map(
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
  return answered({vote}, rubrics, speaker).map(({head, lines}) => [head, ...lines].join('\n'));
}

function answered(own: Known, rubrics: readonly VotedRubric[], speaker: Speaker): Answered[] {
  const {vote} = own;
  const {say, voice} = speaker;
  const names = titles(rubrics, speaker);
  const chosen = names.filter((_, place) => vote.dots[rubrics[place]?.id ?? '']);
  return [
    ...rubrics.map((rubric, place) => ({head: names[place] ?? '', lines: linesOn(rubric, own, speaker)})),
    {head: say('yourDots'), lines: chosen.length > 0 ? [listed(chosen, voice)] : []},
    {head: say('missing'), lines: vote.missing ? [vote.missing] : []},
  ].filter(({lines}) => lines.length > 0);
}

function linesOn(rubric: VotedRubric, {vote, names}: Known, speaker: Speaker): string[] {
  const {say} = speaker;
  const answer = vote.recognition[rubric.id];
  const words = vote.objections[rubric.id];
  const name = nameOf(rubric, vote.names[rubric.id]);
  const delivery = names?.[rubric.id];
  return [
    ...(answer ? (words ? [say(answer === 'not' ? 'notBecause' : 'partlyBecause'), words] : [say(answer)]) : []),
    ...(name ? [say('chosenName', {name})] : []),
    ...(name && delivery ? [nameWords(delivery, speaker)] : []),
  ];
}

/** What happens to a name of one's own. */
function nameWords(delivery: Delivery, {say}: Speaker): string {
  if (delivery.type === 'refused') return say('nameRefused', {reason: say(REFUSALS[delivery.reason])});
  return say(delivery.type === 'released' ? 'nameReleased' : 'nameHeld');
}

function nameOf({proposals}: VotedRubric, name: VoteDraft['names'][string] | undefined): string | undefined {
  if (!name) return undefined;
  return 'own' in name ? name.own : proposals.find(({id}) => id === name.proposal)?.name;
}
