import {html, nothing, type TemplateResult} from 'lit';
import {scoreOf, withMark, withReason} from './ballot-draft.js';
import {lastStep, type MarkingView} from './ballot-view.js';
import {introTemplate, planTitleTemplate} from './plan.template.js';
import type {BallotDraft, MarkedValue} from './plan-ballot.state.js';
import {valueTemplate} from './value.template.js';

/** The plan with everything to fill in, or the summary of it. */
export function markingTemplate(view: MarkingView): TemplateResult {
  const {asked, closing, inForm} = view;
  return html`${asked.changing && !inForm ? closing?.changing(view) : nothing} ${planTitleTemplate(view)}
  ${closing?.summary(view) ?? questionsTemplate(view)}`;
}

function questionsTemplate(view: MarkingView): TemplateResult {
  const {asked, closing, stepped} = view;
  const step = Math.min(closing?.course.step ?? 0, lastStep(view));
  const from = stepped ? step : 0;
  const shown = stepped ? asked.values.slice(from, from + 1) : asked.values;
  // Empty until its words arrive, so that nothing moves then.
  const progress = html`<p part="progress" tabindex="-1" role=${stepped ? nothing : 'status'}>
    ${closing?.progress(step, view)}
  </p>`;
  return html`${step === 0 ? introTemplate(view) : closing?.planAgain(view)} ${closing?.problem(view)}
    ${stepped ? progress : nothing}
    <div @input=${(event: Event) => answer(event, view)} @change=${view.onSettled}>
      ${shown.map((value, at) => valueTemplate(value, from + at, view))}
    </div>
    ${stepped ? nothing : progress} ${closing?.steps(view)}
    ${view.unreachable}
    ${view.inForm ? nothing : closing?.receiptEntry(view)}`;
}

/**
 * Puts the answers into the radios and fields, after every update. Not by bindings: those write only what changed since
 * they last wrote, and the person writes in the same controls.
 */
export function showAnswers(root: ParentNode, values: readonly MarkedValue[], {marks, reasons}: BallotDraft): void {
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('fieldset :is(input, textarea)')) {
    const id = valueOf(field, values);
    if (id === undefined) continue;
    if (field instanceof HTMLInputElement) field.checked = field.value === String(marks[id]);
    else field.value = reasons[id] ?? '';
  }
}

/** One listener for every radio and every field: what they are in says which value they are about. */
function answer({target}: Event, {asked, onDraft}: MarkingView): void {
  const field = target as HTMLInputElement | HTMLTextAreaElement;
  const id = valueOf(field, asked.values);
  if (id === undefined) return;
  onDraft(draft =>
    field.type === 'radio' ? withMark(draft, id, scoreOf(field.value)) : withReason(draft, id, field.value),
  );
}

/** Id of the value that a radio or a field is about: the fieldset around it knows its place. */
function valueOf(field: Element, values: readonly MarkedValue[]): string | undefined {
  return values[Number(field.closest('fieldset')?.id.replace('value-', ''))]?.id;
}
