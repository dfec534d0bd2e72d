import {html, nothing, type TemplateResult} from 'lit';
import {countedWords, nextAfterRefusal, receiptTemplate, unsentTemplate} from '../shared/contribution.template.js';
import {heading} from '../shared/heading.js';
import {day} from '../shared/voice.js';
import {answerWords, type BallotView, type ClosedView, type ClosingSpeaker} from './ballot-view.js';
import type {BallotDraft, OwnBallot} from './plan-ballot.state.js';
import {answersTable} from './summary.template.js';

/** Thanks: where the answers are, what happens next, the answers themselves, and the receipts to change them. */
export function answeredTemplate(own: OwnBallot, view: BallotView, speaker: ClosingSpeaker): TemplateResult {
  const {asked, level} = view;
  const {say} = speaker;
  const {delivery} = own;
  const isRefused = delivery.type === 'refused';
  return html`<div part="thanks">
      ${heading(level, html`<span class="title">${say(isRefused ? 'notPlaced' : 'thanks')}</span>`)}
      <p class=${isRefused ? 'problem' : 'lead'} role="status">
        ${countedWords(delivery, asked.about.storage, speaker)}
      </p>
      <p>${isRefused ? say(nextAfterRefusal(delivery.reason)) : html`${say('thanksNext')} ${resultWords(view)}`}</p>
    </div>
    ${ownTemplate(own, view, speaker)} ${receiptsTemplate(own, view, speaker)}`;
}

/** When the result comes, what this person was filling in, and what they gave. Never an empty form. */
export function closedTemplate(view: ClosedView, speaker: ClosingSpeaker): TemplateResult {
  const {own, draft, about} = view.asked;
  return html`<p class="lead">${speaker.say('closed')} ${resultWords(view, speaker.say('resultsSoon'))}</p>
    ${draft ? unsentTemplate(answersTable(draft, view, speaker), draftLines(draft, view), speaker) : nothing}
    ${
      own
        ? html`<p>${countedWords(own.delivery, about.storage, speaker)}</p>
          ${ownTemplate(own, view, speaker)}`
        : nothing
    }`;
}

function resultWords({asked: {about}, say, voice}: BallotView, otherwise = say('resultsLater')): string {
  return about.resultsFrom ? say('resultsFrom', {day: day(about.resultsFrom, voice)}) : otherwise;
}

function ownTemplate(own: OwnBallot, view: BallotView, speaker: ClosingSpeaker): TemplateResult {
  return html`<div part="own">
    ${heading(view.level + 1, html`${speaker.say('yourAnswers')}: ${view.asked.plan.name}`, 'own-heading')}
    ${answersTable(own, view, {say: speaker.say, read: own.reasonDeliveries ?? {}})}
  </div>`;
}

/** The ballot and every reason have a receipt each: nothing ties a reason to the marks. */
function receiptsTemplate(own: OwnBallot, view: BallotView, speaker: ClosingSpeaker): TemplateResult {
  const {about, values} = view.asked;
  const reasons = values.flatMap(({id, name}) => {
    const [receipt, text] = [own.reasonReceipts[id], own.reasons[id]];
    if (!receipt?.code || !text) return [];
    return [html`<dt>${name}</dt><dd>${receiptTemplate(receipt, {texts: [text], about}, speaker)}</dd>`];
  });
  return html`${receiptTemplate(own, {texts: markLines(own, view), about}, speaker)}
  ${
    reasons.length > 0
      ? html`<details>
        <summary>${speaker.say('reasonReceipts')}</summary>
        <dl>${reasons}</dl>
      </details>`
      : nothing
  }`;
}

function markLines({marks}: BallotDraft, view: BallotView): string[] {
  return view.asked.values.flatMap(({id, name}) => {
    const mark = marks[id];
    return mark === undefined ? [] : [`${name}: ${answerWords(mark, view)}`];
  });
}

/** Marks and reasons: nobody but who filled them in has them. */
function draftLines(draft: BallotDraft, view: BallotView): string[] {
  const reasons = view.asked.values.flatMap(({id, name}) => {
    const reason = draft.reasons[id];
    return reason ? [`${name}: ${reason}`] : [];
  });
  return [...markLines(draft, view), ...reasons];
}
