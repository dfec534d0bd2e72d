import {
  Chart,
  Filler,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  type ChartConfiguration,
  type ChartData,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import type {Look} from './radar-look.js';
import {standingNames} from './radar-names.js';
import {wrap, type Corner, type Rings} from './radar.js';

Chart.register(Filler, LineElement, PointElement, RadarController, RadialLinearScale);

export type Points = (number | null)[];
type Config = ChartConfiguration<'radar', Points, readonly string[]>;
type Radar = Chart<'radar', Points, readonly string[]>;
type Line = ChartDataset<'radar', Points>;

/** How near a pointer has to come to a corner, in CSS pixels. */
const NEAR = 16;

/** Room at either side of a label, in CSS pixels. */
const BESIDE_LABEL = 10;

/** Draws rings on a canvas, each time at the size and in the colours of the look. */
export class RadarChart {
  #chart: Radar | undefined;
  #rings: Rings | undefined;
  #look: Look | undefined;

  /** Draws on `canvas`. On the same canvas in the same look the chart stays, and only what changed is done again. */
  draw(canvas: HTMLCanvasElement, rings: Rings, look: Look): void {
    if (this.#chart?.canvas !== canvas || !isEqual(look, this.#look)) this.clear();
    if (this.#chart) this.#update(this.#chart, rings, look);
    else this.#chart = start(canvas, rings, look);
    this.#rings = rings;
    this.#look = look;
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

  #update(chart: Radar, rings: Rings, look: Look): void {
    if (isEqual(rings, this.#rings)) return;
    if (this.#rings && isEqual(manner(rings), manner(this.#rings))) {
      chart.data.labels = labels(rings, look);
      lines(rings).forEach((points, place) => Object.assign(chart.data.datasets[place] ?? {}, {data: points}));
    } else {
      Object.assign(chart, {data: data(rings, look), options: options(rings, look)});
    }
    chart.update('none');
  }
}

/** What Chart.js is told. A bare chart takes the same, so that what this file adds can be measured. */
export function radarConfig(rings: Rings, look: Look): Config {
  return {type: 'radar', data: data(rings, look), options: options(rings, look), plugins: [standingNames]};
}

function start(canvas: HTMLCanvasElement, rings: Rings, look: Look): Radar {
  Object.assign(canvas, {width: look.width, height: look.height});
  return new Chart(canvas, radarConfig(rings, look));
}

/** How the lines are drawn: while that stays, only points and labels have to be replaced. */
function manner({corners, names, previous}: Rings): unknown {
  return [corners, names, previous !== null];
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The points of each line; the plan first, because what comes first is drawn on top. */
function lines({plan, passMarks, previous}: Rings): readonly Points[] {
  return [[...plan], [...passMarks], ...(previous ? [[...previous]] : [])];
}

function data(rings: Rings, look: Look): ChartData<'radar', Points, readonly string[]> {
  const styles = [planStyle(rings, look), passMarkStyle(rings, look), previousStyle(rings, look)];
  return {
    labels: labels(rings, look),
    datasets: lines(rings).map((points, place) => ({...styles[place], data: points})),
  };
}

function labels({labels, figures, corners}: Rings, look: Look): (readonly string[])[] {
  const context = document.createElement('canvas').getContext('2d');
  return labels.map((label, axis) => {
    if (context) context.font = `${weightOf(corners[axis])} ${look.fontSize}px ${look.fontFamily}`;
    const within = (room: number) => (line: string) => !context || context.measureText(line).width <= room;
    const lines = wrap(label, within(look.width / 4), within(roomBeside(axis / labels.length, look)));
    return [...lines, ...(figures[axis] ? [figures[axis]] : [])];
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
