import {findPersonalData} from '@samenwaarde/core';
import {html, nothing, type TemplateResult} from 'lit';
import {unsentTemplate} from '../shared/contribution.template.js';
import {OwnContributionController} from '../shared/own-contribution-controller.js';
import {personalDataTemplate, type CheckedField} from '../shared/personal-data.template.js';
import type {VoiceController} from '../shared/voice-controller.js';
import type {AskingKey} from './asking.messages.js';
import type {Asked, Host} from './desk.js';
import {goneTemplate, ownQuotesTemplate, resultsWords, thanksTemplate} from './own-quotes.template.js';
import {quoteCaptureTexts, type QuoteCaptureKey} from './quote-capture.messages.js';
import type {OwnQuote, QuoteCaptureState} from './quote-capture.state.js';

/**
 * What comes after the first keystroke: personal data that is pointed out, thanks, own answers and their receipts.
 */
export class Closing {
  readonly host: Host;
  readonly voice: VoiceController<QuoteCaptureKey>;
  readonly own: OwnContributionController;

  constructor(host: Host, voice: VoiceController<AskingKey>) {
    this.host = host;
    this.voice = voice.learn(quoteCaptureTexts);
    this.own = new OwnContributionController(host, this.voice);
  }

  /** The personal data in a text, word for word. */
  found(text: string): readonly string[] {
    return findPersonalData(text).map(({start, end}) => text.slice(start, end));
  }

  /** Points out the personal data under a field; `insists` when sending would send them all the same. */
  notices(field: CheckedField, insists: boolean): TemplateResult {
    return html`${insists ? html`<p>${this.voice.say('lookAgain')}</p>` : nothing}
    ${personalDataTemplate(field, this.voice)}`;
  }

  /** Thanks for one quote, which on a shared device may have left the screen already. */
  thanks(quote: OwnQuote | undefined, asked: Asked): TemplateResult {
    return quote ? thanksTemplate(quote, asked, this) : goneTemplate(this);
  }

  /** When the result comes, and what somebody was typing when it closed. */
  closed({about, draft}: Extract<Asked, {type: 'closed'}>): TemplateResult {
    return html`<p>${resultsWords(about, this)}</p>
      ${draft ? unsentTemplate(html`<blockquote part="quote">${draft}</blockquote>`, [draft], this.voice) : nothing}`;
  }

  /** Last: what was just done with an own answer, and the way for the next person where a resident writes. */
  foot(state: QuoteCaptureState, isResident: boolean): TemplateResult {
    const isOwn = 'own' in state && (state.own.length > 0 || (state.type === 'closed' && state.draft));
    return html`${this.own.status()} ${isOwn && isResident ? this.own.nextPerson() : nothing}`;
  }

  /** Own answers, each with its receipt and what can be done with it. */
  ownQuotes(quotes: readonly OwnQuote[], asked: Asked): TemplateResult {
    return ownQuotesTemplate(quotes, asked, this);
  }
}
