import type {Hono} from 'hono';
import type {Bundle} from '../embed/bundle.js';
import {pages} from '../pages.js';
import type {Bench} from '../voices/round.test-helper.js';

/** The API of a collector with the pages that stand on it. */
export function siteOf({api, parts}: Bench, bundle?: Bundle): Hono {
  return pages(parts, api, bundle);
}

/** What a visitor sees after a click. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  /** Where it leads on, when it does. */
  readonly location: string;
  readonly headers: Headers;
}

/** Somebody with a browser without scripts: keeps cookies, sends forms as a browser does. */
export class Visitor {
  readonly #app: Hono;
  readonly #origin: string;
  #cookie: string;

  /** @param site Where the pages are, and the cookie that the visitor has already. */
  constructor(app: Hono, {origin, cookie = ''}: {readonly origin: string; readonly cookie?: string}) {
    this.#app = app;
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** What the browser keeps. */
  get cookie(): string {
    return this.#cookie;
  }

  look(path: string): Promise<Seen> {
    return this.#ask(path, {});
  }

  /** Sends a form; what leads on is followed, as a browser does. */
  async fill(path: string, fields: Readonly<Record<string, string>>, origin = this.#origin): Promise<Seen> {
    const seen = await this.send(path, fields, origin);
    return seen.status === 303 ? this.look(seen.location) : seen;
  }

  /** Sends a form, and looks at nothing but the answer. */
  send(path: string, fields: Readonly<Record<string, string>>, origin = this.#origin): Promise<Seen> {
    const body = new URLSearchParams(fields);
    const length = String(body.toString().length);
    return this.#ask(path, {method: 'POST', body, headers: {origin, 'content-length': length}});
  }

  /** Sends a form with files, each made of what it holds: a text as it is, anything else as JSON. */
  async choose(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: Readonly<Record<string, unknown>>,
  ): Promise<Seen> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    for (const [name, file] of Object.entries(files))
      body.set(name, new File([typeof file === 'string' ? file : JSON.stringify(file)], `${name}.json`));
    const seen = await this.#ask(path, {method: 'POST', body, headers: {origin: this.#origin}});
    return seen.status === 303 ? this.look(seen.location) : seen;
  }

  async #ask(path: string, options: RequestInit): Promise<Seen> {
    const headers = new Headers(options.headers);
    headers.set('host', new URL(this.#origin).host);
    if (this.#cookie !== '') headers.set('cookie', this.#cookie);
    const response = await this.#app.request(this.#origin + path, {...options, headers});
    const cookie = response.headers.get('set-cookie');
    if (cookie !== null) this.#cookie = cookie.split(';')[0] ?? '';
    const location = response.headers.get('location') ?? '';
    return {status: response.status, html: await response.text(), location, headers: response.headers};
  }
}

/** Somebody before the pages of a collector. */
export function visitorOf(collector: Bench, cookie = ''): Visitor {
  return new Visitor(siteOf(collector), {origin: collector.parts.settings.publicOrigin, cookie});
}

/** The address of the first form whose address holds this. */
export function actionIn({html}: Seen, part: string): string {
  const found = [...html.matchAll(/action="([^"]*)"/g)]
    .map(([, action = '']) => action)
    .find(each => each.includes(part));
  if (found === undefined) throw new Error(`No form for ${part} on this page.`);
  return found;
}

/** The hidden fields of a page. */
export function hiddenIn({html}: Seen): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

/** Every page that links lead to from this one, one after the other, as long as their addresses begin with `within`. */
export async function pagesFrom(visitor: Visitor, within: string): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  for (const todo = [within]; todo.length > 0;) {
    const path = todo.pop() ?? within;
    if (seen.has(path)) continue;
    const page = await visitor.look(path);
    if (page.headers.get('content-type')?.includes('html')) seen.set(path, page);
    const links = [...page.html.matchAll(/<a [^>]*href="([^"#]*)"/g)].map(([, href = '']) => href);
    const addresses = links.map(href => new URL(href.replaceAll('&amp;', '&'), `http://localhost${path}`));
    todo.push(...addresses.map(({pathname, search}) => pathname + search).filter(each => each.startsWith(within)));
  }
  return seen;
}

/** The page as it reads: tags away, white space folded. */
export function readingOf({html}: Seen): string {
  return html
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
