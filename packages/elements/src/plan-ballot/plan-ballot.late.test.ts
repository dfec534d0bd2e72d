import {expect, fixture, html} from '@open-wc/testing';
import {violations} from '../shared/axe.test-helper.js';
import {examples} from './plan-ballot.examples.js';
import './define.js';
import {PlanBallot} from './plan-ballot.js';

/** What comes after the first mark cannot be fetched until `broken` is false. */
class BallotAlone extends PlanBallot {
  broken = true;

  protected override loadClosing(): ReturnType<PlanBallot['loadClosing']> {
    return this.broken ? Promise.reject(new TypeError('Failed to fetch')) : super.loadClosing();
  }
}
customElements.define('test-ballot-alone', BallotAlone);

async function alone(lang = 'nl'): Promise<BallotAlone> {
  const el = Object.assign(new BallotAlone(), {state: examples.marking, textContent: 'Ask at the desk.'});
  (await fixture<HTMLElement>(html`<div lang=${lang}></div>`)).append(el);
  await el.updateComplete;
  return el;
}

const find = (el: PlanBallot, selector: string): HTMLElement | null => el.shadowRoot!.querySelector(selector);
const text = (el: PlanBallot): string => (find(el, '[part=ballot]')?.textContent ?? '').replace(/\s+/g, ' ').trim();
const retry = (el: PlanBallot): HTMLElement => find(el, '[role=alert] button')!;

describe('<samen-plan-ballot> without what comes later', () => {
  it('says that one cannot go on yet, takes marks, and keeps them when somebody tries again', async () => {
    const el = await alone();
    find(el, '#value-1 input[value="7"]')!.click();
    await el.updateComplete;
    expect(find(el, '[role=alert]')!.textContent).to.contain('Verder gaan kan nog niet. Er is niets verloren.');
    expect(await violations(el)).to.deep.equal([]);
    retry(el).focus();
    retry(el).click();
    await el.updateComplete;
    expect(retry(el).textContent).to.equal('Opnieuw proberen');
    el.broken = false;
    retry(el).click();
    await el.updateComplete;
    expect(find(el, '[role=alert]')).to.equal(null);
    expect(text(el)).to.contain('1 van de 5 ingevuld').and.to.contain('Kijk uw antwoorden na');
    expect((find(el, '#value-1 input[value="7"]') as HTMLInputElement).checked).to.equal(true);
    expect(el.shadowRoot!.activeElement).to.equal(find(el, '[part=progress]'));
  });

  it('goes on by itself when the connection is back', async () => {
    const el = await alone();
    el.broken = false;
    window.dispatchEvent(new Event('online'));
    await el.updateComplete;
    expect(text(el)).to.contain('Kijk uw antwoorden na').and.not.to.contain('Verder gaan kan nog niet');
  });

  it('speaks no Dutch on an English page: it waits for its English, and says when that does not come', async () => {
    const el = await alone('en');
    expect(find(el, '[role=alert] [lang=en]')!.textContent).to.contain('This part is not loaded yet.');
    expect([find(el, 'fieldset'), find(el, 'slot') === null]).to.deep.equal([null, false]);
    el.broken = false;
    retry(el).click();
    await el.updateComplete;
    expect(text(el)).to.contain('Give a mark for each core value.').and.not.to.contain('Niet alles');
  });
});
