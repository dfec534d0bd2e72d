import type {Writable} from 'node:stream';

/** What is answered: all of it at once, or by a hand that goes on writing. */
export type Body = string | Uint8Array | ((to: Writable) => void) | undefined;

interface Said {
  /** 200 when nothing is said. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer of a route, until it is written. */
export class Answer {
  readonly status: number;
  readonly body: Body;
  readonly #headers = new Map<string, string>();

  constructor(body: Body, {status = 200, headers = {}}: Said = {}) {
    this.status = status;
    this.body = body;
    for (const name in headers) this.set(name, headers[name] ?? '');
  }

  /** By their names in lower case. */
  get headers(): ReadonlyMap<string, string> {
    return this.#headers;
  }

  /** Puts a header in the place of what it was. */
  set(name: string, value: string): void {
    this.#headers.set(name.toLowerCase(), value);
  }
}

/** An answer of JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return new Answer(JSON.stringify(value), {status, headers: {'content-type': 'application/json', ...headers}});
}

/** 204: it is done, and there is nothing to say about it. */
export function noContent(headers: Readonly<Record<string, string>> = {}): Answer {
  return new Answer(undefined, {status: 204, headers});
}
