import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import {catalogueFaults} from '../shared/catalogue.test-helper.js';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {
  AnotherEvent,
  ChangeEvent,
  ConnectEvent,
  DraftEvent,
  NextPersonEvent,
  ReceiptEvent,
  WithdrawEvent,
} from '../shared/requests.js';
import './define.js';
import {examples} from './plan-ballot.examples.js';
import {planBallotTexts} from './plan-ballot.messages.js';
import {BallotSubmitEvent, type PlanBallot} from './plan-ballot.js';
import type {BallotDraft, PlanBallotState} from './plan-ballot.state.js';

const {marking, halfway, complete} = examples;
const [hospitable, breathing, rooted, familiar, fair] = marking.values.map(({id}) => id) as [
  string,
  string,
  string,
  string,
  string,
];

async function ballot(state: PlanBallotState, layout: 'list' | 'steps' = 'list'): Promise<PlanBallot> {
  return fixture<PlanBallot>(html`<samen-plan-ballot layout=${layout} .state=${state}></samen-plan-ballot>`);
}

const all = <E extends Element>(el: PlanBallot, selector: string): E[] => [
  ...el.shadowRoot!.querySelectorAll<E>(selector),
];
const text = (el: PlanBallot, selector = '[part=ballot]'): string =>
  el.shadowRoot!.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const value = (el: PlanBallot, place: number): HTMLFieldSetElement =>
  el.shadowRoot!.querySelector<HTMLFieldSetElement>(`#value-${place}`)!;
const radio = (el: PlanBallot, place: number, answer: string): HTMLInputElement =>
  value(el, place).querySelector<HTMLInputElement>(`input[value=${CSS.escape(answer)}]`)!;
const focused = (el: PlanBallot): Element | null => el.shadowRoot!.activeElement;

function button(el: PlanBallot, words: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(el, 'button').find(each => each.textContent.trim().startsWith(words));
  if (!found) throw new Error(`No button “${words}” in: ${text(el)}`);
  return found;
}

async function press(el: PlanBallot, words: string): Promise<void> {
  button(el, words).click();
  await el.updateComplete;
}

async function mark(el: PlanBallot, place: number, answer: string): Promise<void> {
  radio(el, place, answer).click();
  await el.updateComplete;
}

async function write(el: PlanBallot, place: number, words: string): Promise<void> {
  const field = value(el, place).querySelector('textarea')!;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await el.updateComplete;
}

/** Everything a screen reader would be told about a radio. */
const name = (input: HTMLInputElement): string => input.ariaLabel ?? input.closest('label')!.textContent.trim();

