import {Alliance} from './alliance.js';

if (!customElements.get('samen-alliance')) customElements.define('samen-alliance', Alliance);

declare global {
  interface HTMLElementTagNameMap {
    'samen-alliance': Alliance;
  }
}
