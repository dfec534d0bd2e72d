import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {DraftEvent} from '../shared/requests.js';
import {button, capture, find, focused, press, shown, text, type, words} from './capture.test-helper.js';
import type {QuoteCapture} from './quote-capture.js';
import {field, open, speaker, takingAll} from './scribe.test-helper.js';

const interview = `Wat zou u missen?

Mijn man zit in een rolstoel. Overal drempels en keien. Dan blijf je dus thuis.

Een wc!! Klinkt gek maar zonder wc gaan wij nergens meer heen.

Bel maar, 06 12 34 56 78.`;

const pieces = (element: QuoteCapture): string[] =>
  [...element.renderRoot.querySelectorAll('li blockquote')].map(words);
const choose = async (element: QuoteCapture, ...places: number[]): Promise<void> => {
  const boxes = element.renderRoot.querySelectorAll<HTMLInputElement>('[type="checkbox"]');
  places.forEach(place => boxes[place]!.click());
  await shown(element);
};
const cutUp = async (told = interview): Promise<QuoteCapture> => {
  const element = await capture(open, 'scribe');
  await type(element, told);
  await press(element, 'Knip een gesprek in citaten');
  return element;
};

describe('<samen-quote-capture mode="scribe"> cuts a conversation', () => {
  it('into pieces of which none is chosen yet', async () => {
    const element = await cutUp();
    expect(pieces(element)).to.deep.equal([
      'Wat zou u missen?',
      'Mijn man zit in een rolstoel. Overal drempels en keien. Dan blijf je dus thuis.',
      'Een wc!! Klinkt gek maar zonder wc gaan wij nergens meer heen.',
      'Bel maar, 06 12 34 56 78.',
    ]);
    expect(find(element, 'input:checked')).to.equal(null);
    expect(text(element)).to.contain('Het gesprek is in 4 stukken.');
    expect(await violations(element)).to.deep.equal([]);
  });

  it('keeps what was chosen, all at once, and leaves the rest', async () => {
    const element = await cutUp();
    const {quotes, sources} = takingAll(element);
    await choose(element, 1, 2);
    await press(element, '2 citaten versturen');
    expect(quotes.length).to.equal(1);
    expect(quotes[0]!.length).to.equal(2);
    expect(sources).to.deep.equal([]);
    expect(pieces(element)).to.deep.equal(['Wat zou u missen?', 'Bel maar, 06 12 34 56 78.']);
    expect(text(element)).to.contain('2 citaten opgeschreven. Wat u niet koos, staat er nog.');
    await press(element, 'Terug naar de tekst');
    expect(field(element).value).to.equal('Wat zou u missen?\n\nBel maar, 06 12 34 56 78.');
  });

  it('counts one source for a whole conversation', async () => {
    const element = await capture(open, 'scribe');
    const {sources} = takingAll(element);
    speaker(element, 'geïnterviewde').click();
    await type(element, 'Rust.\n\nEen wc!!');
    await press(element, 'Knip een gesprek in citaten');
    await press(element, 'Alle stukken kiezen');
    await press(element, '2 citaten versturen');
    expect(sources).to.deep.equal(['interviewee']);
    expect(field(element).value).to.equal('');
    expect(focused(element)).to.equal('answer');
  });

  it('further, into sentences, then behind a word, and puts pieces together again', async () => {
    const element = await cutUp('Mijn man zit in een rolstoel. Overal drempels.\n\nEen wc!!');
    await press(element, 'Verder knippen: stuk 1');
    expect(pieces(element)).to.deep.equal(['Mijn man zit in een rolstoel.', 'Overal drempels.', 'Een wc!!']);
    expect(focused(element)).to.equal('piece-0');
    await press(element, 'Verder knippen: stuk 2');
    expect(focused(element)).to.equal('cut-behind');
    await press(element, 'Knip hier');
    expect(pieces(element)).to.deep.equal(['Mijn man zit in een rolstoel.', 'Overal', 'drempels.', 'Een wc!!']);
    await press(element, 'Samen met het volgende: stuk 2');
    await press(element, 'Samen met het volgende: stuk 2');
    expect(pieces(element)).to.deep.equal(['Mijn man zit in een rolstoel.', 'Overal drempels. Een wc!!']);
    expect(focused(element)).to.equal('piece-1');
  });

  it('says that nothing was chosen', async () => {
    const element = await cutUp();
    const {quotes} = takingAll(element);
    await press(element, '0 citaten versturen');
    expect(quotes).to.deep.equal([]);
    expect(text(element)).to.contain('Kies eerst een stuk.');
  });

  it('points personal data out in what was chosen, and takes it out with one tap', async () => {
    const element = await cutUp();
    const {quotes} = takingAll(element);
    await choose(element, 3);
    expect(text(element)).to.contain('Er staat een telefoonnummer in uw tekst. Weghalen?');
    await press(element, '1 citaat versturen');
    expect(focused(element)).to.equal('look-again');
    await press(element, 'Weghalen: 06 12 34 56 78');
    expect(focused(element)).to.equal('piece-3');
    await press(element, '1 citaat versturen');
    expect(quotes).to.deep.equal([['Bel maar, [telefoonnummer].']]);
  });

  it('does not keep a piece that is too long for one quote', async () => {
    const element = await cutUp(`${'la '.repeat(2_000)}\n\nRust.`);
    const {quotes} = takingAll(element);
    await press(element, 'Alle stukken kiezen');
    expect(text(element)).to.contain('Dit stuk is te lang voor één citaat. Knip het verder.');
    await press(element, '2 citaten versturen');
    expect(quotes).to.deep.equal([]);
    expect(focused(element)).to.equal('piece-0');
  });

  it('and leads back to the text as it was', async () => {
    const element = await cutUp();
    await press(element, 'Samen met het volgende: stuk 1');
    await press(element, 'Terug naar de tekst');
    expect(field(element).value).to.equal(interview);
    expect(focused(element)).to.equal('answer');
  });

  it('and throws the rest away only when somebody says so', async () => {
    const element = await cutUp();
    takingAll(element);
    expect(text(element)).not.to.contain('Klaar met dit gesprek');
    await choose(element, 2);
    await press(element, '1 citaat versturen');
    const draft = await nextEvent(element, DraftEvent, () => button(element, 'Klaar met dit gesprek').click());
    expect(draft.draft).to.equal('');
    await shown(element);
    expect(field(element).value).to.equal('');
  });

  it('with the keyboard alone', async () => {
    const element = await cutUp('Wat zou u missen?\n\nRust.');
    const {quotes} = takingAll(element);
    element.renderRoot.querySelectorAll<HTMLElement>('[type="checkbox"]')[1]!.focus();
    await sendKeys({press: ' '});
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('1 citaat versturen');
    await sendKeys({press: 'Enter'});
    await shown(element);
    expect(quotes).to.deep.equal([['Rust.']]);
    expect(document.activeElement).to.equal(element);
  });
});
