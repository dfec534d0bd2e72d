import {expect, fixture, html} from '@open-wc/testing';
import {violations} from '../shared/axe.test-helper.js';
import {examples} from './rubric-vote.examples.js';
import {RubricVote, VoteSubmitEvent} from './rubric-vote.js';
import {all, button, click, gastvrij, radio, text} from './vote.test-helper.js';

/** What comes after the first touch cannot be fetched until `broken` is false. */
class VoteAlone extends RubricVote {
  broken = true;

  protected override loadClosing(): ReturnType<RubricVote['loadClosing']> {
    return this.broken ? Promise.reject(new TypeError('Failed to fetch')) : super.loadClosing();
  }
}
customElements.define('test-vote-alone', VoteAlone);

async function alone(lang = 'nl'): Promise<{el: VoteAlone; given: VoteSubmitEvent[]}> {
  const el = Object.assign(new VoteAlone(), {state: examples.coreValues, textContent: 'Ask at the desk.'});
  const given: VoteSubmitEvent[] = [];
  el.addEventListener(VoteSubmitEvent.type, event => given.push(event));
  (await fixture<HTMLElement>(html`<div lang=${lang}></div>`)).append(el);
  await el.updateComplete;
  return {el, given};
}

describe('<samen-rubric-vote> without what comes later', () => {
  it('says that one cannot go on yet, keeps what was chosen, and goes on at the next press', async () => {
    const {el, given} = await alone();
    await click(el, radio(el, 'Gastvrij', 'Klopt'));
    await click(el, button(el, 'Versturen'));
    await el.updateComplete;
    const [alert] = all<HTMLElement>(el, '[role=alert]');
    expect(alert!.textContent).to.contain('Verder gaan kan nog niet. Er is niets verloren.');
    expect([el.shadowRoot!.activeElement, given]).to.deep.equal([alert, []]);
    expect(await violations(el)).to.deep.equal([]);
    el.broken = false;
    await click(el, button(el, 'Versturen'));
    await el.updateComplete;
    expect(all(el, '[role=alert]')).to.deep.equal([]);
    expect(given.map(({vote}) => vote.recognition[gastvrij])).to.deep.equal(['fits']);
  });

  it('tries again on demand, and leaves the focus where one can go on', async () => {
    const {el} = await alone();
    await click(el, radio(el, 'Gastvrij', 'Klopt'));
    el.broken = false;
    await click(el, button(el, 'Opnieuw proberen'));
    await el.updateComplete;
    expect(all(el, '[role=alert]')).to.deep.equal([]);
    expect(radio(el, 'Gastvrij', 'Klopt').checked).to.equal(true);
    expect(el.shadowRoot!.activeElement).to.equal(button(el, 'Versturen'));
  });

  it('tries again by itself when the connection is back', async () => {
    const {el} = await alone();
    el.broken = false;
    window.dispatchEvent(new Event('online'));
    await el.updateComplete;
    expect(text(el)).to.contain('Ik heb een bewijs').and.not.to.contain('Verder gaan kan nog niet');
  });

  it('speaks no Dutch on an English page: it waits for its English, and says when that does not come', async () => {
    const {el} = await alone('en');
    expect(all(el, '[lang=en]').map(({textContent}) => textContent)).to.deep.equal([
      'This part is not loaded yet. When there is a connection again, we try once more.',
    ]);
    expect([all(el, 'form').length, all(el, 'slot').length]).to.deep.equal([0, 1]);
    expect(await violations(el)).to.deep.equal([]);
    el.broken = false;
    window.dispatchEvent(new Event('online'));
    await el.updateComplete;
    expect(text(el)).to.contain('What do we find important together?').and.not.to.contain('Niet alles');
  });
});
