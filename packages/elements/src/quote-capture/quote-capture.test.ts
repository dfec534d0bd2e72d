import {expect, fixture, html} from '@open-wc/testing';
import {violations} from '../shared/axe.test-helper.js';
import {catalogueFaults} from '../shared/catalogue.test-helper.js';
import {button, capture, find, press, shown, StandIn, text, words} from './capture.test-helper.js';
import {examples, modes} from './quote-capture.examples.js';
import {quoteCaptureTexts} from './quote-capture.messages.js';
import type {QuoteCapture} from './quote-capture.js';

const voices = [
  {lang: 'nl', address: 'u'},
  {lang: 'nl', address: 'je'},
  {lang: 'en', address: 'u'},
];
const names = Object.keys(examples) as (keyof typeof examples)[];

describe('<samen-quote-capture>', () => {
  for (const voice of voices) {
    describe(`in ${voice.lang} with ${voice.address}`, () => {
      for (const name of names) {
        it(`is accessible: ${name}`, async () => {
          const element = await capture(examples[name], modes[name], voice);
          expect(await violations(element)).to.deep.equal([]);
          expect(find(element, '[part="capture"]')?.lang).to.equal(voice.lang);
        });
      }

      it('tells everything about the asking in at most 60 words', async () => {
        const long = {
          ...examples.asking.about,
          organisation: 'De alliantie Samen Ververij in Elzendrecht',
          until: '2027-11-30',
        };
        const element = await capture({...examples.asking, about: long}, 'answer', voice);
        const about = words(find(element, '[part="about"]'));
        expect(about.split(' ').length).to.be.at.most(60);
        expect(about)
          .to.contain('De alliantie Samen Ververij in Elzendrecht')
          .and.to.contain('2027')
          .and.to.contain('ververij@elzendrecht.example');
      });
    });
  }

  it('has every text in every voice, in plain words', () => {
    expect(catalogueFaults(quoteCaptureTexts)).to.deep.equal([]);
  });

  describe('shows', () => {
    it('the question first, as the heading of its level, then its prompts', async () => {
      const element = await capture(examples.asking);
      element.headingLevel = 3;
      await shown(element);
      expect(words(find(element, 'h3'))).to.equal(examples.asking.question.text);
      expect([...element.renderRoot.querySelectorAll('[part="prompts"] li')].map(words)).to.deep.equal([
        ...examples.asking.question.prompts,
      ]);
    });

    it('that an exercise keeps and does not send', async () => {
      const element = await capture(examples.practice);
      expect(text(element)).to.contain('Niemand anders ziet het.');
      expect(words(button(element, 'Bewaren'))).to.equal('Bewaren');
      expect(text(element)).not.to.contain('Versturen');
    });

    it('that names are not recognised, tied to the field', async () => {
      const element = await capture(examples.asking);
      const field = find(element, 'textarea') as HTMLTextAreaElement;
      const hints = field
        .getAttribute('aria-describedby')!
        .split(' ')
        .map(id => words(find(element, `#${id}`)))
        .join(' ');
      expect(hints).to.contain('Schrijf geen namen, adressen of telefoonnummers op.');
      expect(hints).to.contain('Namen herkennen wij niet. Kijk zelf.');
      expect(field.labels[0]).to.have.text('Uw antwoord');
    });

    const outcomes: readonly [keyof typeof examples, string, string][] = [
      ['sending', 'Dank u wel', 'Wij versturen uw antwoord. Blijf nog even op deze pagina.'],
      [
        'notSentYet',
        'Dank u wel',
        'Nog niet verstuurd. Uw antwoord staat alleen nog op dit apparaat. Open deze pagina binnen 7 dagen weer.',
      ],
      ['sent', 'Dank u wel', 'Verstuurd. Wij hebben uw antwoord.'],
      [
        'held',
        'Dank u wel',
        'Een begeleider leest uw antwoord eerst. Daarna leggen wij het naast de andere antwoorden.',
      ],
      ['released', 'Dank u wel', 'De uitslag komt op 15 april 2027.'],
      [
        'refused',
        'Kijk nog even naar uw antwoord',
        'Er staan gegevens in waaraan iemand te herkennen is. De tekst staat nog op dit apparaat.',
      ],
      ['refusedTooLate', 'Kijk nog even naar uw antwoord', 'Meedoen kan niet meer. Uw antwoord blijft hier staan'],
      ['practiceKept', 'Dank u wel', 'Dit is een oefening: niemand anders ziet uw antwoord.'],
      ['keptInMemory', 'Dank u wel', 'Het verdwijnt als u de pagina sluit.'],
    ];
    for (const [name, title, sentence] of outcomes) {
      it(`what happens next when ${name}`, async () => {
        const element = await capture(examples[name]);
        expect(words(find(element, 'h2'))).to.equal(title);
        expect(text(element)).to.contain(sentence);
        expect(words(find(element, 'blockquote'))).to.equal(
          'Gwn een plek waar je kan zitten zonder dat je meteen wat moet kopen',
        );
        const code = name === 'refusedTooLate' ? '' : 'K7M2-9QXD-4TRP-H8WA-6VCE-3NB1';
        expect(words(find(element, '[part="receipt"] code'))).to.equal(code);
        expect(words(button(element, 'Nog een antwoord'))).to.equal('Nog een antwoord');
        expect(words(button(element, 'Klaar, volgende persoon'))).to.equal('Klaar, volgende persoon');
      });
    }

    it('no receipt for what was never taken: the words are there to read, and to save as a file', async () => {
      const said = 'Gwn een plek waar je kan zitten zonder dat je meteen wat moet kopen';
      const saved: Promise<string>[] = [];
      const link = new StandIn(URL, 'createObjectURL', (blob: Blob) => {
        saved.push(blob.text());
        return '#saved';
      });
      for (const name of ['refusedTooLate', 'closedTooLate'] as const) {
        const element = await capture(examples[name]);
        expect(text(element)).to.contain(said).and.not.to.contain('Uw bewijs').and.not.to.contain('Schrijf hem op');
        await press(element, 'Antwoorden opslaan als bestand');
      }
      link.leave();
      expect(await Promise.all(saved)).to.deep.equal([said, said]);
    });

    it('what somebody was typing when the question closed, to save, and the way for the next person', async () => {
      const element = await capture(examples.closedWhileTyping);
      expect(text(element)).to.contain('Dit is niet verstuurd.');
      expect(words(find(element, 'blockquote'))).to.match(/^Gwn een plek/);
      for (const name of ['Antwoorden opslaan als bestand', 'Klaar, volgende persoon']) button(element, name);
    });

    it('no way to change what was given to a question that is closed, and one to take it away', async () => {
      const element = await capture(examples.closedAnsweredBefore);
      button(element, 'Weghalen');
      expect(() => button(element, 'Veranderen')).to.throw();
    });

    it('“sent” only when it was acknowledged', async () => {
      for (const name of ['sending', 'notSentYet', 'refused', 'practiceKept'] as const) {
        expect(text(await capture(examples[name]))).not.to.match(/(^|\. )Verstuurd/);
      }
    });

    it('a thank-you on a shared device, also when the words have left the screen', async () => {
      const element = await capture(examples.sharedDevice);
      expect(text(element)).to.contain('Dank u wel').and.to.contain('De volgende persoon kan beginnen.');
      expect(find(element, 'blockquote')).to.equal(null);
    });

    it('that the question is closed, when the result comes, and no empty form', async () => {
      const element = await capture(examples.closedAnsweredBefore);
      expect(text(element)).to.contain('Deze vraag is gesloten.').and.to.contain('De uitslag komt op 15 april 2027.');
      expect(element.renderRoot.querySelectorAll('[part="own"] li').length).to.equal(2);
      expect(find(element, 'textarea')).to.equal(null);
    });

    it('that its page cannot reach the collector, that nothing is lost, and how much still waits', async () => {
      const element = await capture(examples.failedNoCollector);
      const words = find(element, '[role="alert"]')?.textContent.replace(/\s+/g, ' ').trim();
      expect(words).to.equal(
        'Deze pagina kan de ontvanger nu niet bereiken. Er is niets verloren. Wij blijven het proberen. ' +
          'Nog te versturen vanaf dit apparaat: 3.',
      );
    });

    it('what the page had put there, as long as there is no question', async () => {
      for (const name of ['loading', 'empty', 'failed'] as const) {
        const slot = find(await capture(examples[name]), 'slot') as HTMLSlotElement | null;
        expect(slot?.assignedNodes().map(({textContent}) => textContent)).to.deep.equal(['Mail ons uw antwoord.']);
      }
    });

    it('the page’s own texts', async () => {
      const page = await fixture<QuoteCapture>(
        html`<samen-quote-capture texts='{"send": "Op de bus"}' .state=${examples.asking}></samen-quote-capture>`,
      );
      expect(words(button(page, 'Op de bus'))).to.equal('Op de bus');
    });
  });

  describe('holds against odd input', () => {
    const odd = [
      '<img src=x onerror="document.title=1"><script>document.title=2</script>',
      'Lang'.repeat(1_250),
      '👩‍👩‍👧‍👦 🇳🇱 ❤️'.repeat(50),
      'אני רוצה שקט ومكانًا للجلوس',
      '${7*7} {n} {{constructor}}',
    ];
    for (const hostile of odd) {
      it(`shows “${hostile.slice(0, 24)}” as the text it is`, async () => {
        const question = {...examples.asking.question, text: hostile.slice(0, 500), prompts: [hostile.slice(0, 300)]};
        const own = examples.answeredBefore.own.map(quote => ({...quote, text: hostile}));
        const element = await capture({...examples.answeredBefore, question, own, draft: hostile});
        expect((find(element, 'textarea') as HTMLTextAreaElement).value).to.equal(hostile);
        expect(find(element, 'blockquote')?.textContent).to.equal(hostile);
        expect(find(element, 'h2')?.textContent).to.equal(hostile.slice(0, 500));
        expect(element.renderRoot.querySelectorAll('img, script').length).to.equal(0);
        expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      });
    }

    it('makes no link of an address that is not on the web', async () => {
      const about = {...examples.asking.about, privacy: 'javascript:alert(1)'};
      expect(find(await capture({...examples.asking, about}), 'a')).to.equal(null);
    });
  });
});
