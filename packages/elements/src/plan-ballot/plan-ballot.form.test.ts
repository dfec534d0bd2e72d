import {expect, fixture, html} from '@open-wc/testing';
import {DraftEvent} from '../shared/requests.js';
import './define.js';
import {examples} from './plan-ballot.examples.js';
import {BallotSubmitEvent, type PlanBallot} from './plan-ballot.js';
import type {PlanBallotState} from './plan-ballot.state.js';

const {marking, halfway, complete} = examples;
const ids = marking.values.map(({id}) => id);
const field = (place: number): string => `marks[${ids[place]}]`;

interface Options {
  readonly state?: PlanBallotState;
  readonly name?: string;
  readonly required?: boolean;
  readonly layout?: 'list' | 'steps';
}

async function inForm({state = marking, name = 'marks', required = false, layout = 'list'}: Options = {}) {
  const form = await fixture<HTMLFormElement>(
    html`<form>
      <samen-plan-ballot name=${name} layout=${layout} ?required=${required} .state=${state}></samen-plan-ballot>
    </form>`,
  );
  const el = form.querySelector('samen-plan-ballot')!;
  await el.updateComplete;
  return {form, el};
}

const entries = (form: HTMLFormElement): Record<string, FormDataEntryValue> => Object.fromEntries(new FormData(form));
const radio = (el: PlanBallot, place: number, answer: string): HTMLInputElement =>
  el.shadowRoot!.querySelector<HTMLInputElement>(`#value-${place} input[value=${CSS.escape(answer)}]`)!;
