import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {DraftEvent} from '../shared/requests.js';
import {
  answering,
  button,
  capture,
  find,
  focused,
  press,
  shown,
  StoppedClock,
  text,
  type,
  words,
} from './capture.test-helper.js';
import {examples} from './quote-capture.examples.js';
import type {QuoteCaptureState} from './quote-capture.state.js';
import {QuoteCapture} from './quote-capture.js';

describe('<samen-quote-capture> with its field', () => {
  describe('the field', () => {
    let clock: StoppedClock;
    beforeEach(() => (clock = new StoppedClock()));
    afterEach(() => clock.run());
    const open = async (state: QuoteCaptureState = examples.asking): Promise<QuoteCapture> => {
      clock.run();
      const element = await capture(state);
      clock = new StoppedClock();
      return element;
    };

    it('says its length only when typing stops', async () => {
      const element = await open();
      await type(element, 'Rust.');
      await type(element, 'Rust. Gewoon even geen herrie.');
      expect(words(find(element, '[part="length"]'))).to.equal('');
      expect(clock.waiting).to.equal(1);
      clock.pass();
      await shown(element);
      expect(words(find(element, '[part="length"]'))).to.equal('Uw tekst is 30 tekens lang.');
      expect(find(element, '[part="length"]')?.getAttribute('role')).to.equal('status');
    });

    it('says that longer than asked is fine', async () => {
      const element = await open();
      await type(element, 'a'.repeat(501));
      clock.pass();
      await shown(element);
      expect(words(find(element, '[part="length"]'))).to.equal('Uw tekst is 1 teken langer dan gevraagd. Dat mag.');
    });

    it('leaves no timer behind when the widget leaves the page', async () => {
      const element = await open();
      await type(element, 'Rust.');
      element.remove();
      expect(clock.waiting).to.equal(0);
    });

    it('points personal data out when typing stops, and takes it out with one tap', async () => {
      const element = await open();
      await type(element, 'Bel maar, 06 12 34 56 78, dan laat ik het zien.');
      expect(text(element)).not.to.contain('Er staat een telefoonnummer');
      clock.pass();
      await shown(element);
      expect(words(find(element, '[part="personal-data"]'))).to.contain(
        'Er staat een telefoonnummer in uw tekst. Weghalen?',
      );
      const draft = nextEvent(element, DraftEvent, () => button(element, 'Weghalen: 06 12 34 56 78').click());
      expect((await draft).draft).to.equal('Bel maar, [telefoonnummer], dan laat ik het zien.');
      await shown(element);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal(
        'Bel maar, [telefoonnummer], dan laat ik het zien.',
      );
      expect(words(find(element, '[part="personal-data"]'))).to.equal('');
      expect(focused(element)).to.equal('answer');
    });

    it('takes out what was pointed out, and keeps what was typed since', async () => {
      const element = await open(examples.personalData);
      await type(element, `${examples.personalData.draft} Echt!`);
      await press(element, 'Weghalen: 06 12 34 56 78');
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.match(/\[telefoonnummer\].* Echt!$/);
    });
  });

  describe('says in words', () => {
    it('that there is nothing yet, and puts the person in the field', async () => {
      const element = await capture(examples.asking);
      await type(element, ' \n ');
      await press(element, 'Versturen');
      const field = find(element, 'textarea') as HTMLTextAreaElement;
      expect(focused(element)).to.equal('answer');
      expect(field.getAttribute('aria-describedby')).to.contain('problem');
      expect(words(find(element, '#problem'))).to.equal('Hier staat nog niets. Schrijf eerst iets op.');
      await type(element, 'Een wc!!');
      expect(find(element, '#problem')).to.equal(null);
    });

    it('that a text is too long, and loses nothing of it', async () => {
      const element = await capture(examples.tooLong);
      const taken = answering(element);
      await press(element, 'Versturen');
      expect(taken).to.deep.equal([]);
      expect(words(find(element, '#problem'))).to.equal(
        'De tekst is te lang: 5.299 tekens. Er passen er 5.000. Er is niets weg. Maak de tekst korter.',
      );
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal(examples.tooLong.draft);
      await type(element, 'a'.repeat(5_000));
      await press(element, 'Versturen');
      expect(taken.map(({quotes}) => quotes[0]!.length)).to.deep.equal([5_000]);
    });

    it('that the code of a larger mode did not come, and keeps what was typed', async () => {
      const {desks} = QuoteCapture;
      try {
        QuoteCapture.desks = {...desks, scribe: () => Promise.reject(new TypeError('Failed to fetch'))};
        const element = await capture(examples.asking);
        await type(element, 'Bijna klaar met typen');
        element.mode = 'scribe';
        await aTimeout(0);
        await shown(element);
        expect(words(find(element, '[role="alert"]'))).to.contain('nu niet te bereiken. Er is niets verloren.');
        expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal('Bijna klaar met typen');
      } finally {
        QuoteCapture.desks = desks;
      }
    });

    it('on the console that a mode is unknown, and shows the form of a resident', async () => {
      const {warn} = console;
      const said: string[] = [];
      console.warn = (sentence: string) => said.push(sentence);
      try {
        const element = await capture(examples.asking, 'dictate' as 'scribe');
        expect(button(element, 'Versturen')).to.exist;
      } finally {
        console.warn = warn;
      }
      expect(said).to.deep.equal([
        '<samen-quote-capture> mode: expected answer | scribe | import, got "dictate". "answer" is used.',
      ]);
    });
  });

  describe('the draft of the host', () => {
    const caretAfter = async (element: QuoteCapture): Promise<number> => {
      const field = find(element, 'textarea') as HTMLTextAreaElement;
      field.focus();
      field.setSelectionRange(3, 3);
      await sendKeys({type: 'xx'});
      await shown(element);
      return field.selectionStart;
    };

    it('does not move the caret when it is what was typed', async () => {
      const element = await capture(examples.filled);
      answering(element);
      expect(await caretAfter(element)).to.equal(5);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.match(/^Gwnxx een/);
    });

    it('may never come: the field keeps its own text', async () => {
      const element = await capture(examples.filled);
      expect(await caretAfter(element)).to.equal(5);
      element.state = {...examples.filled};
      await shown(element);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.match(/^Gwnxx een/);
    });

    it('may come late: newer words stay', async () => {
      const element = await capture(examples.asking);
      await type(element, 'Een');
      await type(element, 'Een wc!!');
      element.state = {...examples.asking, draft: 'Een'};
      await shown(element);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal('Een wc!!');
    });

    it('counts when it is something else: another person, another answer', async () => {
      const element = await capture(examples.filled);
      element.state = examples.changing;
      await shown(element);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal(examples.changing.draft);
      element.state = examples.asking;
      await shown(element);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal('');
    });

    it('is empty again after the thank-you', async () => {
      const element = await capture(examples.asking);
      await type(element, 'Een wc!!');
      element.state = examples.sent;
      await shown(element);
      element.state = examples.asking;
      await shown(element);
      expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal('');
    });
  });
});
