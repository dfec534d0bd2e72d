import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {
  AnotherEvent,
  ChangeEvent,
  ConnectEvent,
  DraftEvent,
  NextPersonEvent,
  ParcelEvent,
  ReceiptEvent,
  WithdrawEvent,
} from '../shared/requests.js';
import {
  answering,
  button,
  capture,
  find,
  focused,
  press,
  shown,
  StandIn,
  text,
  type,
  words,
} from './capture.test-helper.js';
import {QuoteSubmitEvent} from './quote-capture.events.js';
import {examples} from './quote-capture.examples.js';

describe('<samen-quote-capture> and its page', () => {
  describe('asks', () => {
    it('around it for its state, by question', async () => {
      const page = await fixture(html`<div></div>`);
      const asked = await nextEvent(page, ConnectEvent, () => {
        page.append(Object.assign(document.createElement('samen-quote-capture'), {question: 'q7'}));
      });
      expect(asked.widget).to.equal('samen-quote-capture');
      expect(asked.wants).to.deep.equal({question: 'q7'});
    });

    it('to keep every draft', async () => {
      const element = await capture(examples.asking);
      const event = await nextEvent(element, DraftEvent, () => void type(element, 'Een wc!!'));
      expect([event.subject, event.draft]).to.deep.equal([examples.asking.question.id, 'Een wc!!']);
    });

    it('to keep the words, as they were typed but for white space around them', async () => {
      const element = await capture(examples.asking);
      await type(element, '  Een wc!!\nKlinkt gek  \n');
      const event = await nextEvent(element, QuoteSubmitEvent, () => button(element, 'Versturen').click());
      expect([event.question, event.quotes, event.changing]).to.deep.equal([
        examples.asking.question.id,
        ['Een wc!!\nKlinkt gek'],
        undefined,
      ]);
    });

    it('for a file of the own answers that wait, and hands that over under its own name', async () => {
      const element = await capture(examples.unsent);
      expect(text(element)).to.contain('Nog te versturen: 3.');
      const links: string[] = [];
      const link = new StandIn(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        links.push(this.download, this.href);
      });
      const event = await nextEvent(element, ParcelEvent, () =>
        button(element, 'Antwoorden opslaan als bestand').click(),
      );
      event.answer(new File(['{"kind":"parcel"}'], 'ververij-parcel.json', {type: 'application/json'}));
      link.leave();
      expect(links[0]).to.equal('ververij-parcel.json');
      expect(await (await fetch(links[1]!)).text()).to.equal('{"kind":"parcel"}');
    });

    it('for that file in a narrow column too, where every line of the button begins at its edge', async () => {
      const element = await capture(examples.unsent);
      element.style.setProperty('inline-size', '160px');
      const words = document.createRange();
      words.selectNodeContents(button(element, 'Antwoorden opslaan als bestand'));
      const lines = [...words.getClientRects()].map(({left}) => Math.round(left));
      expect(lines.length).to.be.greaterThan(1);
      expect(new Set(lines).size).to.equal(1);
    });

    for (const [where, others] of [
      ['where somebody else gave what waits', {ownWaiting: 0}],
      ['on a shared device, where it would stay behind', {kiosk: true}],
    ] as const) {
      it(`for no file ${where}`, async () => {
        const {about} = examples.unsent;
        const element = await capture({...examples.unsent, about: {...about, ...others}});
        expect(text(element)).to.contain('Nog te versturen: 3.');
        expect(() => button(element, 'Antwoorden opslaan als bestand')).to.throw();
      });
    }

    it('once, however often the button is pressed', async () => {
      const element = await capture(examples.filled);
      let asked = 0;
      element.addEventListener(QuoteSubmitEvent.type, () => asked++);
      await press(element, 'Versturen');
      await press(element, 'Versturen');
      expect(asked).to.equal(1);
    });

    it('nothing before personal data was pointed out, and then lets the person decide', async () => {
      const element = await capture(examples.personalData);
      const taken = answering(element);
      await press(element, 'Versturen');
      expect(taken).to.deep.equal([]);
      expect(focused(element)).to.equal('look-again');
      expect(words(find(element, '#look-again'))).to.contain('Kijk nog even naar uw tekst.');
      await press(element, 'Toch versturen');
      expect(taken.map(({quotes}) => quotes)).to.deep.equal([[examples.personalData.draft]]);
    });

    it('again when other personal data was typed after that', async () => {
      const element = await capture(examples.personalData);
      const taken = answering(element);
      await press(element, 'Versturen');
      await type(element, `${examples.personalData.draft} Of mail kees@elzendrecht.example`);
      await press(element, 'Toch versturen');
      expect(taken).to.deep.equal([]);
      await press(element, 'Toch versturen');
      expect(taken.length).to.equal(1);
    });

    it('to change, with the id of the own quote; and leads back', async () => {
      const element = await capture(examples.changing);
      expect(text(element)).to.contain('U verandert een antwoord dat u eerder gaf.');
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal(examples.changing.draft);
      const back = await nextEvent(element, AnotherEvent, () => button(element, 'Terug zonder te veranderen').click());
      expect(back.subject).to.equal(examples.changing.question.id);
      const event = await nextEvent(element, QuoteSubmitEvent, () => button(element, 'Versturen').click());
      expect(event.changing).to.equal(examples.changing.changing);
    });

    it('to change and to take away from “Mijn antwoorden”', async () => {
      const element = await capture(examples.answeredBefore);
      const [first] = examples.answeredBefore.own;
      const change = await nextEvent(element, ChangeEvent, () => button(element, 'Veranderen').click());
      expect(change.contribution).to.equal(first!.id);
      await press(element, 'Weghalen');
      expect(text(element)).to.contain('Wilt u dit antwoord weghalen?');
      const withdraw = await nextEvent(element, WithdrawEvent, () => button(element, 'Ja, weghalen').click());
      expect(withdraw.contribution).to.equal(first!.id);
    });

    it('for an answer by the code of its receipt', async () => {
      const element = await capture(examples.asking);
      find(element, 'summary')!.click();
      await waitUntil(() => focused(element) === 'receipt-code', 'the field for the code has the focus', {
        timeout: 8_000,
      });
      (find(element, '#receipt-code') as HTMLInputElement).value = 'K7M2-9QXD';
      const event = await nextEvent(element, ReceiptEvent, () => button(element, 'Antwoord opzoeken').click());
      expect(event.code).to.equal('K7M2-9QXD');
      event.answer(false);
      await shown(element);
      expect(text(element)).to.contain('Bij deze code vinden wij geen antwoord.');
      expect(focused(element)).to.equal('receipt-code');
      element.state = examples.answeredBefore;
      await shown(element);
      event.answer(true);
      expect(element.shadowRoot?.activeElement?.closest('[part="own"]')?.textContent).to.contain('kastanje');
    });

    it('to begin with the next person, and has nothing left in the field', async () => {
      const element = await capture(examples.answeredBefore);
      await type(element, 'Van mij');
      await nextEvent(element, NextPersonEvent, () => button(element, 'Klaar, volgende persoon').click());
      await shown(element);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal('');
    });
  });

  it('is used with the keyboard alone, from the first word to the next answer', async () => {
    const element = await capture(examples.asking);
    const taken = answering(element);
    element.addEventListener(AnotherEvent.type, () => (element.state = examples.asking));
    find(element, 'h2')!.focus();
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('answer');
    await sendKeys({type: 'Bel 06 12 34 56 78'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await shown(element);
    expect(focused(element)).to.equal('look-again');
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('Weghalen: 06 12 34 56 78');
    await sendKeys({press: 'Enter'});
    await shown(element);
    expect(focused(element)).to.equal('answer');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await shown(element);
    expect(taken.map(({quotes}) => quotes)).to.deep.equal([['Bel [telefoonnummer]']]);
    expect(focused(element)).to.equal('Dank u wel');
    for (let tab = 0; tab < 4; tab++) await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('Nog een antwoord');
    await sendKeys({press: 'Enter'});
    await shown(element);
    expect(focused(element)).to.equal(examples.asking.question.text);
    expect(document.activeElement).to.equal(element);
  });
});
