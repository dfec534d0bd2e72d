import type {RadarChart} from './radar-chart.js';
import {inBlack, lookOf} from './radar-look.js';
import {rings, type Rings} from './radar.js';
import type {FullSpeaker} from './full-speaker.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** In which voice, and whether for a printer. */
export interface Manner {
  readonly speaker: FullSpeaker;
  readonly printed: boolean;
}

/** Puts a result on the canvas of a widget, and hears what somebody points at. */
export class RadarStage {
  readonly #chart: RadarChart;
  readonly #pick: (value: string) => void;
  #rings: Rings | undefined;

  /** `pick` is called with the core value whose corner or label was clicked. */
  constructor(chart: RadarChart, pick: (value: string) => void) {
    this.#chart = chart;
    this.#pick = pick;
  }

  /** Draws into the canvas of `frame`, the box that the radar fills; for a printer in black. */
  draw(frame: HTMLElement, state: ReadyScorecard, {speaker, printed}: Manner): void {
    const canvas = frame.querySelector('canvas');
    const look = lookOf(frame);
    if (!canvas || look.width === 0) return;
    this.#rings = rings(state, speaker);
    this.#chart.draw(canvas, this.#rings, printed ? inBlack(look) : look);
    this.#listen(canvas);
  }

  /** Lets go of the canvas. */
  clear(): void {
    this.#chart.clear();
  }

  /** For a mouse or a finger alone: by keyboard a value is picked in its row, so here is nothing to focus. */
  #listen(canvas: HTMLCanvasElement): void {
    canvas.onclick = ({offsetX, offsetY}) => {
      const value = this.#valueAt(offsetX, offsetY);
      if (value !== undefined) this.#pick(value);
    };
    canvas.onpointermove = ({offsetX, offsetY}) => {
      canvas.style.setProperty('cursor', this.#valueAt(offsetX, offsetY) === undefined ? 'auto' : 'pointer');
    };
  }

  #valueAt(x: number, y: number): string | undefined {
    const axis = this.#chart.axisAt(x, y);
    return axis === null ? undefined : this.#rings?.values[axis];
  }
}
