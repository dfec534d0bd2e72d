import {expect, fixture, html} from '@open-wc/testing';
import {violations} from '../shared/axe.test-helper.js';
import {button, find, press, shown, type, words} from './capture.test-helper.js';
import {examples} from './quote-capture.examples.js';
import {QuoteCapture, QuoteSubmitEvent} from './quote-capture.js';

/** What comes after the first keystroke cannot be fetched until `broken` is false. */
class CaptureAlone extends QuoteCapture {
  broken = true;

  protected override loadClosing(): ReturnType<QuoteCapture['loadClosing']> {
    return this.broken ? Promise.reject(new TypeError('Failed to fetch')) : super.loadClosing();
  }
}
customElements.define('test-capture-alone', CaptureAlone);

async function alone(lang = 'nl'): Promise<{el: CaptureAlone; given: QuoteSubmitEvent[]}> {
  const el = Object.assign(new CaptureAlone(), {state: examples.asking, textContent: 'Ask at the desk.'});
  const given: QuoteSubmitEvent[] = [];
  el.addEventListener(QuoteSubmitEvent.type, event => given.push(event));
  (await fixture<HTMLElement>(html`<div lang=${lang}></div>`)).append(el);
  await shown(el);
  return {el, given};
}

describe('<samen-quote-capture> without what comes later', () => {
  it('says before it sends that nobody looked for personal data, and lets the person send all the same', async () => {
    const {el, given} = await alone();
    await type(el, 'Bel mij op 06 12345678.');
    await press(el, 'Versturen');
    expect(given).to.deep.equal([]);
    expect(words(el.shadowRoot!.activeElement)).to.contain('Wij kunnen nu niet nakijken');
    expect(await violations(el)).to.deep.equal([]);
    await press(el, 'Toch versturen');
    expect(given.map(({quotes}) => quotes)).to.deep.equal([['Bel mij op 06 12345678.']]);
  });

  it('looks for personal data as soon as it can, also after it said that it could not', async () => {
    const {el, given} = await alone();
    await type(el, 'Bel mij op 06 12345678.');
    await press(el, 'Versturen');
    el.broken = false;
    window.dispatchEvent(new Event('online'));
    await shown(el);
    expect(button(el, 'Versturen')).to.exist;
    await press(el, 'Versturen');
    expect([given, words(find(el, '#look-again'))]).to.satisfy(
      ([sent, told]: [unknown[], string]) => sent.length === 0 && told.includes('06 12345678'),
    );
    await press(el, 'Toch versturen');
    expect(given).to.have.length(1);
  });

  it('speaks no Dutch on an English page: it waits for its English, and says when that does not come', async () => {
    const {el} = await alone('en');
    expect(words(find(el, '[role=alert] [lang=en]'))).to.contain('This part is not loaded yet.');
    expect([find(el, 'form'), find(el, 'slot') === null]).to.deep.equal([null, false]);
    el.broken = false;
    await press(el, 'Opnieuw proberen');
    await shown(el);
    expect(button(el, 'Send')).to.exist;
  });
});
