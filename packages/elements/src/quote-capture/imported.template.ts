import {html, nothing, type TemplateResult} from 'lit';
import type {VoiceController} from '../shared/voice-controller.js';
import {sends, type Open} from './desk.js';
import type {ImportKey} from './import.messages.js';
import type {QuotesOfFile} from './quote-capture.state.js';

type Speaker = Pick<VoiceController<ImportKey>, 'say'>;

/** What was done with the last file, in words, and a way back. `said` is what stands there when there is none. */
export function importedTemplate(
  {imported, about}: Open,
  said: string,
  {voice, undo}: {readonly voice: Speaker; readonly undo: () => void},
): TemplateResult {
  if (!imported) return html`<p role="status">${said}</p>`;
  const {say} = voice;
  const toCollector = sends(about);
  const done = toCollector
    ? sentWords(imported, about.moderated, voice)
    : say('imported', {n: imported.quotes - imported.held, held: imported.held});
  return html`<p role="status">${done}</p>
    ${imported.unsent ? html`<p class="quiet">${say('unsent', {n: imported.unsent})}</p>` : nothing}
    <div class="actions">
      <button type="button" @click=${undo}>${say(toCollector ? 'takeAway' : 'undo')}</button>
    </div>`;
}

/** Heard twice: when it begins and when it is done. How many are left is beside it, and not said at every one. */
function sentWords({quotes, unsent = 0, refused = 0}: QuotesOfFile, moderated: boolean, {say}: Speaker): string {
  if (unsent > 0) return say('sending', {n: quotes});
  const taken = quotes - refused;
  return [
    ...(taken > 0 ? [say('sent', {n: taken}), ...(moderated ? [say('readFirst')] : [])] : []),
    ...(refused > 0 ? [say('notTaken', {n: refused})] : []),
  ].join(' ');
}
