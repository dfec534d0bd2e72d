import {Backoff, type Clockwork} from './backoff.js';

/** Milliseconds within which a stream must say the present state: something on the way may hold it back for ever. */
const PATIENCE = 15_000;

/** As many errors in a row and a stream counts as failed: browsers themselves try again three times a minute or more. */
const ERRORS = 3;

export interface LiveParts extends Clockwork {
  /** Address of the stream. */
  readonly address: string;
  /** Asks for the present state once. Rejects when nobody answers. */
  readonly ask: () => Promise<unknown>;
  readonly streams: ((address: string) => EventSource) | undefined;
  /** Called with the number of every state that is seen. */
  readonly onRevision: (revision: number) => void;
  /** Says `wake` when trying makes sense again. */
  readonly waker: EventTarget;
}

/**
 * Follows an alliance until the signal says stop: by a stream, and by asking now and then while that does not come
 * through. A stream says the whole present state when it opens, so a new one needs nothing of the one before it; within
 * one, the browser itself goes on where it was with `Last-Event-ID`.
 */
export async function follow(parts: LiveParts, over: AbortSignal): Promise<void> {
  const backoff = new Backoff(parts);
  over.addEventListener('abort', () => backoff.stop(), {once: true});
  parts.waker.addEventListener('wake', () => backoff.wake(), {signal: over});
  while (!over.aborted) {
    if (await streamed(parts, over)) backoff.failures = 0;
    await asked(parts, over);
    await backoff.pause();
  }
}

async function asked(parts: LiveParts, over: AbortSignal): Promise<void> {
  if (!over.aborted) saw(parts, await parts.ask().catch(() => undefined));
}

/** Settles when the stream has failed; says whether it ever came through. */
async function streamed(parts: LiveParts, over: AbortSignal): Promise<boolean> {
  const stream = opened(parts);
  if (!stream) return false;
  let [came, errors] = [false, 0];
  const failed = new Promise<void>(settle => {
    stream.addEventListener('alliance', ({data}: MessageEvent<string>) => {
      [came, errors] = [true, 0];
      saw(parts, readable(data));
    });
    stream.addEventListener('error', () => {
      errors += 1;
      if (errors >= ERRORS || stream.readyState === CLOSED) settle();
    });
    over.addEventListener('abort', () => settle(), {once: true});
    void parts.rest(PATIENCE).then(() => came || settle());
  });
  await failed;
  stream.close();
  return came;
}

/** A stream; nothing where browsers have none, or do not allow this one. */
function opened({streams, address}: LiveParts): EventSource | undefined {
  try {
    return streams?.(address);
  } catch {
    return undefined;
  }
}

/** `EventSource.CLOSED`, also where the stream is another one. */
const CLOSED = 2;

function saw({onRevision}: LiveParts, state: unknown): void {
  if (typeof state !== 'object' || state === null || !('revision' in state)) return;
  if (typeof state.revision === 'number') onRevision(state.revision);
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
