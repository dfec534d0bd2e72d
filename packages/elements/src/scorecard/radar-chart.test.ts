import {expect} from '@open-wc/testing';
import {RadarChart} from './radar-chart.js';
import {inBlack, type Look} from './radar-look.js';
import {rings, type Rings} from './radar.js';
import {examples} from './scorecard.examples.js';

const look: Look = {
  ink: '#1d1f23',
  quiet: '#565a61',
  hairline: '#8a8f9880',
  accent: '#0f5c7a',
  wash: '#0f5c7a1a',
  second: '#6b3fa0',
  insufficient: '#a5341c',
  divided: '#7a4e00',
  paper: '#ffffff',
  fontFamily: 'sans-serif',
  fontSize: 14,
  width: 480,
  height: 456,
  pixelRatio: 1,
};

const speaker = {voice: 'nl-u', say: () => 'versie 1'} as const;

function ringsOf(name: 'pass' | 'insufficient' | 'nextVersion' | 'twelveValues' | 'longNames'): Rings {
  return rings(examples[name], speaker);
}

function has(canvas: HTMLCanvasElement, colour: string): boolean {
  const wanted = [1, 3, 5].map(place => parseInt(colour.slice(place, place + 2), 16));
  const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.some((_, place) => place % 4 === 0 && wanted.every((channel, at) => data[place + at] === channel));
}

describe('RadarChart', () => {
  let canvas: HTMLCanvasElement;
  let chart: RadarChart;

  beforeEach(() => {
    canvas = document.createElement('canvas');
    chart = new RadarChart();
  });
  afterEach(() => chart.clear());

  it('draws the plan, its pass marks and what is insufficient, each in its colour', () => {
    chart.draw(canvas, ringsOf('insufficient'), look);
    for (const colour of [look.accent, look.ink, look.insufficient]) expect(has(canvas, colour), colour).to.equal(true);
    expect(has(canvas, look.second)).to.equal(false);
  });

  it('draws the previous version and a divided corner when they come', () => {
    chart.draw(canvas, ringsOf('insufficient'), look);
    chart.draw(canvas, ringsOf('nextVersion'), look);
    for (const colour of [look.second, look.divided]) expect(has(canvas, colour), colour).to.equal(true);
    expect(has(canvas, look.insufficient)).to.equal(false);
  });

  it('updates to the very picture that a new chart would draw', () => {
    const other = document.createElement('canvas');
    const fresh = new RadarChart();
    chart.draw(canvas, ringsOf('nextVersion'), look);
    chart.draw(canvas, {...ringsOf('pass'), plan: [3, 4, 5, 6, 7]}, look);
    chart.draw(canvas, ringsOf('pass'), look);
    fresh.draw(other, ringsOf('pass'), look);
    expect(canvas.toDataURL()).to.equal(other.toDataURL());
    fresh.clear();
  });

  it('is as sharp as the screen, and follows its size', () => {
    chart.draw(canvas, ringsOf('pass'), {...look, pixelRatio: 2});
    expect([canvas.width, canvas.height]).to.deep.equal([960, 912]);
    chart.draw(canvas, ringsOf('pass'), {...look, width: 400, height: 380});
    expect([canvas.width, canvas.height]).to.deep.equal([400, 380]);
  });

  it('needs no colour', () => {
    chart.draw(canvas, ringsOf('nextVersion'), inBlack(look));
    const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    expect(data.every((channel, place) => place % 4 === 3 || channel === data[place - (place % 4)])).to.equal(true);
    expect(has(canvas, '#000000')).to.equal(true);
  });

  it('cuts no label, however narrow', () => {
    for (const name of ['twelveValues', 'longNames'] as const) {
      chart.draw(canvas, ringsOf(name), {...look, width: 360, height: 342, pixelRatio: 1});
      const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const inked = (x: number) =>
        Array.from({length: canvas.height}, (_, y) => data[(y * canvas.width + x) * 4 + 3]!).some(alpha => alpha > 0);
      expect([inked(0), inked(canvas.width - 1)], name).to.deep.equal([false, false]);
    }
  });

  it('knows which axis is where, by its label and by its corner', () => {
    chart.draw(canvas, ringsOf('pass'), look);
    const downTheMiddle = Array.from({length: look.height}, (_, y) => chart.axisAt(look.width / 2, y));
    expect(downTheMiddle.find(axis => axis !== null)).to.equal(0);
    expect(chart.axisAt(2, 2)).to.equal(null);
    const found = new Set<number | null>();
    for (let x = 0; x < look.width; x += 8) for (let y = 0; y < look.height; y += 8) found.add(chart.axisAt(x, y));
    expect([...found].sort()).to.deep.equal([0, 1, 2, 3, 4, null]);
  });

  it('lets go of the canvas, and knows no axis any more', () => {
    chart.draw(canvas, ringsOf('pass'), look);
    chart.clear();
    expect(chart.axisAt(look.width / 2, 12)).to.equal(null);
    expect(() => chart.draw(canvas, ringsOf('pass'), look)).to.not.throw();
  });
});
