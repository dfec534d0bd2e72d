// What somebody would write by hand with Lit alone: the same inputs and texts, one language, no states, no storage.
import {css, html, LitElement} from 'lit';
import {state} from './ballot-state.mjs';

const WORDS = [
  'zeer slecht',
  'slecht',
  'ruim onvoldoende',
  'onvoldoende',
  'net niet voldoende',
  'voldoende',
  'ruim voldoende',
  'goed',
  'zeer goed',
  'uitstekend',
];
const SIDES = {emotion: 'Hoe voelt het?', function: 'Wat doet het?', aspiration: 'Waar willen we heen?'};

class BareBallot extends LitElement {
  static properties = {marks: {state: true}};

  static styles = css`
    fieldset { border: 0; padding: 0; margin: 0 0 2em; }
    .marks { display: grid; grid-template-columns: repeat(10, minmax(44px, 1fr)); }
    label { display: inline-grid; min-height: 44px; place-items: center; border: 1px solid; }
    dl { display: flex; gap: 1em; }
  `;

  constructor() {
    super();
    this.marks = {};
  }

  render() {
    const {plan, about, values} = state;
    return html`<h2>${plan.name}</h2>
      <p>Versie ${plan.number}</p>
      <p>${plan.text}</p>
      <p>Geef het plan een cijfer op elke kernwaarde: wat wij samen het belangrijkst vinden. Nodig is een 5,5. Een hoog cijfer maakt een laag cijfer niet goed.</p>
      <p>${about.organisation} vraagt dit. Wij vragen niet wie u bent. Niemand ziet wat u koos. U ziet de uitslag als iedereen klaar is. Vragen? ${about.contact}</p>
      <form @change=${this.onChange}>${values.map((value, place) => this.renderValue(value, place))}</form>
      <p role="status">${Object.keys(this.marks).length} van de ${values.length} ingevuld</p>
      <button type="button">Kijk uw antwoorden na</button>`;
  }

  renderValue({id, name, facets, levels}, place) {
    const chosen = this.marks[id];
    return html`<fieldset id="value-${place}">
      <legend><h3>${name}</h3></legend>
      <dl>${Object.entries(SIDES).map(([side, title]) => html`<div><dt>${title}</dt><dd>${facets[side].text}</dd></div>`)}</dl>
      <dl>${[4, 6, 8].map(mark => html`<div><dt>Een ${mark}</dt><dd>${levels[mark]}</dd></div>`)}</dl>
      <div class="marks">
        ${WORDS.map((word, index) => html`<label><input type="radio" name=${id} value=${index + 1} aria-label="${index + 1}, ${word}" .checked=${chosen === String(index + 1)} /><span>${index + 1}</span></label>`)}
      </div>
      <label><input type="radio" name=${id} value="unknown" .checked=${chosen === 'unknown'} /><span>Weet ik niet</span></label>
    </fieldset>`;
  }

  onChange({target}) {
    this.marks = {...this.marks, [target.name]: target.value};
  }
}

customElements.define('bare-ballot', BareBallot);
document.body.append(document.createElement('bare-ballot'));
requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.interactive = performance.now())));
