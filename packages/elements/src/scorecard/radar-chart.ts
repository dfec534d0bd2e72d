import {
  Chart,
  Filler,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  type ChartConfiguration,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import type {Look} from './radar-look.js';
import {standingNames} from './radar-names.js';
import {wrap, type Corner, type Rings} from './radar.js';

Chart.register(Filler, LineElement, PointElement, RadarController, RadialLinearScale);

type Points = (number | null)[];
type Config = ChartConfiguration<'radar', Points, readonly string[]>;
type Radar = Chart<'radar', Points, readonly string[]>;
type Line = ChartDataset<'radar', Points>;
/** The name of each axis in lines. */
type Names = readonly (readonly string[])[];

/** How near a pointer has to come to a corner, in CSS pixels. */
const NEAR = 16;

/** Room at either side of a label, in CSS pixels. */
const BESIDE_LABEL = 10;

/** Measures text; made once. */
let measuring: CanvasRenderingContext2D | null | undefined;

/** Draws rings on a canvas, each time at the size and in the colours of the look. */
export class RadarChart {
  #chart: Radar | undefined;
  #rings: Rings | undefined;
  /** What was drawn last, as text: to see whether it has to be done again. */
  #drawn = {look: '', rings: '', manner: ''};
  #names: Names = [];

  /** Draws on `canvas`. On the same canvas in the same look the chart stays, and only what changed is done again. */
  draw(canvas: HTMLCanvasElement, rings: Rings, look: Look): void {
    const next = {look: JSON.stringify(look), rings: JSON.stringify(rings), manner: mannerOf(rings)};
    if (this.#chart?.canvas !== canvas || next.look !== this.#drawn.look) this.clear();
    if (next.manner !== this.#drawn.manner || !this.#chart) this.#names = namesOf(rings, look);
    if (!this.#chart) this.#start(canvas, rings, look);
    else if (next.manner !== this.#drawn.manner) this.#restyle(this.#chart, rings, look);
    else if (next.rings !== this.#drawn.rings) this.#move(this.#chart, rings);
    this.#rings = rings;
    this.#drawn = next;
  }

  /** The axis whose label or corner is at this place of the canvas, in CSS pixels; `null` when there is none. */
  axisAt(x: number, y: number): number | null {
    const scale = this.#chart?.scales['r'];
    if (!this.#rings || !(scale instanceof RadialLinearScale)) return null;
    const axis = this.#rings.plan.findIndex((points, place) => {
      const corner = scale.getPointPositionForValue(place, points ?? scale.max);
      const {left, right, top, bottom} = scale.getPointLabelPosition(place);
      return Math.hypot(x - corner.x, y - corner.y) <= NEAR || (x >= left && x <= right && y >= top && y <= bottom);
    });
    return axis < 0 ? null : axis;
  }

  /** Lets go of the canvas. */
  clear(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  #start(canvas: HTMLCanvasElement, rings: Rings, look: Look): void {
    Object.assign(canvas, {width: look.width, height: look.height});
    this.#chart = new Chart(canvas, configOf(rings, look, this.#names));
  }

  /** The same axes in the same colours: only points and marks have changed. */
  #move(chart: Radar, rings: Rings): void {
    chart.data.labels = labels(rings, this.#names);
    lines(rings).forEach((points, place) => Object.assign(chart.data.datasets[place] ?? {}, {data: points}));
    chart.update('none');
  }

  #restyle(chart: Radar, rings: Rings, look: Look): void {
    const {data, options} = configOf(rings, look, this.#names);
    Object.assign(chart, {data, options});
    chart.update('none');
  }
}

/** What Chart.js is told. A bare chart takes the same, so that what this file adds can be measured. */
export function radarConfig(rings: Rings, look: Look): Config {
  return configOf(rings, look, namesOf(rings, look));
}

function configOf(rings: Rings, look: Look, names: Names): Config {
  const styles = [planStyle(rings, look), passMarkStyle(rings, look), previousStyle(rings, look)];
  const datasets = lines(rings).map((points, place) => ({...styles[place], data: points}));
  return {
    type: 'radar',
    data: {labels: labels(rings, names), datasets},
    options: options(rings, look),
    plugins: [standingNames],
  };
}

/** How the lines are drawn, as text: while that stays, only points and marks have to be replaced. */
function mannerOf({labels, corners, names, previous}: Rings): string {
  return JSON.stringify([labels, corners, names, previous !== null]);
}

/** The points of each line; the plan first, because what comes first is drawn on top. */
function lines({plan, passMarks, previous}: Rings): readonly Points[] {
  return [[...plan], [...passMarks], ...(previous ? [[...previous]] : [])];
}

/** The name at each axis with its mark below it. */
function labels({figures}: Rings, names: Names): (readonly string[])[] {
  return names.map((lines, axis) => (figures[axis] ? [...lines, figures[axis]] : lines));
}

/** The names in lines, as wide as there is room. */
function namesOf({labels, corners}: Rings, look: Look): Names {
  measuring ??= document.createElement('canvas').getContext('2d');
  const context = measuring;
  return labels.map((label, axis) => {
    if (context) context.font = `${weightOf(corners[axis])} ${look.fontSize}px ${look.fontFamily}`;
    const within = (room: number) => (line: string) => !context || context.measureText(line).width <= room;
    return wrap(label, within(look.width / 4), within(roomBeside(axis / labels.length, look)));
  });
}

function weightOf(corner: Corner | undefined): 'bold' | 'normal' {
  return corner === 'insufficient' ? 'bold' : 'normal';
}

/**
 * Room beside an axis, in CSS pixels, at a part of the way round: Chart.js keeps at least half of the radius for the
 * chart, and cuts a label that is longer than what then remains.
 */
function roomBeside(round: number, {width, height}: Look): number {
  const radius = Math.min(width, height) / 2;
  return width / 2 - (radius / 2) * Math.abs(Math.sin(2 * Math.PI * round)) - BESIDE_LABEL;
}

// The lines differ by dash, width and corner, so that they can be told apart without colour. ------------------------

function planStyle({names, corners}: Rings, look: Look): Omit<Line, 'data'> {
  const colours: Record<Corner, string> = {pass: look.accent, insufficient: look.insufficient, divided: look.divided};
  return {
    label: names.plan,
    borderColor: look.accent,
    borderWidth: 2.5,
    backgroundColor: look.wash,
    fill: true,
    pointStyle: corners.map(corner => (corner === 'insufficient' ? 'triangle' : 'circle')),
    pointRadius: corners.map(corner => (corner === 'insufficient' ? 8 : 5.5)),
    pointBorderWidth: 2.5,
    pointBorderColor: corners.map(corner => colours[corner]),
    pointBackgroundColor: corners.map(corner => (corner === 'pass' ? look.accent : look.paper)),
  };
}

function passMarkStyle({names}: Rings, {ink}: Look): Omit<Line, 'data'> {
  return {label: names.passMarks, borderColor: ink, borderWidth: 2, borderDash: [7, 5], pointRadius: 0, fill: false};
}

function previousStyle({names}: Rings, {second, paper}: Look): Omit<Line, 'data'> {
  return {
    label: names.previous,
    borderColor: second,
    borderWidth: 2.5,
    borderDash: [0.1, 5],
    borderCapStyle: 'round',
    fill: false,
    pointRadius: 3.5,
    pointBorderWidth: 1.5,
    pointBackgroundColor: paper,
  };
}

function options({corners}: Rings, look: Look): ChartOptions<'radar'> {
  const font = {family: look.fontFamily, size: look.fontSize};
  const hairline = {color: look.hairline, lineWidth: 1};
  return {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    devicePixelRatio: look.pixelRatio,
    font,
    backgroundColor: look.paper,
    plugins: {standingNames: {corners, divided: look.divided, quiet: look.quiet}},
    scales: {
      r: {
        min: 0,
        max: 10,
        grid: hairline,
        angleLines: hairline,
        ticks: {stepSize: 2, display: false},
        pointLabels: {
          color: ({index}) => (corners[index] === 'insufficient' ? look.insufficient : look.ink),
          font: ({index}) => ({...font, weight: weightOf(corners[index])}),
        },
      },
    },
  };
}