const text = (el: PlanBallot, selector: string): string =>
  el.shadowRoot!.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('<samen-plan-ballot> in a form', () => {
  it('submits one entry per answer, a reason below the pass mark, and nothing for what is unanswered', async () => {
    const {form, el} = await inForm({state: {...marking, terms: {...marking.terms, notApplicable: true}}});
    expect(entries(form)).to.deep.equal({});
    radio(el, 0, '4').click();
    radio(el, 1, '10').click();
    radio(el, 2, 'unknown').click();
    radio(el, 3, 'not-applicable').click();
    await el.updateComplete;
    const reason = el.shadowRoot!.querySelector('textarea')!;
    reason.value = ' Weer geen wc. ';
    reason.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    expect(entries(form)).to.deep.equal({
      [field(0)]: '4',
      [`${field(0)}[reason]`]: 'Weer geen wc.',
      [field(1)]: '10',
      [field(2)]: 'unknown',
      [field(3)]: 'not-applicable',
    });
  });

  it('has the new answer while the event is still travelling, for input and for change', async () => {
    const {form, el} = await inForm();
    const seen: unknown[] = [];
    for (const type of ['input', 'change']) {
      form.addEventListener(type, event => seen.push([event.type, event.target, entries(form)[field(1)]]));
    }
    radio(el, 1, '8').click();
    expect(seen).to.deep.equal([
      ['input', el, '8'],
      ['change', el, '8'],
    ]);
  });

  it('asks nothing of an alliance and shows no button to send, in steps neither', async () => {
    for (const layout of ['list', 'steps'] as const) {
      const {el} = await inForm({layout});
      const heard: string[] = [];
      for (const type of [DraftEvent.type, BallotSubmitEvent.type]) {
        el.addEventListener(type, () => heard.push(type));
      }
      radio(el, 0, '3').click();
      await el.updateComplete;
      const words = [...el.shadowRoot!.querySelectorAll('button')].map(button => button.textContent.trim());
      expect(words).to.deep.equal(
        layout === 'list' ? ['Antwoord weghalen: Gastvrij'] : ['Antwoord weghalen: Gastvrij', 'Volgende'],
      );
      expect(el.shadowRoot!.querySelector('[part=receipt-entry]')).to.equal(null);
      expect(heard).to.deep.equal([]);
    }
  });

  it('keeps the answers of all steps', async () => {
    const {form, el} = await inForm({layout: 'steps'});
    radio(el, 0, '6').click();
    await el.updateComplete;
    [...el.shadowRoot!.querySelectorAll('button')].find(button => button.textContent.trim() === 'Volgende')!.click();
    await el.updateComplete;
    radio(el, 1, '7').click();
    expect(entries(form)).to.deep.equal({[field(0)]: '6', [field(1)]: '7'});
  });

  it('is a widget like any other without a name', async () => {
    const {form, el} = await inForm({name: ''});
    let drafts = 0;
    el.addEventListener(DraftEvent.type, () => drafts++);
    radio(el, 0, '3').click();
    await el.updateComplete;
    expect([drafts, entries(form)]).to.deep.equal([1, {}]);
    expect(el.shadowRoot!.textContent).to.contain('Kijk uw antwoorden na');
  });

  it('takes over the draft it begins with, and no other after that', async () => {
    const {form, el} = await inForm({state: halfway});
    expect(entries(form)[field(0)]).to.equal('4');
    el.state = {...halfway, draft: complete.draft};
    expect(entries(form)[field(4)]).to.equal(undefined);
  });

  it('asks on though this device gave an alliance its marks before', async () => {
    const {form, el} = await inForm({state: examples.sent});
    expect(entries(form)).to.deep.equal({});
    radio(el, 0, '9').click();
    expect(entries(form)).to.deep.equal({[field(0)]: '9'});
  });

  it('submits nothing after closing', async () => {
    const {form, el} = await inForm({state: halfway});
    el.state = examples.closedOwn;
    expect(entries(form)).to.deep.equal({});
  });

  it('goes back to the beginning when the form is reset', async () => {
    const {form, el} = await inForm({state: halfway});
    radio(el, 4, '9').click();
    form.reset();
    await el.updateComplete;
    expect(Object.keys(entries(form))).to.deep.equal([field(0), field(1), field(2), `${field(0)}[reason]`]);
    expect(el.shadowRoot!.querySelectorAll('input:checked')).to.have.length(3);
  });

  it('takes up what the browser restores, before and after its content came', async () => {
    const restored = new FormData();
    restored.append(field(1), '8');
    restored.append(`${field(0)}[reason]`, 'Hek = wegwezen.');
    restored.append(field(0), '8');
    restored.append(field(2), 'elf');
    restored.append('other', '3');
    const {form, el} = await inForm({state: {type: 'loading'}});
    await el.formStateRestoreCallback(restored);
    el.state = marking;
    expect(entries(form)).to.deep.equal({[field(0)]: '8', [field(1)]: '8'});
    await el.updateComplete;
    radio(el, 0, '4').click();
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('textarea')!.value).to.equal('Hek = wegwezen.');
    const other = await inForm();
    await other.el.formStateRestoreCallback(restored);
    await other.el.updateComplete;
    expect(radio(other.el, 1, '8').checked).to.equal(true);
  });

  it('is required: every value must be answered, and links lead to what is missing', async () => {
    const {form, el} = await inForm({required: true, state: {...halfway, values: marking.values.slice(0, 4)}});
    expect(form.checkValidity()).to.equal(false);
    await el.updateComplete;
    expect(text(el, '[part=problem]')).to.equal('Geef bij elke kernwaarde antwoord. Ga naar Vertrouwd');
    el.shadowRoot!.querySelector<HTMLAnchorElement>('[part=problem] a')!.click();
    await el.updateComplete;
    expect(el.shadowRoot!.activeElement).to.equal(radio(el, 3, '1'));
    radio(el, 3, 'unknown').click();
    await el.updateComplete;
    expect(form.checkValidity()).to.equal(true);
    expect(el.shadowRoot!.querySelector('[part=problem]')).to.equal(null);
  });

  it('is required in steps too: the link opens the step that is missing', async () => {
    const {form, el} = await inForm({required: true, layout: 'steps', state: halfway});
    expect(form.reportValidity()).to.equal(false);
    await el.updateComplete;
    const links = [...el.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part=problem] a')];
    expect(links.map(link => link.textContent)).to.deep.equal(['Ga naar Vertrouwd', 'Ga naar Eerlijk']);
    links[1]!.click();
    await el.updateComplete;
    expect(text(el, 'legend')).to.equal('Eerlijk');
  });

  it('brings the focus to the first unanswered value when the browser reports it', async () => {
    const {form, el} = await inForm({required: true, state: halfway});
    form.reportValidity();
    expect(el.shadowRoot!.activeElement).to.equal(radio(el, 3, '1'));
  });

  it('does not count and cannot be changed in a disabled fieldset', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <fieldset disabled>
          <samen-plan-ballot name="marks" required .state=${halfway}></samen-plan-ballot>
        </fieldset>
      </form>`,
    );
    const el = form.querySelector('samen-plan-ballot')!;
    await el.updateComplete;
    expect([entries(form), form.checkValidity()]).to.deep.equal([{}, true]);
    expect(radio(el, 0, '7').matches(':disabled')).to.equal(true);
  });

  it('moves its answers to another name at once', async () => {
    const {form, el} = await inForm({state: halfway});
    el.name = 'cijfers';
    await el.updateComplete;
    expect(entries(form)[`cijfers[${ids[0]}]`]).to.equal('4');
  });
});
