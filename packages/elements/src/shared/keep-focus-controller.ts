import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Keeps the focus inside the widget when what had it is gone: the new view's `[data-focus]`, else its first heading.
 * Without it the focus lands on `body`, and whoever listens or uses the keyboard is lost.
 */
export class KeepFocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #before: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#before = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!root || !this.#before || root.activeElement) return;
    const first = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector);
    (first('[data-focus]') ?? first('[tabindex="-1"]'))?.focus();
  }
}
