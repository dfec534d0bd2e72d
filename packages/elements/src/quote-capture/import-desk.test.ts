import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import {catalogueFaults} from '../shared/catalogue.test-helper.js';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {button, capture, find, focused, press, shown, StandIn, text, words} from './capture.test-helper.js';
import {importTexts} from './import.messages.js';
import {ImportUndoEvent, QuotesImportEvent} from './quote-capture.events.js';
import {examples} from './quote-capture.examples.js';
import type {QuoteCaptureState} from './quote-capture.state.js';
import type {QuoteCapture} from './quote-capture.js';

const csv = (content: BlobPart): File => new File([content], 'citaten.csv', {type: 'text/csv'});

/** As Polis writes it: a quotation mark and a line break inside a text, one that was withheld, two that cannot be read. */
const statements = csv(
  [
    'comment-id,moderated,comment-body',
    '2,1,I hope it can retain its southern hospitality',
    '3,1,"I want BG to feel welcoming to all,',
    'as my ""granny"" said"',
    '4,-1,Somebody should be fired',
    '5,1,',
    '6,1,<img src=x onerror=alert(1)>',
    `7,1,${'a'.repeat(5_001)}`,
  ].join('\n'),
);

/** Gives the widget a file, as somebody who picks one does. */
function give(element: QuoteCapture, file: File): void {
  const input = find(element, '[type="file"]') as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

async function read(file: File, state: QuoteCaptureState = examples.import): Promise<QuoteCapture> {
  const element = await capture(state, 'import');
  give(element, file);
  await shown(element);
  await waitUntil(() => !find(element, '[part="reading"]'), 'the file is read', {timeout: 8_000});
  await shown(element);
  return element;
}

const quotes = (element: QuoteCapture): (string | null)[] =>
  [...element.renderRoot.querySelectorAll('blockquote')].map(({textContent}) => textContent);
const rows = (element: QuoteCapture): string[] => [...element.renderRoot.querySelectorAll('tbody tr')].map(words);

describe('<samen-quote-capture mode="import">', () => {
  it('has every text in every voice, in plain words', () => {
    expect(catalogueFaults(importTexts)).to.deep.equal([]);
  });

  it('shows what would come in: how many, the first of them, and never one that was withheld', async () => {
    const element = await read(statements);
    expect(text(element)).to.contain('Er komen 4 citaten bij.');
    expect(text(element))
      .to.contain('1 daarvan is tegengehouden.')
      .and.to.contain('Dat staat in de kolom “moderated”.');
    expect(quotes(element)).to.deep.equal([
      'I hope it can retain its southern hospitality',
      'I want BG to feel welcoming to all,\nas my "granny" said',
      '<img src=x onerror=alert(1)>',
    ]);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('names the line and the reason of every row that is left out', async () => {
    const element = await read(statements);
    expect(words(find(element, 'summary'))).to.equal('2 regels doen niet mee');
    expect(rows(element)).to.deep.equal(['6Er staat geen tekst.', '8De tekst is langer dan 5.000 tekens.']);
  });

  it('lists the first 50 rows that are left out, and hands the others over as a file', async () => {
    const element = await read(csv(`tekst,x\n${'"",1\n'.repeat(70)}Rust.,1\n`));
    (find(element, 'details') as HTMLDetailsElement).open = true;
    expect(rows(element).length).to.equal(50);
    expect(text(element)).to.contain('70 regels doen niet mee').and.to.contain('Hier staan de eerste 50 regels.');
    const saved: Blob[] = [];
    const link = new StandIn(URL, 'createObjectURL', (blob: Blob) => {
      saved.push(blob);
      return '#saved';
    });
    await press(element, 'Regels opslaan als bestand');
    link.leave();
    const lines = (await saved[0]!.text()).trim().split('\r\n');
    expect(lines.length).to.equal(71);
    expect(lines[70]).to.equal('71;Er staat geen tekst.');
  });

  it('asks to take them over, all at once, what was withheld as held', async () => {
    const element = await read(statements);
    const event = await nextEvent(element, QuotesImportEvent, () => button(element, 'Importeren').click());
    expect(event.question).to.equal(examples.import.question.id);
    expect(event.quotes.length).to.equal(4);
    expect(event.quotes[2]).to.deep.equal({text: 'Somebody should be fired', held: true});
    await shown(element);
    expect(text(element)).to.contain('Wij voegen de citaten toe.');
    element.state = {...examples.import, imported: {quotes: 4, held: 1}};
    await shown(element);
    expect(text(element)).to.contain('3 citaten toegevoegd, 1 nog te lezen');
    expect(find(element, '[type="file"]')).to.exist;
  });

  it('takes the last import back', async () => {
    const element = await capture(examples.imported, 'import');
    expect(text(element)).to.contain('316 citaten toegevoegd, 55 nog te lezen');
    const event = await nextEvent(element, ImportUndoEvent, () => button(element, 'Toevoegen ongedaan maken').click());
    expect(event.question).to.equal(examples.import.question.id);
    element.state = examples.import;
    await shown(element);
    expect(text(element)).to.contain('De citaten van dit bestand zijn weer weg.');
  });

  describe('with a collector', () => {
    it('says that what was withheld is not sent, and counts only the rest', async () => {
      const element = await read(statements, examples.importToSend);
      expect(text(element)).to.contain('Er komen 3 citaten bij.').and.not.to.contain('nog te lezen');
      expect(text(element)).to.contain('1 regel is tegengehouden. Die versturen wij niet.');
      const event = await nextEvent(element, QuotesImportEvent, () => button(element, 'Versturen').click());
      expect(event.quotes.filter(({held}) => !held).length).to.equal(3);
    });

    it('asks nothing of a file of which everything was withheld', async () => {
      const element = await read(csv('moderated,comment-body\n-1,Somebody should be fired'), examples.importToSend);
      expect(text(element)).to.contain('1 regel is tegengehouden. Die versturen wij niet.');
      expect(() => button(element, 'Versturen')).to.throw();
    });

    it('says sent only when all of it is, and how many were not taken', async () => {
      const element = await capture(examples.importSending, 'import');
      const status = (): string => words(find(element, '[role="status"]'));
      expect(status()).to.equal('Wij versturen 316 citaten. Laat deze pagina open.');
      expect(text(element)).to.contain('Nog te versturen: 112');
      element.state = examples.importSent;
      await shown(element);
      expect(status()).to.equal(
        '314 citaten verstuurd. Een begeleider leest ze eerst. 2 citaten zijn niet aangenomen.',
      );
      expect(text(element)).not.to.contain('Nog te versturen');
      const {imported} = examples.importSent;
      element.state = {...examples.importSent, imported: {...imported, refused: 316}};
      await shown(element);
      expect(status()).to.equal('316 citaten zijn niet aangenomen.');
    });

    it('asks to take it away again, and does not say that it is gone before it is', async () => {
      const element = await capture(examples.importSent, 'import');
      await nextEvent(element, ImportUndoEvent, () => button(element, 'De citaten van dit bestand weghalen').click());
      element.state = examples.importToSend;
      await shown(element);
      expect(words(find(element, '[role="status"]'))).to.contain('Wij halen de citaten van dit bestand weer weg.');
    });
  });

  it('reads another column when the guess was wrong', async () => {
    const element = await read(csv('tekst;antwoord op vraag 2\nja;Een plek om te zitten\nnee;Schaduw graag\n'));
    expect(quotes(element)).to.deep.equal(['ja', 'nee']);
    const select = find(element, 'select') as HTMLSelectElement;
    expect(select.value).to.equal('tekst');
    select.value = 'antwoord op vraag 2';
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => quotes(element)[0] === 'Een plek om te zitten', 'it shows the quote', {timeout: 8_000});
    expect((find(element, 'select') as HTMLSelectElement).value).to.equal('antwoord op vraag 2');
  });

  it('reads what an old Excel wrote', async () => {
    const latin = Uint8Array.from(Array.from('tekst;nr\nEen café;1\n', sign => sign.charCodeAt(0)));
    expect(quotes(await read(csv(latin)))).to.deep.equal(['Een café']);
  });

  const refusals: readonly [string, BlobPart, string][] = [
    ['is empty', '', 'In dit bestand staan geen regels. Er is niets toegevoegd.'],
    ['is no text', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'Dit is geen CSV-bestand. Er is niets toegevoegd.'],
    ['has no end to a quotation mark', `tekst,x\n"${'a '.repeat(200_000)}`, 'mist een aanhalingsteken'],
    ['has no words', 'a,b\n1,2\n3,4\n', 'Wij vinden geen kolom met tekst. Kies zelf de kolom.'],
  ];
  for (const [what, content, sentence] of refusals) {
    it(`says so when the file ${what}, and adds nothing`, async () => {
      const element = await read(csv(content));
      expect(text(element)).to.contain(sentence);
      expect(() => button(element, 'Importeren')).to.throw();
    });
  }

  it('says so when the file cannot be read any more', async () => {
    const gone = csv('tekst\nRust.');
    gone.stream = () => {
      throw new DOMException('moved', 'NotReadableError');
    };
    expect(text(await read(gone))).to.contain('Dit bestand is niet te lezen. Er is niets toegevoegd.');
  });

  describe('with 200,000 rows', () => {
    const big = csv(`nr;tekst\n${'1;Gwn een plek waar je kan zitten\n'.repeat(200_000)}`);

    it('leaves the page alive while it reads', async function () {
      this.timeout(30_000);
      const element = await capture(examples.import, 'import');
      let longest = 0;
      const start = performance.now();
      let last = start;
      const beat = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 10);
      give(element, big);
      await waitUntil(() => find(element, 'blockquote'), 'the file is read', {timeout: 25_000});
      clearInterval(beat);
      // A page that was frozen would have one gap as long as the whole; a slow machine makes both longer.
      expect(longest).to.be.within(1, Math.max(500, (performance.now() - start) / 3));
      expect(text(element)).to.contain('Er komen 10.000 citaten bij.').and.to.contain('190.000 regels doen niet mee');
    });

    it('stops when somebody says so, and adds nothing', async () => {
      const element = await capture(examples.import, 'import');
      give(element, big);
      await shown(element);
      expect(text(element)).to.contain('procent is klaar.');
      await press(element, 'Stoppen');
      await waitUntil(() => text(element).includes('Gestopt. Er is niets toegevoegd.'), 'it says so', {timeout: 8_000});
      expect(find(element, '[type="file"]')).to.exist;
    });

    it('stops when the widget leaves the page', async () => {
      const element = await capture(examples.import, 'import');
      give(element, big);
      await shown(element);
      const page = element.parentElement!;
      element.remove();
      page.append(element);
      await waitUntil(() => text(element).includes('Gestopt. Er is niets toegevoegd.'), 'it says so', {timeout: 8_000});
    });
  });

  it('is used with the keyboard alone once a file was picked', async () => {
    const element = await read(statements);
    find(element, 'select')!.focus();
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('2 regels doen niet mee');
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('Importeren');
    const event = await nextEvent(element, QuotesImportEvent, () => void sendKeys({press: 'Enter'}));
    expect(event.quotes.length).to.equal(4);
    await shown(element);
    expect(focused(element)).to.equal('Citaten uit een bestand');
  });
});