describe('<samen-plan-ballot>', () => {
  describe('is accessible', () => {
    for (const [example, state] of Object.entries<PlanBallotState>(examples)) {
      it(`when ${example}`, async () => {
        expect(await violations(await ballot(state))).to.deep.equal([]);
      });
    }

    for (const [lang, address] of [
      ['nl', 'je'],
      ['en', 'u'],
    ]) {
      it(`in ${lang}, ${address}`, async () => {
        const box = await fixture(
          html`<div lang=${lang} address=${address}><samen-plan-ballot .state=${halfway}></samen-plan-ballot></div>`,
        );
        await box.querySelector('samen-plan-ballot')!.updateComplete;
        expect(await violations(box)).to.deep.equal([]);
      });
    }

    it('step by step, in the summary, and with what is missing', async () => {
      const el = await ballot(marking, 'steps');
      expect(await violations(el)).to.deep.equal([]);
      for (let step = 1; step < 5; step++) await press(el, 'Volgende');
      await press(el, 'Kijk uw antwoorden na');
      expect(text(el, '[part=problem]')).to.contain('Er is nog niets ingevuld');
      expect(await violations(el)).to.deep.equal([]);
      await mark(el, 4, '7');
      await press(el, 'Kijk uw antwoorden na');
      expect(text(el, '[part=summary]')).to.contain('7, ruim voldoende');
      expect(await violations(el)).to.deep.equal([]);
    });

    it('in the colours of a dark page', async () => {
      await emulateMedia({colorScheme: 'dark'});
      const box = await fixture(
        html`<div class="dark"><samen-plan-ballot .state=${halfway}></samen-plan-ballot></div>`,
      );
      document.documentElement.style.setProperty('color-scheme', 'dark');
      document.documentElement.style.setProperty('background', '#17181b');
      await box.querySelector('samen-plan-ballot')!.updateComplete;
      const faults = await violations(box);
      document.documentElement.removeAttribute('style');
      await emulateMedia({colorScheme: 'light'});
      expect(faults).to.deep.equal([]);
    });

    it('with targets of at least 44 pixels for every answer, also at 320 pixels, without sideways scrolling', async () => {
      await setViewport({width: 320, height: 640});
      const el = await ballot(examples.notApplicable);
      for (const input of all<HTMLInputElement>(el, 'input[type=radio]')) {
        const {width, height} = input.getBoundingClientRect();
        expect(Math.min(width, height), name(input)).to.be.at.least(44);
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await setViewport({width: 1280, height: 720});
    });
  });

  describe('says everything in every voice', () => {
    it('completely, in the right form of address, without words that have a meaning in law', () => {
      expect(catalogueFaults(planBallotTexts)).to.deep.equal([]);
    });

    it('in English when the page is', async () => {
      const box = await fixture<HTMLElement>(
        html`<div lang="en"><samen-plan-ballot .state=${halfway}></samen-plan-ballot></div>`,
      );
      const el = box.querySelector('samen-plan-ballot')!;
      await el.updateComplete;
      expect(text(el)).to.contain('It takes a 5.5.').and.contain('What would have to change?');
      expect(name(radio(el, 0, '7'))).to.equal('7, more than sufficient');
    });

    it('with je when the page asks for it, also when that changes', async () => {
      const box = await fixture<HTMLElement>(
        html`<div address="je"><samen-plan-ballot .state=${halfway}></samen-plan-ballot></div>`,
      );
      const el = box.querySelector('samen-plan-ballot')!;
      await el.updateComplete;
      button(el, 'Kijk je antwoorden na');
      box.setAttribute('address', 'u');
      await new Promise(requestAnimationFrame);
      await el.updateComplete;
      button(el, 'Kijk uw antwoorden na');
    });

    it("in the page's own words first, from an attribute too", async () => {
      const el = await fixture<PlanBallot>(
        html`<samen-plan-ballot
          texts='{"review": "Verder", "mark7": "best aardig"}'
          .state=${halfway}
        ></samen-plan-ballot>`,
      );
      button(el, 'Verder');
      expect(name(radio(el, 0, '7'))).to.equal('7, best aardig');
    });
  });

  describe('shows', () => {
    it('the plan version with its text, the rule, and who asks, before the first answer', async () => {
      const el = await ballot(marking);
      const words = text(el);
      expect(words).to.contain('Wonen aan het kanaal').and.contain('Versie 1').and.contain(marking.plan.text);
      expect(words).to.contain('wat wij samen het belangrijkst vinden');
      expect(words).to.contain('Nodig is een 5,5. Een hoog cijfer maakt een laag cijfer niet goed.');
      expect(words).to.contain('Samen Ververij vraagt dit.').and.contain('Iemand kan dus vaker meedoen.');
      expect(words.match(/Nodig is een/g)).to.have.length(1);
    });

    it('one group per core value, with its sides and what a 4, a 6 and an 8 is', async () => {
      const el = await ballot(marking);
      expect(all(el, 'fieldset > legend').map(legend => legend.textContent.trim())).to.deep.equal([
        'Gastvrij',
        'Ademruimte',
        'Geworteld',
        'Vertrouwd',
        'Eerlijk',
      ]);
      const described = [...value(el, 0).querySelectorAll('dl > div')].map(each =>
        [...each.children].map(({textContent}) => textContent),
      );
      expect(described).to.deep.equal([
        ['Hoe voelt het?', 'Je voelt je welkom, ook als je niemand kent en niets koopt.'],
        ['Wat doet het?', 'Je kunt zitten, naar de wc en overal komen zonder drempels.'],
        ['Waar willen we heen?', 'Iedereen uit Elzendrecht is hier weleens geweest.'],
        ['Een 4', 'Alleen fijn voor wie er woont of iets koopt.'],
        ['Een 6', 'Er zijn een paar gratis zitplekken.'],
        ['Een 8', 'Iedereen kan er de hele dag terecht.'],
      ]);
    });

    it('no empty headings where sides and levels were not given', async () => {
      const el = await ballot(examples.bareValues);
      expect(all(el, 'dl')).to.have.length(0);
    });

    it('ten radios with number and words and "weet ik niet", none chosen', async () => {
      const el = await ballot(marking);
      const radios = [...value(el, 0).querySelectorAll('input')];
      expect(radios.map(name)).to.deep.equal([
        '1, zeer slecht',
        '2, slecht',
        '3, ruim onvoldoende',
        '4, onvoldoende',
        '5, net niet voldoende',
        '6, voldoende',
        '7, ruim voldoende',
        '8, goed',
        '9, zeer goed',
        '10, uitstekend',
        'Weet ik niet',
      ]);
      expect(radios.every(({type}) => type === 'radio')).to.equal(true);
      expect(all(el, 'input:checked')).to.have.length(0);
    });

    it('"past niet bij dit plan" only where the round has it', async () => {
      expect(text(await ballot(marking))).not.to.contain('Past niet bij dit plan');
      expect(text(await ballot(examples.notApplicable))).to.contain('Past niet bij dit plan');
    });

    it('two answers instead of ten on the other scale', async () => {
      const el = await ballot(examples.sufficient);
      const radios = [...value(el, 0).querySelectorAll('input')];
      expect(radios.map(name)).to.deep.equal(['Voldoende', 'Onvoldoende', 'Weet ik niet', 'Past niet bij dit plan']);
      expect(text(el)).to.contain('Wat moet er anders?').and.not.contain('5,5').and.not.contain('zonder uw cijfer');
    });

    it('a pass mark per value where they differ, and holds the mark against it', async () => {
      const el = await ballot(examples.ownPassMarks);
      expect(value(el, 0).textContent).to.contain('Nodig is een 7,0.').and.contain('Wat moet er anders?');
      expect(value(el, 1).textContent).to.contain('Nodig is een 5,5.');
    });

    it('where the pass mark lies: a notch before the first mark that is enough', async () => {
      const el = await ballot(examples.ownPassMarks);
      const notched = (place: number): string[] =>
        [...value(el, place).querySelectorAll('.marks > label')]
          .filter(label => getComputedStyle(label, '::before').content !== 'none')
          .map(label => label.textContent.trim());
      expect(notched(0)).to.deep.equal(['7']);
      expect(notched(1)).to.deep.equal(['6']);
    });

    it('the words of the chosen mark under the row', async () => {
      const el = await ballot(marking);
      await mark(el, 1, '7');
      expect(value(el, 1).querySelector('.chosen')!.textContent).to.equal('7, ruim voldoende');
    });

    it('that an exercise stays on the device, and keeps instead of sends', async () => {
      const el = await ballot({...examples.practice, draft: complete.draft});
      expect(text(el)).to.contain('Dit is een oefening.').and.not.contain('vaker meedoen');
      await press(el, 'Kijk uw antwoorden na');
      button(el, 'Bewaren');
      expect(text(el)).not.to.contain('Versturen');
    });

    it('afterwards: thanks, what happens next, the own answers, and a receipt for marks and for each reason', async () => {
      const el = await ballot(examples.sent);
      expect(text(el))
        .to.contain('Verstuurd. Wij hebben uw antwoord.')
        .and.contain('De uitslag komt op 28 november 2026.');
      expect(text(el, '[part=answers]')).to.contain('Gastvrij 4, onvoldoende Met mijn rollator red ik die keien niet.');
      expect(all(el, 'code').map(code => code.textContent)).to.deep.equal([
        '0K7M-2Q4R-9TXC-B1WD-5HJN-8PVE-3QX',
        '1A9F-6T2K-0YBM-H4RC-7XWQ-3NDE-8PZ',
      ]);
    });

    it('no thanks for what was not taken: that it does not count, why, and what to do', async () => {
      const el = await ballot(examples.codeUnknown);
      expect(text(el))
        .to.contain('Kijk nog even naar uw antwoord Dit antwoord telt niet mee. De code op de kaart')
        .and.to.contain('U kunt het veranderen en opnieuw versturen, of weghalen.');
      expect(text(el)).not.to.contain('Bedankt').and.not.to.contain('tellen wij alle antwoorden');
      expect(text(el)).not.to.contain('bewijs').and.not.to.contain('Schrijf hem op');
      expect(text(await ballot(examples.refused))).to.contain('Meedoen kan niet meer.');
    });

    it('what somebody was filling in when the round closed, to save, and the way for the next person', async () => {
      const el = await ballot(examples.closedHalfway);
      const [first] = examples.closedHalfway.values;
      expect(text(el)).to.contain('Dit is niet verstuurd.');
      expect(text(el, 'tbody tr')).to.match(new RegExp(`^${first!.name} \\d`));
      for (const name of ['Antwoorden opslaan als bestand', 'Klaar, volgende persoon'])
        expect(button(el, name)).to.exist;
    });

    it('at the reason that a facilitator refused, why, beside thanks for the marks', async () => {
      const said = text(await ballot(examples.refusedReason));
      expect(said).to.contain('Bedankt voor het meedoen Verstuurd.');
      expect(said).to.contain(
        'Met mijn rollator red ik die keien niet. Deze tekst komt niet bij de uitslag te staan. Er staan gegevens in',
      );
    });

    it('when closed the date of the result and the own answers, never a form', async () => {
      for (const state of [examples.closed, examples.closedOwn]) {
        const el = await ballot(state);
        expect(text(el)).to.contain('Deze ronde is gesloten.').and.contain('De uitslag komt op 28 november 2026.');
        expect(all(el, 'input[type=radio]')).to.have.length(0);
      }
      expect(text(await ballot(examples.closedOwn), '[part=answers]')).to.contain('8, goed');
    });

    it('when closed without a date where the result comes, and of nobody that is still busy', async () => {
      const {closed} = examples;
      const {resultsFrom, ...about} = closed.about;
      const said = text(await ballot({...closed, about}));
      expect(said).to.contain('Meedoen kan niet meer. De uitslag komt op deze website.');
      expect(said).not.to.contain(resultsFrom).and.not.to.contain('iedereen klaar is');
    });

    it('what the page put inside it while there is nothing to mark', async () => {
      const el = await fixture<PlanBallot>(
        html`<samen-plan-ballot .state=${examples.empty}><p>Kom naar de hal.</p></samen-plan-ballot>`,
      );
      expect(el.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
      expect(text(el)).to.contain('Er staat nog geen plan klaar.');
    });
  });

  describe('asks', () => {
    it('around it for the round it shows', async () => {
      const asked: ConnectEvent[] = [];
      const box = await fixture(html`<div @samen-connect=${(event: ConnectEvent) => asked.push(event)}></div>`);
      const el = document.createElement('samen-plan-ballot');
      el.round = 'r1';
      box.append(el);
      expect(asked.map(({widget, wants}) => [widget, wants])).to.deep.equal([['samen-plan-ballot', {round: 'r1'}]]);
      asked[0]!.answer(marking);
      await el.updateComplete;
      expect(text(el)).to.contain('Wonen aan het kanaal');
    });

    it('to keep every answer as a draft, and shows it though nobody answers', async () => {
      const el = await ballot(marking);
      const event = await nextEvent(el, DraftEvent, () => radio(el, 1, '8').click());
      expect([event.subject, event.draft]).to.deep.equal([marking.terms.round, {marks: {[breathing]: 8}, reasons: {}}]);
      await el.updateComplete;
      expect(radio(el, 1, '8').checked).to.equal(true);
      expect(text(el, '[part=progress]')).to.equal('1 van de 5 ingevuld');
    });

    it('what would have to change below the pass mark only, and says how that is shown before it is typed', async () => {
      const el = await ballot(marking);
      await mark(el, 0, '6');
      expect(all(el, 'textarea')).to.have.length(0);
      await mark(el, 0, 'unknown');
      expect(all(el, 'textarea')).to.have.length(0);
      await mark(el, 0, '5');
      const field = el.shadowRoot!.querySelector('textarea')!;
      const description = el.shadowRoot!.getElementById(field.getAttribute('aria-describedby')!)!;
      expect(description.textContent)
        .to.contain('zonder naam en zonder uw cijfer')
        .and.contain('als 5 of meer mensen deze kernwaarde een cijfer gaven');
    });

    it('not to send a reason of a mark that became sufficient, yet does not lose it', async () => {
      const el = await ballot(halfway);
      await mark(el, 0, '8');
      await press(el, 'Kijk uw antwoorden na');
      expect(text(el, '[part=answers]')).not.to.contain('Die tuin');
      const event = await nextEvent(el, BallotSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.ballot).to.deep.equal({
        marks: {[hospitable]: 8, [breathing]: 8, [rooted]: 'unknown'},
        reasons: {},
      });
      await press(el, 'Terug');
      await mark(el, 0, '4');
      expect(value(el, 0).querySelector('textarea')!.value).to.equal('Die tuin is dus alleen voor wie er woont.');
    });

    it('to give the marks, after a summary that names what is unanswered', async () => {
      const el = await ballot(halfway);
      await press(el, 'Kijk uw antwoorden na');
      expect(text(el, '[part=summary]')).to.contain('U gaf geen antwoord bij: Vertrouwd, Eerlijk. Dat mag.');
      const event = await nextEvent(el, BallotSubmitEvent, () => button(el, 'Versturen').click());
      expect([event.round, event.changing, event.ballot]).to.deep.equal([
        marking.terms.round,
        undefined,
        halfway.draft,
      ]);
    });

    it('to give changed marks in the place of the earlier ones, or not', async () => {
      const el = await ballot(examples.changing);
      const another = await nextEvent(el, AnotherEvent, () => button(el, 'Toch niet veranderen').click());
      expect(another.subject).to.equal(marking.terms.round);
      await press(el, 'Kijk uw antwoorden na');
      const event = await nextEvent(el, BallotSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.changing).to.equal(examples.changing.changing);
    });

    it('to change, to take away after a question, and to leave for the next person', async () => {
      const el = await ballot(examples.sent);
      const {own} = examples.sent;
      const change = await nextEvent(el, ChangeEvent, () => button(el, 'Veranderen').click());
      expect([change.subject, change.contribution]).to.deep.equal([marking.terms.round, own.id]);
      button(el, 'Weghalen').focus();
      await press(el, 'Weghalen');
      expect(focused(el)!.textContent).to.equal('Wilt u dit antwoord weghalen?');
      const withdraw = await nextEvent(el, WithdrawEvent, () => button(el, 'Ja, weghalen').click());
      expect(withdraw.contribution).to.equal(own.id);
      await nextEvent(el, NextPersonEvent, () => button(el, 'Klaar, volgende persoon').click());
    });

    it('for an answer of before, by its receipt', async () => {
      const el = await ballot(marking);
      const details = el.shadowRoot!.querySelector<HTMLDetailsElement>('[part=receipt-entry]')!;
      details.open = true;
      details.querySelector('input')!.value = '0k7m';
      const event = await nextEvent(el, ReceiptEvent, () => details.querySelector('button')!.click());
      expect([event.subject, event.code]).to.deep.equal([marking.terms.round, '0k7m']);
      event.answer(false);
      await el.updateComplete;
      expect(text(el, '[part=status]')).to.contain('vinden wij geen antwoord');
    });

    it('for at least one answer, with a link to the first value', async () => {
      const el = await ballot(marking);
      await press(el, 'Kijk uw antwoorden na');
      expect(focused(el)).to.equal(el.shadowRoot!.querySelector('[part=problem]'));
      const link = el.shadowRoot!.querySelector<HTMLAnchorElement>('[part=problem] a')!;
      expect(link.textContent).to.equal('Ga naar Gastvrij');
      const address = location.href;
      link.click();
      await el.updateComplete;
      expect(focused(el)).to.equal(radio(el, 0, '1'));
      expect(location.href).to.equal(address);
      await mark(el, 0, '7');
      expect(all(el, '[part=problem]')).to.have.length(0);
    });

    it('nothing of a person who takes an answer away again', async () => {
      const el = await ballot(marking);
      await mark(el, 2, '9');
      const event = await nextEvent(el, DraftEvent, () => button(el, 'Antwoord weghalen').click());
      expect(event.draft).to.deep.equal({marks: {}, reasons: {}});
      await el.updateComplete;
      expect(all(el, 'input:checked')).to.have.length(0);
      expect(focused(el)).to.equal(radio(el, 2, '1'));
    });

    it('to take personal data out, with one tap, and keeps the focus at the text', async () => {
      const el = await ballot(examples.personalData);
      expect(text(el)).to.contain('Er staat een telefoonnummer in uw tekst. Weghalen?');
      expect(text(el)).to.contain('Namen herkennen wij niet. Kijk zelf.');
      const event = await nextEvent(el, DraftEvent, () => button(el, 'Weghalen: 06 12 34 56 78').click());
      expect((event.draft as BallotDraft).reasons[hospitable]).to.equal('Weer geen wc. Bel maar, [telefoonnummer].');
      await el.updateComplete;
      const field = value(el, 0).querySelector('textarea')!;
      expect([field.value, focused(el)]).to.deep.equal(['Weer geen wc. Bel maar, [telefoonnummer].', field]);
    });
  });

  describe('goes step by step', () => {
    it('one value at a time, with the answers of each', async () => {
      const el = await ballot(marking, 'steps');
      expect(text(el, '[part=progress]')).to.equal('Stap 1 van 5 0 van de 5 ingevuld');
      await mark(el, 0, '7');
      await press(el, 'Volgende');
      expect(all(el, 'legend').map(legend => legend.textContent.trim())).to.deep.equal(['Ademruimte']);
      expect(text(el, '[part=progress]')).to.equal('Stap 2 van 5 1 van de 5 ingevuld');
      expect(focused(el)).to.equal(el.shadowRoot!.querySelector('[part=progress]'));
      expect(all(el, 'input:checked')).to.have.length(0);
      await mark(el, 1, '3');
      await press(el, 'Vorige');
      expect(all<HTMLInputElement>(el, 'input:checked').map(name)).to.deep.equal(['7, ruim voldoende']);
    });

    it('from the summary back to one value, and straight back to the summary', async () => {
      const el = await ballot(complete, 'steps');
      for (let step = 1; step < 5; step++) await press(el, 'Volgende');
      await press(el, 'Kijk uw antwoorden na');
      expect(focused(el)!.textContent).to.equal('Uw antwoorden');
      all<HTMLButtonElement>(el, '[part=answers] button')[1]!.click();
      await el.updateComplete;
      expect(all(el, 'legend').map(legend => legend.textContent.trim())).to.deep.equal(['Ademruimte']);
      expect(value(el, 1).contains(focused(el))).to.equal(true);
      await mark(el, 1, '2');
      await press(el, 'Kijk uw antwoorden na');
      expect(text(el, '[part=answers]')).to.contain('Ademruimte 2, slecht');
    });

    it('by keys alone, from the first mark to the summary', async () => {
      const el = await ballot({...marking, values: marking.values.slice(0, 2)}, 'steps');
      radio(el, 0, '1').focus();
      await sendKeys({press: 'ArrowRight'});
      await sendKeys({press: 'ArrowRight'});
      await el.updateComplete;
      expect(all<HTMLInputElement>(el, 'input:checked').map(name)).to.deep.equal(['3, ruim onvoldoende']);
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Tab'});
      await sendKeys({type: 'Weer geen wc.'});
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Enter'});
      await el.updateComplete;
      expect(text(el, '[part=progress]')).to.contain('Stap 2 van 2');
      await sendKeys({press: 'Tab'});
      await sendKeys({press: ' '});
      await el.updateComplete;
      expect(all<HTMLInputElement>(el, 'input:checked').map(name)).to.deep.equal(['1, zeer slecht']);
      for (let stop = 0; stop < 4; stop++) await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Enter'});
      await el.updateComplete;
      expect(focused(el)!.textContent).to.equal('Uw antwoorden');
      const given = nextEvent(el, BallotSubmitEvent, () => undefined);
      for (let stop = 0; stop < 3; stop++) await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Enter'});
      expect((await given).ballot).to.deep.equal({
        marks: {[hospitable]: 3, [breathing]: 1},
        reasons: {[hospitable]: 'Weer geen wc.'},
      });
    });
  });

  describe('follows its host', () => {
    it('whose echo of what is typed moves no caret and takes nothing back', async () => {
      const el = await ballot(halfway);
      const told: BallotDraft[] = [];
      el.addEventListener(DraftEvent.type, event => told.push(event.draft as BallotDraft));
      const field = value(el, 0).querySelector('textarea')!;
      field.focus();
      await write(el, 0, 'Die tuin is voor iedereen');
      field.setSelectionRange(3, 3);
      await write(el, 0, 'Die tuin is voor iedereen!');
      field.setSelectionRange(4, 4);
      for (const draft of told) {
        el.state = {...halfway, draft: structuredClone(draft)};
        await el.updateComplete;
        expect([field.value, field.selectionStart]).to.deep.equal(['Die tuin is voor iedereen!', 4]);
      }
    });

    it('that changed the draft elsewhere', async () => {
      const el = await ballot(marking);
      await mark(el, 0, '9');
      el.state = {...marking, draft: complete.draft};
      await el.updateComplete;
      expect(all<HTMLInputElement>(el, 'input:checked').map(name)).to.deep.equal([
        '4, onvoldoende',
        '8, goed',
        '8, goed',
        'Weet ik niet',
        '7, ruim voldoende',
      ]);
    });

    it('to thanks, with the focus inside, and to an empty form for the next person', async () => {
      const el = await ballot(complete);
      await press(el, 'Kijk uw antwoorden na');
      button(el, 'Versturen').focus();
      el.state = examples.sent;
      await el.updateComplete;
      expect(focused(el)!.textContent).to.equal('Bedankt voor het meedoen');
      button(el, 'Klaar, volgende persoon').focus();
      el.state = marking;
      await el.updateComplete;
      expect(focused(el)!.textContent).to.equal('Wonen aan het kanaal');
      expect(all(el, 'input:checked')).to.have.length(0);
      expect(all(el, '[part=summary]')).to.have.length(0);
    });
  });

  describe('survives', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const odd: Readonly<Record<string, string>> = {
      'tags in every text': hostile,
      'very long words': 'Ver'.repeat(120),
      'text from right to left': 'مرحبا بكم في الحي',
      emoji: '🏭🌳👩‍🦽'.repeat(20),
      'five thousand characters': 'Veel tekst. '.repeat(416),
    };

    for (const [what, words] of Object.entries(odd)) {
      it(`${what}, as text`, async () => {
        await setViewport({width: 320, height: 640});
        const el = await ballot({
          ...halfway,
          plan: {...marking.plan, name: words.slice(0, 120), text: words},
          values: marking.values.map(each => ({
            ...each,
            name: words.slice(0, 120),
            facets: {emotion: {text: words, values: []}},
            levels: {4: words.slice(0, 300)},
          })),
          draft: {...halfway.draft, reasons: {[hospitable]: words}},
        });
        await press(el, 'Kijk uw antwoorden na');
        expect(text(el, '[part=answers]')).to.contain(words.trim().slice(0, 60));
        expect(all(el, 'img')).to.have.length(0);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        await setViewport({width: 1280, height: 720});
      });
    }

    it('ids that are no ids', async () => {
      const id = '"]<b>[reason]';
      const el = await ballot({...marking, values: [{...marking.values[0]!, id}]});
      const event = await nextEvent(el, DraftEvent, () => radio(el, 0, '6').click());
      expect((event.draft as BallotDraft).marks).to.deep.equal({[id]: 6});
    });

    it('a layout that does not exist: the list, and a warning', async () => {
      const warnings: unknown[] = [];
      const warn = console.warn;
      console.warn = (message: unknown) => warnings.push(message);
      const el = await fixture<PlanBallot>(
        html`<samen-plan-ballot layout="grid" .state=${marking}></samen-plan-ballot>`,
      );
      console.warn = warn;
      expect(all(el, 'fieldset')).to.have.length(5);
      expect(warnings).to.have.length(1);
      expect(warnings[0])
        .to.contain('samen-plan-ballot')
        .and.contain('layout')
        .and.contain('grid')
        .and.contain('steps');
    });

    it('a plan without any core value', async () => {
      for (const layout of ['list', 'steps'] as const) {
        const el = await ballot({...marking, values: []}, layout);
        expect(text(el)).to.contain('Wonen aan het kanaal');
      }
    });

    it('a draft with answers on values that are not asked', async () => {
      const el = await ballot({
        ...marking,
        draft: {marks: {gone: 3, [fair]: 8, [familiar]: 7}, reasons: {gone: 'weg'}},
      });
      await press(el, 'Kijk uw antwoorden na');
      const event = await nextEvent(el, BallotSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.ballot).to.deep.equal({marks: {[familiar]: 7, [fair]: 8}, reasons: {}});
    });
  });
});
