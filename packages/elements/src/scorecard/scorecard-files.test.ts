import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {fill, type Voice} from '../shared/voice.js';
import './define.js';
import {fileName} from './file-name.js';
import {RadarChart} from './radar-chart.js';
import {scorecardCsv} from './scorecard-csv.js';
import {examples} from './scorecard.examples.js';
import type {FullSpeaker} from './full-speaker.js';
import {scorecardTexts} from './scorecard.messages.js';
import {PICTURE_WIDTH, scorecardPicture} from './scorecard-picture.js';
import type {Scorecard} from './scorecard.js';
import type {ReadyScorecard} from './scorecard.state.js';
import {swap} from './swap.test-helper.js';

function speaker(voice: Voice = 'nl-u'): FullSpeaker {
  return {voice, say: (key, fillings) => fill(scorecardTexts[voice][key], voice, fillings)};
}

/** Cells of a CSV text, read by the rules of RFC 4180. */
function cells(csv: string, delimiter: string): string[][] {
  const lines: string[][] = [[]];
  const pattern = new RegExp(`("(?:[^"]|"")*"|[^"${delimiter}\\r\\n]*)(${delimiter}|\\r\\n|$)`, 'g');
  for (const [, cell = '', end] of csv.matchAll(pattern)) {
    lines.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') lines.push([]);
  }
  return lines.filter(line => line.length > 1);
}

/** One line of the file as an object: heading to cell. */
function lineOf(state: ReadyScorecard, name: string, voice: Voice = 'nl-u'): Record<string, string> {
  const csv = scorecardCsv(state, speaker(voice)).replace('\uFEFF', '');
  const [headings = [], ...lines] = cells(csv, voice === 'en' ? ',' : ';');
  const line = lines.find(([first]) => first === name)!;
  return Object.fromEntries(headings.map((heading, place) => [heading, line[place]!]));
}

/** The button of that name, when it is there. */
async function button(el: Scorecard, name: string): Promise<HTMLButtonElement> {
  const named = () =>
    [...el.renderRoot.querySelectorAll('button')].find(({textContent}) => textContent.trim() === name);
  await waitUntil(named, `there is a button ${name}`, {timeout: 8_000});
  return named()!;
}

/** Presses a button and catches the file that would be saved. */
async function saved(state: ReadyScorecard, name: string): Promise<{name: string; file: Blob}> {
  const el = await fixture<Scorecard>(html`<samen-scorecard .state=${state}></samen-scorecard>`);
  let file = new Blob();
  let back = [
    swap(URL, 'createObjectURL', made => {
      file = made as Blob;
      return '#';
    }),
  ];
  const clicked = new Promise<string>(resolve => {
    const click = function (this: HTMLAnchorElement) {
      resolve(this.download);
    };
    back = [...back, swap(HTMLAnchorElement.prototype, 'click', click)];
  });
  (await button(el, name)).click();
  const download = await clicked;
  back.forEach(undo => undo());
  return {name: download, file};
}

