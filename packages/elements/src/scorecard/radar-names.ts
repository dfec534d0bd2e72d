import type {Chart, ChartType, Plugin, RadialLinearScale} from 'chart.js';
import {nameEdges, type Corner} from './radar.js';

declare module 'chart.js' {
  interface PluginOptionsByType<TType extends ChartType> {
    standingNames?: TType extends 'radar' ? StandingNamesOptions : never;
  }
}

export interface StandingNamesOptions {
  readonly corners: readonly Corner[];
  /** Colour of a divided corner. */
  readonly divided: string;
  /** Colour of the numbers at the rings. */
  readonly quiet: string;
}

/** Room that a name keeps free around itself, in CSS pixels, so that no line runs through it. */
const HALO = 5;

/**
 * Writes at the lines what they are, instead of a legend box: the number at each ring, where no corner can cover it, and
 * the name at each line. Fills half of every divided corner.
 */
export const standingNames: Plugin<'radar', StandingNamesOptions> = {
  id: 'standingNames',
  beforeDatasetsDraw(chart, _, {quiet}) {
    const scale = chart.scales['r'] as RadialLinearScale;
    const edge = (chart.data.labels?.length ?? 0) - 1;
    for (const {value, label} of scale.ticks.slice(1)) {
      const at = middleOf(scale, edge, [value, value]);
      write(chart, {text: String(label), ...at, colour: quiet, size: 0.8});
    }
  },
  afterDatasetsDraw(chart, _, {corners, divided}) {
    corners.forEach((corner, axis) => corner === 'divided' && fillHalf(chart, axis, divided));
    writeNames(chart);
  },
};

function fillHalf({ctx, data, scales}: Chart, axis: number, colour: string): void {
  const points = data.datasets[0]?.data[axis];
  if (typeof points !== 'number') return;
  const {x, y} = (scales['r'] as RadialLinearScale).getPointPositionForValue(axis, points);
  ctx.save();
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, 5.5, Math.PI / 2, -Math.PI / 2);
  ctx.fill();
  ctx.restore();
}

function writeNames(chart: Chart): void {
  const {datasets} = chart.data;
  const lines = datasets.map(({data}) => data.map(points => (typeof points === 'number' ? points : null)));
  nameEdges(lines).forEach((edge, place) => {
    const dataset = datasets[place];
    const line = lines[place];
    if (edge === null || !dataset || !line) return;
    const ends = [line[edge] ?? 0, line[(edge + 1) % line.length] ?? 0] as const;
    const at = middleOf(chart.scales['r'] as RadialLinearScale, edge, ends);
    write(chart, {text: dataset.label ?? '', ...at, colour: colourOf(dataset.borderColor), size: 0.9});
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A text around a point. `size` is a part of the chart's own text size. */
interface Standing extends Point {
  readonly text: string;
  readonly colour: string;
  readonly size: number;
}

/** Half-way between a point on the axis `edge` and one on the next. */
function middleOf(scale: RadialLinearScale, edge: number, [here, there]: readonly [number, number]): Point {
  const from = scale.getPointPositionForValue(edge, here);
  const to = scale.getPointPositionForValue(edge + 1, there);
  return {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
}

function write({ctx, options}: Chart, {text, x, y, colour, size}: Standing): void {
  const font = options.font as {family: string; size: number};
  ctx.save();
  ctx.font = `${font.size * size}px ${font.family}`;
  Object.assign(ctx, {textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 2 * HALO});
  ctx.strokeStyle = colourOf(options.backgroundColor);
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
  ctx.restore();
}

/** Chart.js takes a function or a pattern as well; here it is always a colour. */
function colourOf(colour: unknown): string {
  return typeof colour === 'string' ? colour : 'transparent';
}
