import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import {catalogueFaults} from '../shared/catalogue.test-helper.js';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {AnotherEvent} from '../shared/requests.js';
import {button, capture, find, focused, press, shown, text, type, words} from './capture.test-helper.js';
import {QuoteSubmitEvent} from './quote-capture.events.js';
import {examples} from './quote-capture.examples.js';
import {scribeTexts} from './scribe.messages.js';
import {field, open, speaker, takingAll} from './scribe.test-helper.js';

describe('<samen-quote-capture mode="scribe">', () => {
  it('has every text in every voice, in plain words', () => {
    expect(catalogueFaults(scribeTexts)).to.deep.equal([]);
  });

  it('has nobody preselected, and asks without a kind of source too', async () => {
    const element = await capture(open, 'scribe');
    expect(find(element, 'input:checked')).to.equal(null);
    const {quotes, sources} = takingAll(element);
    await type(element, 'Een wc!!');
    await press(element, 'Versturen');
    expect(quotes).to.deep.equal([['Een wc!!']]);
    expect(sources).to.deep.equal([]);
  });

  it('stays open, counts, and remembers who speaks', async () => {
    const element = await capture(open, 'scribe');
    const {quotes, sources} = takingAll(element);
    speaker(element, 'geïnterviewde').click();
    await type(element, 'Een wc!!');
    await press(element, 'Versturen');
    expect(field(element).value).to.equal('');
    expect(focused(element)).to.equal('answer');
    expect(text(element)).to.contain('1 citaat opgeschreven').and.to.contain('Geïnterviewden: 1');
    await type(element, 'Rust.');
    await press(element, 'Versturen');
    expect(quotes).to.deep.equal([['Een wc!!'], ['Rust.']]);
    expect(sources).to.deep.equal(['interviewee', 'interviewee']);
    expect(words(find(element, '[part="counts"] [role="status"]'))).to.equal('2 citaten opgeschreven');
  });

  it('does not count the same person twice', async () => {
    const element = await capture(open, 'scribe');
    const {sources} = takingAll(element);
    speaker(element, 'deelnemer').click();
    await type(element, 'Een wc!!');
    await press(element, 'Versturen');
    speaker(element, 'dezelfde persoon als net').click();
    await type(element, 'En een bank.');
    await press(element, 'Versturen');
    expect(sources).to.deep.equal(['participant']);
  });

  it('says that the numbers go to no collector, and who is to be told', async () => {
    const here = 'Deze aantallen blijven op dit apparaat. Geef ze na afloop door aan de begeleider.';
    expect(text(await capture(open, 'scribe'))).to.contain(here);
    expect(text(await capture(examples.practice, 'scribe'))).not.to.contain(here);
  });

  it('never tells the kind of source with the quote', async () => {
    const element = await capture(open, 'scribe');
    speaker(element, 'deskundige').click();
    await type(element, 'Bomen en open water helpen het meest.');
    const event = await nextEvent(element, QuoteSubmitEvent, () => button(element, 'Versturen').click());
    expect(JSON.stringify([event.question, event.quotes, event.changing])).not.to.contain('expert');
    expect(Object.keys(event).sort()).to.deep.equal(['changing', 'isTrusted', 'question', 'quotes']);
  });

  it('reads back what was written, and keeps it only when it is right', async () => {
    const element = await capture(open, 'scribe');
    const {quotes} = takingAll(element);
    await type(element, 'Geef mij maar schaduw en een bankie.');
    await press(element, 'Lees voor');
    expect(focused(element)).to.equal('Klopt het zo?');
    expect(words(find(element, 'blockquote'))).to.equal('Geef mij maar schaduw en een bankie.');
    expect(await violations(element)).to.deep.equal([]);
    await press(element, 'Veranderen');
    expect(field(element).value).to.equal('Geef mij maar schaduw en een bankie.');
    expect(focused(element)).to.equal('answer');
    expect(quotes).to.deep.equal([]);
    await press(element, 'Lees voor');
    await press(element, 'Klopt, versturen');
    expect(quotes).to.deep.equal([['Geef mij maar schaduw en een bankie.']]);
    expect(focused(element)).to.equal('answer');
  });

  it('points personal data out before it keeps', async () => {
    const element = await capture(open, 'scribe');
    const {quotes} = takingAll(element);
    await type(element, 'Bel maar, 06 12 34 56 78.');
    await press(element, 'Versturen');
    expect(quotes).to.deep.equal([]);
    expect(focused(element)).to.equal('look-again');
    await press(element, 'Weghalen: 06 12 34 56 78');
    await press(element, 'Versturen');
    expect(quotes).to.deep.equal([['Bel maar, [telefoonnummer].']]);
  });

  it('asks to write something before it reads back or cuts nothing', async () => {
    const element = await capture(open, 'scribe');
    for (const name of ['Lees voor', 'Knip een gesprek in citaten', 'Versturen']) {
      await press(element, name);
      expect(words(find(element, '#problem'))).to.equal('Hier staat nog niets. Schrijf eerst iets op.');
      expect(focused(element)).to.equal('answer');
    }
  });

  it('changes a quote without counting who said it again, and leads back', async () => {
    const changing = {...examples.changing, draft: 'Gewoon een plek om te zitten.'};
    const element = await capture(changing, 'scribe');
    const {sources} = takingAll(element);
    const event = await nextEvent(element, QuoteSubmitEvent, () => button(element, 'Versturen').click());
    expect(event.changing).to.equal(changing.changing);
    expect(sources).to.deep.equal([]);
    await nextEvent(element, AnotherEvent, () => button(element, 'Terug zonder te veranderen').click());
  });

  it('stays open when the page thanks as it does a resident', async () => {
    const element = await capture(open, 'scribe');
    await type(element, 'Een wc!!');
    element.state = examples.sent;
    await shown(element);
    expect(field(element).value).to.equal('');
    await type(element, 'En de volgende');
    element.state = {...examples.sent};
    await shown(element);
    expect(field(element).value).to.equal('En de volgende');
  });

  it('keeps every letter when the page is slower than the scribe', async () => {
    const element = await capture(examples.sent, 'scribe');
    await type(element, 'R');
    await type(element, 'Rust');
    element.state = {...open, own: examples.answeredBefore.own, draft: 'R'};
    await shown(element);
    expect(field(element).value).to.equal('Rust');
    element.state = {...open, own: examples.answeredBefore.own, draft: 'Rust'};
    await shown(element);
    expect(field(element).value).to.equal('Rust');
  });

  it('is used with the keyboard alone', async () => {
    const element = await capture(open, 'scribe');
    const {quotes, sources} = takingAll(element);
    speaker(element, 'deelnemer').focus();
    await sendKeys({press: ' '});
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('answer');
    for (const said of ['Rust.', 'Echt is echt']) {
      await sendKeys({type: said});
      await sendKeys({down: 'Control'});
      await sendKeys({press: 'Enter'});
      await sendKeys({up: 'Control'});
      await shown(element);
    }
    expect(quotes).to.deep.equal([['Rust.'], ['Echt is echt']]);
    expect(sources).to.deep.equal(['participant', 'participant']);
    expect(focused(element)).to.equal('answer');
  });
});