async function pixels(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** How many different colours there are: paper alone is one. */
function colours({data}: ImageData): number {
  return new Set(new Uint32Array(data.buffer)).size;
}

describe('the table as a file', () => {
  it('opens in a Dutch Excel: byte order mark, semicolons, decimal comma', () => {
    const csv = scorecardCsv(examples.insufficient, speaker());
    expect(csv.startsWith('\uFEFFKernwaarde;Cijfer;Oordeel;')).to.equal(true);
    expect(lineOf(examples.insufficient, 'Gastvrij')).to.include({
      Cijfer: '4,8',
      Oordeel: 'onvoldoende',
      Verdeeld: 'nee',
      Nodig: '5,5',
      'Middelste helft van': '4',
      'Middelste helft tot': '6',
      Aantal: '23',
      'Aantal onvoldoende': '15',
      'Aantal keer een 5': '5',
      'Aantal keer een 10': '0',
      'Weet ik niet': '1',
    });
  });

  it('opens in an English one: commas and points', () => {
    expect(lineOf(examples.insufficient, 'Gastvrij', 'en')).to.include({Mark: '4.8', Needed: '5.5'});
  });

  it('holds the previous version and where people differ', () => {
    expect(lineOf(examples.nextVersion, 'Vertrouwd')).to.include({Cijfer: '6,1', 'Versie 1': '7,6', Verdeeld: 'ja'});
  });

  it('holds why a value was left out', () => {
    expect(lineOf(examples.leftOut, 'Geworteld')['Niet gevraagd, want']).to.equal(
      'Op deze plek heeft nooit een oud gebouw gestaan.',
    );
  });

  it('tells nothing that the screen does not', () => {
    const few = Object.values(lineOf(examples.tooFewVoicesOnOne, 'Geworteld'));
    expect(few.filter(cell => cell !== '')).to.deep.equal(['Geworteld', 'nog te weinig antwoorden', '5,5']);
    const incomplete = Object.values(lineOf(examples.incomplete, 'Eerlijk'));
    expect(incomplete.filter(cell => cell !== '')).to.deep.equal(['Eerlijk', 'nog geen uitslag', '5,5', '8']);
    expect(lineOf(examples.alike, 'Gastvrij')).to.include({Cijfer: '', Oordeel: 'voldoende', 'Aantal keer een 8': ''});
  });

  it('holds percentages on the other scale, and no marks', () => {
    const line = lineOf(examples.scaleSufficient, 'Gastvrij');
    expect(line).to.include({'Voldoende (%)': '38', Oordeel: 'onvoldoende', Aantal: '21'});
    expect(line).to.not.have.any.keys('Nodig', 'Aantal keer een 5');
  });

  it('starts no formula', () => {
    expect(scorecardCsv(examples.hostile, speaker())).to.contain(`"'=HYPERLINK(""https://example.nl"")"`);
  });

  it('is named after the plan and its version', async () => {
    const {name, file} = await saved(examples.nextVersion, 'Opslaan als tabel');
    expect(name).to.equal('uitslag-wonen-aan-het-kanaal-versie-2.csv');
    expect(file.type).to.equal('text/csv');
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
  });

  it('is named without anything that a file name may not have', () => {
    const plan = {...examples.pass.plan, name: '../Café: <“Één”>\\?*'};
    expect(fileName(plan, speaker())).to.equal('uitslag-cafe-een-versie-1');
  });
});

describe('the picture as a file', () => {
  it('holds the sentence and the radar, on paper', async () => {
    const {name, file} = await saved(examples.insufficient, 'Opslaan als afbeelding');
    expect(name).to.equal('uitslag-wonen-aan-het-kanaal-versie-1.png');
    expect(file.type).to.equal('image/png');
    const picture = await pixels(file);
    expect(picture.width).to.equal(PICTURE_WIDTH);
    expect(picture.height).to.be.greaterThan(1200);
    expect([...picture.data.slice(0, 4)]).to.deep.equal([255, 255, 255, 255]);
    expect(colours(picture)).to.be.greaterThan(100);
  });

  for (const name of ['twoValues', 'hostile', 'tooLongNames', 'scaleSufficient', 'twelveValues'] as const) {
    it(`is made of ${name} too`, async () => {
      const el = await fixture<Scorecard>(html`<samen-scorecard></samen-scorecard>`);
      const frame = el.renderRoot.querySelector<HTMLElement>('[part="scorecard"]')!;
      const picture = await pixels(await scorecardPicture(examples[name], speaker(), {frame, chart: new RadarChart()}));
      expect(picture.width).to.equal(PICTURE_WIDTH);
      expect(colours(picture)).to.be.greaterThan(20);
    });
  }

  it('that cannot be made says so, and the figures stay', async () => {
    const el = await fixture<Scorecard>(html`<samen-scorecard .state=${examples.pass}></samen-scorecard>`);
    const back = swap(HTMLCanvasElement.prototype, 'toBlob', answer => answer(null));
    (await button(el, 'Opslaan als afbeelding')).click();
    const said = () => el.renderRoot.querySelector('[role="alert"]')?.textContent;
    await waitUntil(said, 'it says so', {timeout: 8_000});
    back();
    expect(said()).to.equal('Dit lukte niet. Er is niets verloren. Probeer het opnieuw.');
    expect(el.renderRoot.querySelector('table')).to.exist;
  });
});
