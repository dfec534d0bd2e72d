import type {Writable} from 'node:stream';
import type {Beat, Told} from './beat.js';

/** Milliseconds between two comments on a stream that has nothing to tell, so that no proxy thinks it is dead. */
const KEEP_ALIVE = 20_000;

/** One client of the live stream. */
export interface Listener {
  readonly alliance: string;
  /** Id of the last event that the client heard. */
  readonly known: string | undefined;
  /** Milliseconds after which it may connect again. */
  readonly retry: number;
  /** Is called once it is over, whichever side ended it. */
  readonly left: () => void;
}

/** The streams of a collector. States, not differences: a slow client gets the latest, and nothing piles up for it. */
export class Streams {
  readonly #beat: Beat;
  /** The ends of all streams. */
  readonly #open = new Set<() => void>();
  #isClosed = false;

  constructor(beat: Beat) {
    this.#beat = beat;
  }

  /** Writes events, until the client or the collector ends it. */
  open(listener: Listener): (to: Writable) => void {
    return to => {
      // Who asked, or the collector, may have left before there was something to write.
      if (to.destroyed || this.#isClosed) {
        listener.left();
        if (!to.destroyed) to.end();
        return;
      }
      const slow = new Slow(to);
      slow.send(encoded(`retry: ${listener.retry}\n: hello\n\n`), true);
      const leave = this.#follow(listener, (piece, isEvent) => slow.send(piece, isEvent));
      const over = () => {
        leave();
        listener.left();
        this.#open.delete(close);
      };
      const close = () => {
        to.off('close', over).end();
        over();
      };
      this.#open.add(close);
      to.once('close', over);
    };
  }

  /** Ends every stream, also those that are still to open. */
  close(): void {
    this.#isClosed = true;
    for (const end of this.#open) end();
  }

  #follow({alliance, known}: Listener, send: (piece: Uint8Array, isEvent: boolean) => void): () => void {
    let last = known;
    const leave = this.#beat.listen(alliance, told => {
      if (told.id !== last) send(eventOf(told), true);
      last = told.id;
    });
    const timer = setInterval(() => send(encoded(': still here\n\n'), false), KEEP_ALIVE);
    return () => {
      leave();
      clearInterval(timer);
    };
  }
}

/** Writes for a client that may read slowly: then its last event waits, and no more. */
class Slow {
  readonly #to: Writable;
  #waiting: Uint8Array | undefined;

  constructor(to: Writable) {
    this.#to = to;
    to.on('drain', () => this.#goOn());
  }

  /** Sends a piece, now or as soon as the client reads on. A comment never takes the place of an event. */
  send(piece: Uint8Array, isEvent: boolean): void {
    if (!this.#to.writableNeedDrain) this.#to.write(piece);
    else if (isEvent) this.#waiting = piece;
  }

  #goOn(): void {
    if (this.#waiting !== undefined) this.#to.write(this.#waiting);
    this.#waiting = undefined;
  }
}

const texts = new TextEncoder();
const pieces = new WeakMap<Told, Uint8Array>();

function encoded(text: string): Uint8Array {
  return texts.encode(text);
}

/** The event as bytes, made once for all who listen. */
function eventOf(told: Told): Uint8Array {
  const known = pieces.get(told);
  if (known !== undefined) return known;
  const made = encoded(`id: ${told.id}\nevent: alliance\ndata: ${JSON.stringify(told.state)}\n\n`);
  pieces.set(told, made);
  return made;
}
