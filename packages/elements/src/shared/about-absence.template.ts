import {html, type TemplateResult} from 'lit';
import type {AbsenceKey} from './about-absence.messages.js';
import type {Failure} from './about.js';
import type {VoiceController} from './voice-controller.js';

type Speaker = Pick<VoiceController<AbsenceKey>, 'say'>;

/** The place a widget will need, while its content is on its way. */
export function loadingTemplate({say}: Speaker): TemplateResult {
  return html`<p class="loading quiet" role="status">${say('loading')}</p>`;
}

/** What happened, what is kept, what to do; and what the page itself had put inside the widget. */
export function failedTemplate(reason: Failure, {say}: Speaker): TemplateResult {
  return html`<p class="problem" role="alert">${say(reason)}</p>
    <slot></slot>`;
}
