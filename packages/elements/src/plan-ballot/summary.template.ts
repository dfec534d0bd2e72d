import {html, nothing, type TemplateResult} from 'lit';
import type {Delivery} from '../shared/about.js';
import {REFUSALS} from '../shared/contribution.template.js';
import {heading} from '../shared/heading.js';
import {given, unanswered} from './given.js';
import {answerWords, lastStep, type BallotView, type ClosingSpeaker, type MarkingView} from './ballot-view.js';
import type {BallotCourse} from './ballot-course.js';
import type {BallotDraft, MarkedValue} from './plan-ballot.state.js';

type Change = (value: MarkedValue, place: number) => TemplateResult;

/** Where one can go from the summary. */
interface Ways {
  readonly course: BallotCourse;
  readonly speaker: ClosingSpeaker;
  readonly give: () => void;
  /** Asks for the code of a card, where the round does. */
  readonly code: TemplateResult | typeof nothing;
}

/** What one is about to give, with a way back to every value. */
export function summaryTemplate(view: MarkingView, {course, speaker, give, code}: Ways): TemplateResult {
  const {asked, draft, level} = view;
  const {say} = speaker;
  const names = unanswered(draft, asked.values)
    .map(({name}) => name)
    .join(', ');
  const change: Change = ({name}, place) =>
    html`<button type="button" class="plain" @click=${() => course.open(place, view)}>
      ${say('change')}<span class="sr">: ${name}</span>
    </button>`;
  return html`<div part="summary">
      ${heading(level + 1, say('yourAnswers'), 'summary-heading')}
      ${answersTable(given(draft, asked.values), view, {say, change})}
      ${names ? html`<p>${say('unanswered', {names})}</p>` : nothing} ${code}
    </div>
    <div class="actions">
      <button type="button" class="primary" @click=${give}>
        ${say(asked.about.destination === 'device' ? 'keep' : 'send')}
      </button>
      <button type="button" @click=${() => course.go(lastStep(view))}>${say('back')}</button>
    </div>`;
}

/** What a table of answers has besides them: the way back to one, and what happens to each reason. */
interface Beside extends Pick<ClosingSpeaker, 'say'> {
  readonly change?: Change;
  readonly read?: Readonly<Record<string, Delivery>>;
}

/** Answers in words with their reasons, as a table. */
export function answersTable(answers: BallotDraft, view: BallotView, {say, change, read = {}}: Beside): TemplateResult {
  const row = (value: MarkedValue, place: number): TemplateResult => {
    const [mark, reason] = [answers.marks[value.id], answers.reasons[value.id]];
    return html`<tr>
      <th scope="row">${value.name}</th>
      <td>
        ${mark === undefined ? say('noAnswer') : answerWords(mark, view)}
        ${reason ? html`<p class="own-words">${reason}</p>` : nothing} ${readingTemplate(read[value.id], say)}
        ${change?.(value, place)}
      </td>
    </tr>`;
  };
  return html`<table part="answers">
    <thead class="small">
      <tr>
        <th scope="col">${say('columnValue')}</th>
        <th scope="col">${say('columnAnswer')}</th>
      </tr>
    </thead>
    <tbody>
      ${view.asked.values.map(row)}
    </tbody>
  </table>`;
}

/** What happens to a reason that somebody reads before others do. */
function readingTemplate(delivery: Delivery | undefined, say: Beside['say']): TemplateResult | typeof nothing {
  if (!delivery) return nothing;
  const words =
    delivery.type === 'refused'
      ? say('reasonRefused', {reason: say(REFUSALS[delivery.reason])})
      : say(delivery.type === 'released' ? 'reasonReleased' : 'reasonHeld');
  return html`<p class="small quiet">${words}</p>`;
}

/** That the answers were given before, and a way to leave them as they were. */
export function changingTemplate(stop: () => void, {say}: ClosingSpeaker): TemplateResult {
  return html`<div class="notice">
    <p>${say('changing')}</p>
    <button type="button" @click=${stop}>${say('stopChanging')}</button>
  </div>`;
}
