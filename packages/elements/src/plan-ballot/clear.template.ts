import {html, type TemplateResult} from 'lit';
import {withMark} from './ballot-draft.js';
import type {ClosingSpeaker, MarkingView} from './ballot-view.js';
import type {MarkedValue} from './plan-ballot.state.js';

/** Takes an answer back: radios alone cannot. */
export function clearTemplate(
  {id, name}: MarkedValue,
  {onDraft, onSettled}: MarkingView,
  {say}: ClosingSpeaker,
): TemplateResult {
  const clear = ({currentTarget}: Event): void => {
    // The button is about to go: what is answered next gets the focus.
    (currentTarget as Element).closest('fieldset')?.querySelector('input')?.focus();
    onDraft(draft => withMark(draft, id, undefined));
    onSettled();
  };
  return html`<button type="button" class="plain small" @click=${clear}>
    ${say('clear')}<span class="sr">: ${name}</span>
  </button>`;
}
