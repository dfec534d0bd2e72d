import {html, type TemplateResult} from 'lit';
import type {About, Delivery, Receipt, Refusal} from './about.js';
import type {ContributionKey} from './contribution.messages.js';
import {saveFile} from './save-file.js';
import type {VoiceController} from './voice-controller.js';

type Speaker = Pick<VoiceController<ContributionKey>, 'say'>;

/** Why a contribution was refused, in words. */
export const REFUSALS: Readonly<Record<Refusal, ContributionKey>> = {
  'personal-data': 'refusedPersonalData',
  insult: 'refusedInsult',
  'not-an-answer': 'refusedNotAnAnswer',
  double: 'refusedDouble',
  other: 'refusedOther',
  closed: 'refusedClosed',
  'too-long': 'refusedTooLong',
  'code-used': 'refusedCodeUsed',
  'code-needed': 'refusedCodeNeeded',
  'code-unknown': 'refusedCodeUnknown',
  'wrong-receipt': 'refusedWrongReceipt',
  'not-understood': 'refusedNotUnderstood',
};

/** Where a contribution is, in words. "Sent" only once the collector has it. */
export function deliveryWords(delivery: Delivery, storage: About['storage'], {say}: Speaker): string {
  switch (delivery.type) {
    case 'kept':
      return say(storage === 'memory' ? 'keptInMemory' : 'kept');
    case 'waiting':
      return storage === 'memory' ? say('keptInMemory') : say('waiting', {n: delivery.days});
    case 'refused':
      return say('refused', {reason: say(REFUSALS[delivery.reason])});
    default:
      return say(delivery.type);
  }
}

/** The same for what is counted and stands on no website: marks and votes. */
export function countedWords(delivery: Delivery, storage: About['storage'], speaker: Speaker): string {
  if (delivery.type !== 'refused') return deliveryWords(delivery, storage, speaker);
  return speaker.say('notCounted', {reason: speaker.say(REFUSALS[delivery.reason])});
}

/** What somebody can do about a refusal. What came too late is not to be sent again. */
export function nextAfterRefusal(reason: Refusal): ContributionKey {
  return reason === 'closed' ? 'nextTooLate' : 'nextRefused';
}

/** The code to write down, and what it is for; without one the person's own words to save, which `texts` are. */
export function receiptTemplate(
  {code}: Receipt,
  {texts, about}: {readonly texts: readonly string[]; readonly about: About},
  speaker: Speaker,
): TemplateResult {
  if (!code) return savingTemplate('saveAnswers', texts, speaker);
  const title = speaker.say('receiptTitle');
  const use = speaker.say(about.destination === 'device' ? 'receiptUseHere' : 'receiptUse');
  return html`<div part="receipt" class="notice">
    <p><strong>${title}:</strong> <code translate="no">${code}</code></p>
    <p class="small">${use}</p>
    ${savingTemplate('saveReceipt', [title, code, use, ...texts], speaker)}
  </div>`;
}

/** What somebody was still filling in when it closed: it went nowhere, and can be read and saved. */
export function unsentTemplate(shown: TemplateResult, texts: readonly string[], speaker: Speaker): TemplateResult {
  return html`<p class="problem">${speaker.say('unsent')}</p>
    ${shown} ${savingTemplate('saveAnswers', texts, speaker)}`;
}

/** A button that saves these texts as a file. */
function savingTemplate(key: 'saveReceipt' | 'saveAnswers', texts: readonly string[], {say}: Speaker): TemplateResult {
  const save = (): void => saveFile('samenwaarde.txt', texts.join('\n\n'), 'text/plain');
  return html`<button type="button" class="plain small" @click=${save}>${say(key)}</button>`;
}
