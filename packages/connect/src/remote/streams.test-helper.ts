/** Streams of server-sent events that say what the test says. */
export class FakeStreams {
  /** How many were opened. */
  count = 0;
  #streams: FakeStream[] = [];
  #waiting: (() => void)[] = [];
  #unseen = 0;

  readonly open = (): EventSource => {
    const stream = new FakeStream(() => (this.#streams = this.#streams.filter(other => other !== stream)));
    this.#streams.push(stream);
    this.count += 1;
    const next = this.#waiting.shift();
    if (next) next();
    else this.#unseen += 1;
    return stream as unknown as EventSource;
  };

  /** A stream that the server refuses. */
  readonly broken = (): EventSource => {
    const stream = new FakeStream(() => undefined);
    stream.readyState = 2;
    queueMicrotask(() => stream.dispatchEvent(new Event('error')));
    return stream as unknown as EventSource;
  };

  /** Settles when another stream was opened. */
  opened(): Promise<void> {
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return Promise.resolve();
    }
    return new Promise(settle => this.#waiting.push(settle));
  }

  say(type: string, data: unknown): void {
    for (const stream of this.#streams) stream.dispatchEvent(new MessageEvent(type, {data: JSON.stringify(data)}));
  }
}

class FakeStream extends EventTarget {
  readyState = 1;
  readonly close: () => void;

  constructor(close: () => void) {
    super();
    this.close = close;
  }
}
