import {html, nothing, type TemplateResult} from 'lit';
import {unanswered} from './given.js';
import {lastStep, type ClosingSpeaker, type MarkingView} from './ballot-view.js';
import type {Closing} from './closing.js';
import type {MarkedValue} from './plan-ballot.state.js';

/** The plan again, folded, for who is past the first step. */
export function planAgainTemplate({asked}: MarkingView, {speaker}: Closing): TemplateResult {
  return html`<details>
    <summary>${speaker.say('planAgain')}</summary>
    <p class="plan" part="plan">${asked.plan.text}</p>
  </details>`;
}

/** How far somebody is, in words. */
export function progressTemplate(step: number, view: MarkingView, {speaker}: Closing): TemplateResult {
  const total = view.asked.values.length;
  const n = total - unanswered(view.draft, view.asked.values).length;
  return html`${view.stepped ? html`<strong>${speaker.say('step', {n: step + 1, total})}</strong>` : nothing}
    <span class="quiet">${speaker.say('progress', {n, total})}</span>`;
}

/** Previous and next; after the last step, or once the summary was seen, to the summary. */
export function stepsTemplate(view: MarkingView, {course, speaker}: Closing): TemplateResult | typeof nothing {
  const {say} = speaker;
  const [step, last] = [Math.min(course.step, lastStep(view)), lastStep(view)];
  if (view.inForm && last === 0) return nothing;
  const onward = step < last && !course.reviewing;
  const review = (): void => {
    if (missing(view).length > 0) course.halt();
    else course.review(last + 1);
  };
  return html`${onward || view.inForm ? nothing : trustTemplate(view, speaker)}
    <div class="actions">
    ${step > 0 ? html`<button type="button" @click=${() => course.go(step - 1)}>${say('previous')}</button>` : nothing}
    ${
      onward
        ? html`<button type="button" class="primary" @click=${() => course.go(step + 1)}>${say('next')}</button>`
        : nothing
    }
    ${
      onward || view.inForm
        ? nothing
        : html`<button type="button" class="primary" @click=${review}>${say('review')}</button>`
    }
  </div>`;
}

/** How often one person can answer. An exercise is nobody else's. */
function trustTemplate({asked: {about, terms}}: MarkingView, {say}: ClosingSpeaker): TemplateResult | typeof nothing {
  if (about.destination === 'device') return nothing;
  return html`<p class="small quiet">${say(terms.trust === 'open-link' ? 'trustOpenLink' : 'trustCodeCards')}</p>`;
}

/** What is missing, with a link to each value that needs an answer; only after somebody wanted to go on. */
export function problemTemplate(view: MarkingView, closing: Closing): TemplateResult | typeof nothing {
  const {course, speaker} = closing;
  const values = course.checked ? missing(view) : [];
  if (values.length === 0) return nothing;
  const link = (value: MarkedValue): TemplateResult => {
    const place = view.asked.values.indexOf(value);
    const follow = (event: Event): void => {
      event.preventDefault();
      course.open(place, view);
    };
    return html`<li>
      <a href=${`#value-${place}`} @click=${follow}>${speaker.say('goTo', {name: value.name})}</a>
    </li>`;
  };
  return html`<div class="problem" part="problem" role="alert" tabindex="-1">
    <p>${speaker.say(view.inForm ? 'missing' : 'nothing')}</p>
    <ul>
      ${values.map(link)}
    </ul>
  </div>`;
}

/** The values that stop somebody: none at all is answered, or in a form that wants them all, one is not. */
function missing({asked: {values}, draft, inForm, required}: MarkingView): readonly MarkedValue[] {
  const open = unanswered(draft, values);
  if (inForm) return required ? open : [];
  return open.length === values.length ? open.slice(0, 1) : [];
}
