import type {FullSpeaker} from './full-speaker.js';
import type {RadarChart} from './radar-chart.js';
import {lookOf, type Look} from './radar-look.js';
import {hasRadar, rings, wrap, type Rings} from './radar.js';
import {basisWords, figure, insufficientFirst, type Row} from './scorecard-figures.js';
import {details} from './scorecard-details.js';
import {sentences} from './scorecard-sentence.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** Width of a picture, in pixels: sharp on a slide and on half a sheet of paper. */
export const PICTURE_WIDTH = 1400;

const MARGIN = 80;

/** The radar is drawn as on a screen, in CSS pixels, and this many times as sharp: lines keep their weight. */
const SHARPNESS = 2;
const RADAR = {width: (PICTURE_WIDTH - 2 * MARGIN) / SHARPNESS, height: 500, fontSize: 14, pixelRatio: SHARPNESS};

/** What draws, and an element inside the widget, by which it gets its colours. */
interface Drawing {
  readonly frame: HTMLElement;
  readonly chart: RadarChart;
}

/** A line of text, with the room that it takes, in pixels. */
interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** Whether its paragraph ends here. */
  readonly isLast?: boolean;
}

/** Title, sentence and radar on paper; where there is no radar, the values in lines. */
export async function scorecardPicture(state: ReadyScorecard, speaker: FullSpeaker, drawing: Drawing): Promise<Blob> {
  const look = {...lookOf(drawing.frame), ...RADAR};
  const radar = hasRadar(state) ? drawRadar(rings(state, speaker), look, drawing.chart) : null;
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const texts = textLines(context, textsOf(state, speaker, radar === null), look);
  const textHeight = texts.reduce((sum, line) => sum + lineHeight(line), 0);
  canvas.width = PICTURE_WIDTH;
  canvas.height = Math.ceil(2 * MARGIN + textHeight + (radar?.height ?? 0));
  context.fillStyle = look.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  write(context, texts, look);
  if (radar) context.drawImage(radar, MARGIN, MARGIN + textHeight);
  drawing.chart.clear();
  return toBlob(canvas);
}

function drawRadar(drawn: Rings, look: Look, chart: RadarChart): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  chart.draw(canvas, drawn, look);
  return canvas;
}

/** What is written, paragraph by paragraph. */
function textsOf(state: ReadyScorecard, speaker: FullSpeaker, withValues: boolean): readonly TextLine[] {
  const {headline, rest} = sentences(state, speaker);
  const values = withValues ? insufficientFirst(state).map(row => valueText(row, state, speaker)) : [];
  return [
    {text: speaker.say('title', {plan: state.plan.name, n: state.plan.number}), size: 30, bold: false},
    {text: headline.join(' '), size: 46, bold: true},
    {text: [...rest, ...details(state, speaker)].join(' '), size: 34, bold: false},
    {text: basisWords(state, speaker), size: 28, bold: false},
    ...values.map(text => ({text, size: 34, bold: false})),
  ].filter(({text}) => text !== '');
}

function valueText({name, number, score}: Row, state: ReadyScorecard, {say, voice}: FullSpeaker): string {
  const verdict = say(score.verdict);
  return number === null ? `${name}: ${verdict}` : `${name}: ${figure(number, state, voice)}, ${verdict}`;
}

/** The same texts, as wide as the paper. */
function textLines(context: CanvasRenderingContext2D, texts: readonly TextLine[], look: Look): readonly TextLine[] {
  return texts.flatMap(paragraph => {
    context.font = fontOf(paragraph, look);
    const lines = wrap(paragraph.text, line => context.measureText(line).width <= PICTURE_WIDTH - 2 * MARGIN);
    return lines.map((text, place) => ({...paragraph, text, isLast: place === lines.length - 1}));
  });
}

function write(context: CanvasRenderingContext2D, lines: readonly TextLine[], look: Look): void {
  context.fillStyle = look.ink;
  context.textBaseline = 'top';
  lines.reduce((top, line) => {
    context.font = fontOf(line, look);
    context.fillText(line.text, MARGIN, top);
    return top + lineHeight(line);
  }, MARGIN);
}

function fontOf({size, bold}: TextLine, {fontFamily}: Look): string {
  return `${bold ? 'bold ' : ''}${size}px ${fontFamily}`;
}

function lineHeight({size, isLast}: TextLine): number {
  return Math.round(size * (isLast ? 1.9 : 1.3));
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  return context;
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png');
  });
}
