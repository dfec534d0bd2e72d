import {html, nothing, type TemplateResult} from 'lit';
import type {AbsenceKey} from './about-absence.messages.js';
import type {Failed} from './about.js';
import type {LatePart} from './late-part.js';
import type {VoiceController} from './voice-controller.js';
import {unreachable} from './unreachable.js';

/** What every widget can be that has nothing to show. */
type Absent = {readonly type: 'loading' | 'empty'} | Failed;

/** Not yet, not any, or what happened, what is kept and what to do; and what the page itself had put inside the widget. */
export function absenceTemplate(
  state: Absent,
  {say}: Pick<VoiceController<AbsenceKey | 'empty'>, 'say'>,
): TemplateResult {
  switch (state.type) {
    case 'loading':
      return html`<p class="loading quiet" role="status">${say('loading')}</p>
        <slot></slot>`;
    case 'empty':
      return html`<p>${say('empty')}</p>
        <slot></slot>`;
    case 'failed':
      return html`<p class="problem" role="alert">
          ${say(state.reason)} ${state.waiting ? say('stillToSend', {n: state.waiting}) : nothing}
        </p>
        <slot></slot>`;
    default:
      return unreachable(state);
  }
}

/** The place of a part that is on its way; when it could not be fetched, that, and a button to try again. */
export function lateTemplate(
  {failed, load}: Pick<LatePart<unknown>, 'failed' | 'load'>,
  {say, ready}: Pick<VoiceController<AbsenceKey>, 'say' | 'ready'>,
): TemplateResult {
  if (!failed) return html`<p class="loading quiet" role="status">${ready ? say('loading') : nothing}</p>`;
  return html`<div class="problem" role="alert" tabindex="-1">
    <p>${say('incomplete')}</p>
    ${ready ? nothing : html`<p lang="en">This part is not loaded yet. When there is a connection again, we try once more.</p>`}
    <button type="button" @click=${load}>${say('retry')}</button>
  </div>`;
}
