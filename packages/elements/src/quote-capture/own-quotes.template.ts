import {html, nothing, type TemplateResult} from 'lit';
import type {About, Delivery} from '../shared/about.js';
import {deliveryWords, nextAfterRefusal, receiptTemplate} from '../shared/contribution.template.js';
import {heading, headingLevel} from '../shared/heading.js';
import {day} from '../shared/voice.js';
import type {Closing} from './closing.js';
import type {Asked} from './desk.js';
import type {QuoteCaptureKey} from './quote-capture.messages.js';
import type {OwnQuote} from './quote-capture.state.js';

/** What happens after each way an answer can have gone. */
const NEXT: Readonly<Record<Exclude<Delivery['type'], 'refused'>, QuoteCaptureKey>> = {
  kept: 'nextKept',
  sending: 'nextSending',
  waiting: 'nextWaiting',
  sent: 'nextSent',
  held: 'nextHeld',
  released: 'nextSent',
};

function nextKey(delivery: Delivery): QuoteCaptureKey {
  return delivery.type === 'refused' ? nextAfterRefusal(delivery.reason) : NEXT[delivery.type];
}

/** The thank-you: what happens next, the own words as a quote, and the receipt. */
export function thanksTemplate(quote: OwnQuote, {question, about}: Asked, closing: Closing): TemplateResult {
  const {host, own, voice} = closing;
  const {type} = quote.delivery;
  return html`<section part="thanks">
    ${heading(host.headingLevel, voice.say(type === 'refused' ? 'notPlaced' : 'thanks'))}
    <p class=${type === 'refused' ? 'problem' : 'lead'} role="status">
      ${deliveryWords(quote.delivery, about.storage, voice)}
    </p>
    <p>
      ${voice.say(nextKey(quote.delivery))}
      ${type === 'sent' || type === 'held' || type === 'released' ? resultsWords(about, closing) : nothing}
    </p>
    <p class="small quiet asked">${question.text}</p>
    <blockquote part="quote">${quote.text}</blockquote>
    ${own.actions(question.id, quote.id, {what: excerpt(quote.text)})} ${receiptTemplate(quote, {texts: [quote.text], about}, voice)}
  </section>`;
}

/** The thank-you on a shared device, when the words themselves have left the screen. */
export function goneTemplate({host, voice}: Closing): TemplateResult {
  return html`<section part="thanks">
    ${heading(host.headingLevel, voice.say('thanks'))}
    <p>${voice.say('nextBegins')}</p>
  </section>`;
}

/** Everything this person gave, each with where it is, its receipt, and how to change it or take it away. */
export function ownQuotesTemplate(quotes: readonly OwnQuote[], asked: Asked, closing: Closing): TemplateResult {
  return html`<section part="own">
    ${heading(headingLevel(closing.host.headingLevel) + 1, closing.voice.say('mine'))}
    <ul>
      ${quotes.map(quote => ownQuoteTemplate(quote, asked, closing))}
    </ul>
  </section>`;
}

function ownQuoteTemplate(quote: OwnQuote, {type, question, about}: Asked, {own, voice}: Closing): TemplateResult {
  const what = excerpt(quote.text);
  const receipt = receiptTemplate(quote, {texts: [quote.text], about}, voice);
  return html`<li>
    <blockquote part="quote">${quote.text}</blockquote>
    <p class="small quiet">${deliveryWords(quote.delivery, about.storage, voice)}</p>
    ${
      quote.code
        ? html`<details>
            <summary class="small">${voice.say('receiptTitle')}<span class="sr">: ${what}</span></summary>
            ${receipt}
          </details>`
        : receipt
    }
    ${own.actions(question.id, quote.id, {what, isClosed: type === 'closed'})}
  </li>`;
}

/** When the result comes. */
export function resultsWords({resultsFrom}: About, {voice}: Closing): string {
  return resultsFrom ? voice.say('resultsFrom', {day: day(resultsFrom, voice.voice)}) : voice.say('resultsSoon');
}

/** The first words of a quote, to tell its buttons from those of another. */
function excerpt(text: string): string {
  const signs = Array.from(text);
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : text;
}
