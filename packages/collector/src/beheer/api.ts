import type {Fault} from '../http/faults.js';
import type {Ask} from '../http/web.js';

/** Somebody who visits a page. */
export interface Visitor {
  readonly request: Request;
  /** Of the server: it knows the address at the other end. */
  readonly environment: unknown;
}

/** What the API did not do, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly type: string;
  /** What exactly was wrong, thing by thing. */
  readonly errors: readonly Fault[];

  constructor(status: number, {type = '', detail = '', errors = []}: Partial<ProblemBody>) {
    super(detail);
    this.status = status;
    this.type = type;
    this.errors = errors;
  }
}

/** What a page sees for itself in what was filled in, said as the API would. */
export function refusedAt(path: string, reason: Fault['reason']): Refused {
  return new Refused(400, {type: 'not-understood', errors: [{path, reason, detail: ''}]});
}

interface ProblemBody {
  readonly type: string;
  readonly detail: string;
  readonly errors: Refused['errors'];
}

/** What goes along with a request: its body, and headers besides those of the visitor. */
type Sent = readonly [body?: unknown, headers?: Readonly<Record<string, string>>];

/** Headers of a visitor's request that say who asks and from where. */
const HANDED_ON = ['cookie', 'origin', 'sec-fetch-site', 'host', 'x-forwarded-for'];

/**
 * The documented API, asked for a visitor of the site: with the visitor's own cookie and origin, so that the site can
 * do nothing that the visitor could not do without it.
 */
export class Api {
  /** Cookies that the API set, to hand to the visitor. */
  readonly cookies: string[] = [];
  readonly #ask: Ask;
  readonly #visitor: Visitor;
  readonly #base: string;

  constructor(ask: Ask, visitor: Visitor, base: string) {
    this.#ask = ask;
    this.#visitor = visitor;
    this.#base = base;
  }

  /** The visitor as they ask for the next page: with the cookies that the API set since. */
  next(): Visitor {
    const {request, environment} = this.#visitor;
    if (this.cookies.length === 0) return this.#visitor;
    const headers = new Headers(request.headers);
    headers.set('cookie', this.cookies.map(cookie => cookie.replace(/;.*/, '')).join('; '));
    return {request: new Request(request.url, {headers}), environment};
  }

  /** @throws Refused */
  async get<Body>(path: string): Promise<Body> {
    const response = await this.ask('GET', path);
    return (await response.json()) as Body;
  }

  /** @throws Refused */
  async send<Body = unknown>(method: 'POST' | 'PUT' | 'DELETE', path: string, ...[body, headers]: Sent): Promise<Body> {
    const response = await this.ask(method, path, body, headers);
    return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as Body;
  }

  /** The answer itself, such as a file. @throws Refused */
  async ask(method: string, path: string, ...[body, more]: Sent): Promise<Response> {
    const {request, environment} = this.#visitor;
    const headers = new Headers({accept: 'application/json', ...more});
    for (const name of HANDED_ON) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (body !== undefined) headers.set('content-type', 'application/json');
    const response = await this.#ask(
      new Request(new URL(this.#base + path, request.url), {
        method,
        headers,
        ...(body !== undefined && {body: JSON.stringify(body)}),
      }),
      environment,
    );
    this.cookies.push(...response.headers.getSetCookie());
    if (response.ok) return response;
    throw new Refused(response.status, (await response.json().catch(() => ({}))) as Partial<ProblemBody>);
  }
}
