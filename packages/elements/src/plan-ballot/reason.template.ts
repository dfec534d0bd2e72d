import {html, type TemplateResult} from 'lit';
import {personalDataTemplate} from '../shared/personal-data.template.js';
import {withReason} from './ballot-draft.js';
import type {ClosingSpeaker, MarkingView} from './ballot-view.js';
import type {MarkedValue} from './plan-ballot.state.js';

/** Longest reason, in UTF-16 units: the length that a record may have. */
const LONGEST_REASON = 5_000;

/** What would have to change; and before the first keystroke, how that is shown. */
export function reasonTemplate(
  {id, place}: MarkedValue & {readonly place: number},
  {asked, draft, onDraft, onSettled}: MarkingView,
  speaker: ClosingSpeaker,
): TemplateResult {
  const text = draft.reasons[id] ?? '';
  const shown = asked.terms.scale === 'marks' ? 'reasonShown' : 'reasonShownSufficient';
  const change = (changed: string): void => {
    onDraft(now => withReason(now, id, changed));
    onSettled();
  };
  return html`<div class="reason" part="reason">
    <label for=${`reason-${place}`}>${speaker.say('reason')}</label>
    <p class="small quiet" id=${`shown-${place}`}>
      ${speaker.say(shown, {n: asked.terms.k})} ${speaker.say('namesNotFound')}
    </p>
    <textarea
      id=${`reason-${place}`}
      maxlength=${LONGEST_REASON}
      aria-describedby=${`shown-${place}`}
    ></textarea>
    ${personalDataTemplate({id: `reason-${place}`, text, change}, speaker)}
  </div>`;
}
