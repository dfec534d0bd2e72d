import {html, nothing, type TemplateResult} from 'lit';
import type {About} from './about.js';
import type {AboutKey} from './about.messages.js';
import type {VoiceController} from './voice-controller.js';
import {day} from './voice.js';

type Speaker = Pick<VoiceController<AboutKey>, 'say' | 'voice'>;

/**
 * Who asks, who reads it, when one hears back and where the answer goes: at most 60 words, before the first keystroke.
 * `readers` says who sees what people give; an exercise nobody sees.
 */
export function aboutTemplate(about: About, readers: string, {say, voice}: Speaker): TemplateResult {
  const {organisation, destination, contact, until, resultsFrom, keptUntil} = about;
  return html`<div part="about" class="small quiet">
    <p>
      ${organisation && say('asks', {organisation})} ${say('notWho')} ${destination === 'device' ? say('practice') : readers}
      ${until ? say('until', {day: day(until, voice)}) : nothing}
      ${resultsFrom ? say('resultsFrom', {day: day(resultsFrom, voice)}) : say('resultsLater')}
      ${keptUntil ? say('keptUntil', {day: day(keptUntil, voice)}) : nothing}
      ${contact ? say('questions', {contact}) : nothing} ${privacyTemplate(about.privacy, say('privacy'))}
    </p>
    ${about.storage === 'memory' ? html`<p class="notice" role="status">${say('memoryOnly')}</p>` : nothing}
  </div>`;
}

/** An address from a file may be anything: only a page on the web becomes a link. */
function privacyTemplate(address: string | undefined, label: string): TemplateResult | typeof nothing {
  if (!address || !URL.canParse(address, document.baseURI)) return nothing;
  const {protocol, href} = new URL(address, document.baseURI);
  return protocol === 'https:' || protocol === 'http:' ? html`<a href=${href}>${label}</a>.` : nothing;
}
