import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LatePart} from '../shared/late-part.js';
import type {FullSpeaker} from './full-speaker.js';
import type {RadarStage} from './radar-stage.js';
import {hasRadar} from './radar.js';

import type {ScorecardState} from './scorecard.state.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly state: ScorecardState};

/** In a narrower column, in CSS pixels, labels and lines run into each other: there the table leads. */
const NARROWEST = 360;

/** The same for larger text, in em. */
const NARROWEST_EM = 22.5;

/**
 * Draws the radar in the box `[data-radar]` of its host. The chart's code is fetched when there is a radar to draw, and
 * not before: not in a narrow column, not in forced colours, not for a printer alone.
 */
export class RadarDrawing implements ReactiveController {
  readonly #host: Host;
  readonly #speaker: FullSpeaker;
  readonly #stage: LatePart<RadarStage>;
  readonly #forced = matchMedia('(forced-colors: active)');
  readonly #print = matchMedia('print');
  // In the next frame: what is drawn changes the host's own height, which the observer would report as a loop.
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#onResize()));
  #wide = false;

  constructor(host: Host, speaker: FullSpeaker, load: () => Promise<RadarStage>) {
    this.#host = host;
    this.#speaker = speaker;
    this.#stage = new LatePart(host, load);
    host.addController(this);
  }

  /** Whether there is place and reason for a radar. One that is there already is printed too. */
  get wanted(): boolean {
    const {state} = this.#host;
    const seen = !this.#print.matches || this.#stage.part !== undefined;
    return this.#wide && seen && !this.#forced.matches && state.type === 'ready' && hasRadar(state);
  }

  /** Whether the chart's code could not be fetched. */
  get failed(): boolean {
    return this.#stage.failed;
  }

  hostConnected(): void {
    this.#resized.observe(this.#host);
    this.#forced.addEventListener('change', this.#onMedia);
    this.#print.addEventListener('change', this.#onMedia);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#forced.removeEventListener('change', this.#onMedia);
    this.#print.removeEventListener('change', this.#onMedia);
    this.#stage.part?.clear();
  }

  hostUpdated(): void {
    this.draw();
  }

  /** Draws what there is to draw, now. Also for a page that changed its colours. */
  readonly draw = (): void => {
    const {state, shadowRoot} = this.#host;
    const frame = shadowRoot?.querySelector<HTMLElement>('[data-radar]');
    const {part, failed} = this.#stage;
    if (!frame || state.type !== 'ready' || !this.wanted) part?.clear();
    else if (part) part.draw(frame, state, {speaker: this.#speaker, printed: this.#print.matches});
    else if (!failed) this.fetch();
  };

  /** Fetches the code of the chart; again after that failed. */
  fetch(): void {
    // A font of the page that is still on its way has letters of other widths: once more when it is there.
    void this.#stage
      .load()
      .then(() => document.fonts.ready)
      .then(this.draw);
  }

  #onResize(): void {
    if (!this.#host.isConnected) return;
    const em = parseFloat(getComputedStyle(this.#host).fontSize);
    const wide = this.#host.clientWidth >= Math.max(NARROWEST, NARROWEST_EM * em);
    if (wide === this.#wide) this.draw();
    else this.#host.requestUpdate();
    this.#wide = wide;
  }

  readonly #onMedia = (): void => {
    this.draw();
    this.#host.requestUpdate();
  };
}
