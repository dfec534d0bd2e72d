import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import './define.js';
import {examples} from './plan-ballot.examples.js';
import type {BallotSubmitEvent, PlanBallot} from './plan-ballot.js';

const CODE = '7K4M-2Q9R-TXCB-S';

const find = (el: PlanBallot, selector: string): HTMLElement => el.shadowRoot!.querySelector(selector)!;
const field = (el: PlanBallot): HTMLInputElement => find(el, '#card-code') as HTMLInputElement;

/** A ballot of a round with code cards, at its summary. */
async function summary(code: string): Promise<PlanBallot> {
  const state = {...examples.codeCards, code};
  const el = await fixture<PlanBallot>(html`<samen-plan-ballot .state=${state}></samen-plan-ballot>`);
  find(el, '.actions .primary').click();
  await el.updateComplete;
  return el;
}

/** What is given when somebody presses the button. */
async function send(el: PlanBallot): Promise<BallotSubmitEvent['ballot'] | undefined> {
  let ballot: BallotSubmitEvent['ballot'] | undefined;
  el.addEventListener('samen-ballot-submit', event => (ballot = event.ballot), {once: true});
  find(el, '.actions .primary').click();
  await el.updateComplete;
  return ballot;
}

describe('<samen-plan-ballot> in a round with code cards', () => {
  it('asks for the code before sending, says what is the matter with it, and is accessible', async () => {
    const el = await summary('');
    expect(await violations(el)).to.deep.equal([]);
    expect(await send(el)).to.equal(undefined);
    expect(find(el, '#card-code-problem').textContent).to.equal('Vul de code van uw kaart in.');
    expect(el.shadowRoot!.activeElement).to.equal(field(el));
    expect(field(el).getAttribute('aria-describedby')).to.include('card-code-problem');
    await sendKeys({type: '7K4M 2Q9R'});
    expect(await send(el)).to.equal(undefined);
    expect(find(el, '#card-code-problem').textContent).to.include('Deze code klopt niet');
    expect(field(el).value).to.equal('7K4M 2Q9R');
    expect(await violations(el)).to.deep.equal([]);
  });

  it('takes the code as people type it', async () => {
    const el = await summary('');
    field(el).focus();
    await sendKeys({type: ` ${CODE.toLowerCase().replaceAll('-', ' ')} `});
    expect(await send(el)).to.include({code: CODE});
  });

  it('takes the code that was scanned, and what was typed instead of it', async () => {
    const el = await summary(CODE);
    expect(field(el).value).to.equal(CODE);
    expect(await send(el)).to.include({code: CODE});
    field(el).select();
    await sendKeys({type: 'x'});
    expect(await send(el)).to.equal(undefined);
  });

  it('leads who was refused to the field, says why there, and keeps the answers', async () => {
    const el = await fixture<PlanBallot>(html`<samen-plan-ballot .state=${examples.codeUnknown}></samen-plan-ballot>`);
    find(el, '.actions button').focus();
    el.state = examples.codeRefused;
    await el.updateComplete;
    expect(el.shadowRoot!.activeElement).to.equal(field(el));
    expect(find(el, '#card-code-problem').textContent).to.equal('De kaart met code is al gebruikt.');
    expect(field(el).getAttribute('aria-invalid')).to.equal('true');
    expect(await violations(el)).to.deep.equal([]);
    field(el).select();
    await sendKeys({type: '0000 0000 0000 0'});
    const {marks} = examples.codeRefused.draft;
    expect(await send(el)).to.deep.include({code: '0000-0000-0000-0', marks});
  });

  it('asks for none where the round has none', async () => {
    const el = await fixture<PlanBallot>(html`<samen-plan-ballot .state=${examples.complete}></samen-plan-ballot>`);
    find(el, '.actions .primary').click();
    await el.updateComplete;
    expect(field(el)).to.equal(null);
    expect(await send(el)).not.to.have.property('code');
  });
});
