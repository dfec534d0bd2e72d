import {html, nothing, type TemplateResult} from 'lit';
import {countedWords, nextAfterRefusal, receiptTemplate, unsentTemplate} from '../shared/contribution.template.js';
import {heading} from '../shared/heading.js';
import type {OwnContributionController} from '../shared/own-contribution-controller.js';
import {day} from '../shared/voice.js';
import {ownVoteLines, ownVoteTemplate, type Known} from './own-vote.template.js';
import {resultsTemplate} from './results.template.js';
import type {RubricVoteState} from './rubric-vote.state.js';
import type {Speaker} from './closing.js';

type StateOf<Type extends RubricVoteState['type']> = Extract<RubricVoteState, {type: Type}>;

/** What the views after the form are made with. */
export interface After {
  /** Level of the first heading. */
  readonly level: number;
  readonly speaker: Speaker;
  readonly ownContribution: OwnContributionController;
}

/** Thanks, where the answers are, what they were, and what the person can still do. */
export function answeredTemplate(state: StateOf<'answered'>, {level, speaker, ownContribution}: After): TemplateResult {
  const {own, rubrics, questions, about} = state;
  const lines = ownVoteLines(own.vote, rubrics, speaker);
  const {delivery} = own;
  const isRefused = delivery.type === 'refused';
  return html`${heading(level, speaker.say(isRefused ? 'notPlaced' : 'thanks'))}
    <p role="status" class=${isRefused ? 'problem' : 'lead'}>${countedWords(delivery, about.storage, speaker)}</p>
    <p>${isRefused ? speaker.say(nextAfterRefusal(delivery.reason)) : whenResults(state, 'resultsLater', speaker)}</p>
    ${ownVoteTemplate(own, rubrics, {level: level + 1, speaker})}
    ${ownContribution.actions(questions.round, own.id, {what: speaker.say('yourAnswer')})}
    ${receiptTemplate(own, {texts: lines, about}, speaker)} ${ownContribution.nextPerson()}
    ${ownContribution.receiptEntry(questions.round)}`;
}

/** No form any more: when the result comes. */
export function closedTemplate(state: StateOf<'closed'>, after: After): TemplateResult {
  const {level, speaker} = after;
  return html`${heading(level, speaker.say('title'))}
    <p class="lead">${speaker.say('closed')} ${whenResults(state, 'resultsSoon', speaker)}</p>
    ${leftTemplate(state, after)}`;
}

/** What everybody answered, and then what this person did. */
export function revealedTemplate(state: StateOf<'revealed'>, after: After): TemplateResult {
  const {level, speaker} = after;
  return html`${heading(level, speaker.say('title'))} ${resultsTemplate(state, level + 1, speaker)}
  ${leftTemplate(state, after)}`;
}

/** The own answers of a closed round: they can be read, and leave the screen for the next person. */
function leftTemplate(
  {own, draft, about, rubrics}: StateOf<'closed' | 'revealed'>,
  {level, speaker, ownContribution}: After,
): TemplateResult | typeof nothing {
  if (!own && !draft) return nothing;
  const shown = (known: Known): TemplateResult => ownVoteTemplate(known, rubrics, {level: level + 1, speaker});
  return html`${draft && unsentTemplate(shown({vote: draft}), ownVoteLines(draft, rubrics, speaker), speaker)}
  ${own && html`${shown(own)} <p role="status">${countedWords(own.delivery, about.storage, speaker)}</p>`}
  ${ownContribution.nextPerson()}`;
}

function whenResults(
  {about: {resultsFrom}}: StateOf<'answered' | 'closed'>,
  otherwise: 'resultsLater' | 'resultsSoon',
  {say, voice}: Speaker,
): string {
  return resultsFrom ? say('resultsFrom', {day: day(resultsFrom, voice)}) : say(otherwise);
}
