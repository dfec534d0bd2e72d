import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Marking, MarkingView} from './ballot-view.js';

type Host = ReactiveControllerHost & HTMLElement;

const PROGRESS = '[part=progress]';
const PROBLEM = '[part=problem]';
const SUMMARY = '[part=summary-heading]';

/** Where somebody is in the ballot, and where the focus goes when that changes. */
export class BallotCourse implements ReactiveController {
  /** Place of the step, from 0. A list has one. After the last comes the summary. */
  step = 0;
  /** Whether the summary was seen: then a changed answer leads back to it. */
  reviewing = false;
  /** Whether somebody wanted to go on while answers were missing. */
  checked = false;

  readonly #host: Host;
  /** What gets the focus after the next update. */
  #focus: string | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const focus = this.#focus;
    this.#focus = undefined;
    if (focus) this.#host.shadowRoot?.querySelector<HTMLElement>(focus)?.focus();
  }

  /** To the beginning, and to the summary where nothing but the code of the card is to be changed. */
  begin(marking?: Marking): void {
    this.reviewing = marking?.codeRefused !== undefined;
    this.step = this.reviewing ? Infinity : 0;
    this.checked = false;
    this.#host.requestUpdate();
  }

  /** Says what is missing. */
  check(): void {
    this.checked = true;
    this.#host.requestUpdate();
  }

  /** Says what is missing, and goes there. */
  halt(): void {
    this.check();
    this.#focus = PROBLEM;
  }

  /** To another step. */
  go(step: number): void {
    this.#show(step, PROGRESS);
  }

  /** To the summary, which is step `step`. */
  review(step: number): void {
    this.reviewing = true;
    this.checked = false;
    this.#show(step, SUMMARY);
  }

  /** To the value at that place, to answer it. */
  open(place: number, {stepped}: MarkingView): void {
    this.#show(stepped ? place : 0, `#value-${place} input`);
  }

  #show(step: number, focus: string): void {
    this.step = step;
    this.#focus = focus;
    this.#host.requestUpdate();
  }
}
