import {QuoteCapture} from './quote-capture.js';

if (!customElements.get('samen-quote-capture')) customElements.define('samen-quote-capture', QuoteCapture);

declare global {
  interface HTMLElementTagNameMap {
    'samen-quote-capture': QuoteCapture;
  }
}
