import {Request} from './request.js';

/**
 * A widget came onto the page and asks for its state. Whoever answers stops the event, calls `answer` now and at
 * every change, and sets `release`, which the widget calls when it leaves.
 */
export class ConnectEvent<State = unknown> extends Request {
  static readonly type = 'samen-connect';

  /** The tag that asks, such as `samen-quote-capture`: it names the shape of the state. */
  readonly widget: string;
  /** Which of the alliance's things it shows, by id, such as `{round: '…'}`. Empty: the one that is open. */
  readonly wants: Readonly<Record<string, string>>;
  /** Gives the widget a state. */
  readonly answer: (state: State) => void;
  /** Set by whoever answers; called when the widget no longer listens. */
  release: (() => void) | undefined;

  constructor(widget: string, wants: Readonly<Record<string, string>>, answer: (state: State) => void) {
    super(ConnectEvent.type);
    this.widget = widget;
    this.wants = wants;
    this.answer = answer;
  }
}
