import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ConnectEvent} from './connect-event.js';

/** Said on `document` by an alliance that is ready to answer. */
export const ALLIANCE_READY = 'samen-alliance-ready';

type Host<State> = ReactiveControllerHost & HTMLElement & {state: State};

/**
 * Asks around the widget for its state, in any order of loading. Where nobody answers, the page sets `state` itself.
 */
export class ConnectionController<State> implements ReactiveController {
  readonly #host: Host<State>;
  readonly #widget: string;
  readonly #wants: () => Readonly<Record<string, string>>;
  #asked: ConnectEvent<State> | undefined;
  #question = '';

  constructor(host: Host<State>, widget: string, wants: () => Readonly<Record<string, string>>) {
    this.#host = host;
    this.#widget = widget;
    this.#wants = wants;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(ALLIANCE_READY, this.#onAllianceReady);
    this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener(ALLIANCE_READY, this.#onAllianceReady);
    this.#letGo();
  }

  /** Asks again when the page chose another round or question. */
  hostUpdated(): void {
    if (this.#host.isConnected && JSON.stringify(this.#wants()) !== this.#question) this.#ask();
  }

  #ask(): void {
    this.#letGo();
    const wants = this.#wants();
    this.#question = JSON.stringify(wants);
    this.#asked = new ConnectEvent<State>(this.#widget, wants, state => {
      this.#host.state = state;
    });
    this.#host.dispatchEvent(this.#asked);
  }

  #letGo(): void {
    this.#asked?.release?.();
    this.#asked = undefined;
  }

  readonly #onAllianceReady = (): void => {
    if (!this.#asked?.release) this.#ask();
  };
}
