import {createHmac} from 'node:crypto';
import {Hono, type Context, type MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {Random} from '@samenwaarde/core';
import {typedIn} from '../http/form.js';
import type {Ask} from '../http/web.js';
import {Api, Refused, type Visitor} from './api.js';
import {Faults} from './faults.js';
import {layout, type Html, type Page} from './layout.js';
import {troubleOf} from './problems.js';
import {enterAgain, isOwnForm, mayGoAlong, type Unsent} from './unsent.js';

/** What the site stands on. */
export interface SiteParts {
  readonly api: Ask;
  readonly random: Random;
  /** Origin at which people reach the collector. */
  readonly publicOrigin: string;
  /** Path in front of every address; empty without. */
  readonly basePath: string;
  /** Hash of the script of the widgets, `sha384-…`; `undefined` where the collector does not have it. */
  readonly integrity: string | undefined;
}

/** One visit to a page: what was asked, and what was typed when it did not succeed. */
export interface Visit {
  readonly api: Api;
  readonly parts: SiteParts;
  /** A name from the path, such as `alliance`. */
  parameter(name: string): string;
  /** What stands after `?`. */
  readonly query: URLSearchParams;
  /** The fields of the form that was sent; empty on a first look. */
  readonly typed: FormData;
  /** Address of the form that was sent, without the base path; empty on a first look. */
  readonly sent: string;
  /** Why what was sent was not done. */
  readonly refused?: Refused;
  /** What exactly is wrong in it, for the fields that it is about; nothing on a first look. */
  readonly faults: Faults;
}

/** Where to go after something was done, with a sentence that says so. */
export interface Done {
  readonly to: string;
  readonly said: string;
  /** Id of the place on that page to go on at. */
  readonly at?: string;
}

type Show = (visit: Visit) => Promise<Page>;
type Act = (visit: Visit) => Promise<Done | Page | Response>;

/** What to do, and the page to show again when that is refused. */
interface Doing {
  readonly act: Act;
  readonly show?: Show;
}

/** Longest form that is read of anybody, in bytes: a name, a code and a passphrase, of which every sign may take three. */
const LONGEST_AT_DOOR = 16 * 1024;
/** Longest form of somebody who brings along what was not done: written once more its quotation marks take twice the room. */
const LONGEST_BACK = 10 * LONGEST_AT_DOOR;
/** Longest form of somebody who entered: the longest card. */
const LONGEST_FORM = 4 * 1024 * 1024;
/** Longest form with a file: a backup that is put back. */
const LONGEST_UPLOAD = 100 * 1024 * 1024;

/** No script, nothing from elsewhere, and only our own forms. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const NOT_DONE = 'U bent weer ingelogd. Er is nog niets opgeslagen: druk nog een keer op de knop.';

/** Plain pages and forms over the documented API. */
export class Site {
  readonly app = new Hono();
  readonly #parts: SiteParts;
  readonly #key: Uint8Array;
  /** The page of every form, with what was typed in it and nothing done. */
  readonly #unsent = new Hono();

  constructor(parts: SiteParts) {
    this.#parts = parts;
    this.#key = parts.random(32);
    this.#unsent.notFound(context => context.redirect(`${parts.basePath}/beheer`, 303));
    this.app.use((context, next) => (isDisguised(context) ? Promise.resolve(context.notFound()) : next()));
  }

  /** A page to look at, or a file to save. Who has not entered is sent to the door. */
  page(path: string, show: Act): void {
    this.app.get(path, context => this.#answer(this.#visit(context, new FormData()), {act: show}, context));
  }

  /** What a form at the door does, of anybody; when it is refused the page is shown again, with what was typed. */
  door(path: string, doing: Required<Doing>, maxSize = LONGEST_AT_DOOR): void {
    this.app.post(path, bodyLimit({maxSize}), context => this.#sent(context, doing));
  }

  /** As `door`, for somebody who was inside and brings along a form that was not done. */
  doorBack(path: string, doing: Required<Doing>): void {
    const {basePath, publicOrigin} = this.#parts;
    this.app.post(path, (context, next) =>
      isOwnForm(context, publicOrigin) ? next() : Promise.resolve(context.redirect(`${basePath}/beheer`, 303)),
    );
    this.door(path, doing, LONGEST_BACK);
  }

  /** As `door`, for somebody who entered. Who has not makes nobody read a long form. */
  action(path: string, doing: Required<Doing>, maxSize = LONGEST_FORM): void {
    const whoEntered: MiddlewareHandler = async (context, next) => {
      const visit = this.#visit(context, new FormData());
      try {
        await visit.api.get('/v1/sessions/current');
      } catch (error) {
        return this.#ended(context, visit, error);
      }
      return next();
    };
    this.app.post(path, whoEntered, bodyLimit({maxSize}), context => this.#sent(context, doing));
    const show: Show = async visit => ({...(await doing.show(visit)), said: NOT_DONE});
    this.#unsent.post(`${this.#parts.basePath}/beheer${path}`, context => this.#sent(context, {act: show, show}));
  }

  /** As `action`, for a form with a file. */
  upload(path: string, doing: Required<Doing>): void {
    this.action(path, doing, LONGEST_UPLOAD);
  }

  /** The page of a form that was not done, with what was typed in it, for somebody who has entered since. */
  async again(visit: Visit, {path, fields}: Unsent): Promise<Response> {
    const {request, environment} = visit.api.next();
    const headers = new Headers(request.headers);
    for (const name of ['content-type', 'content-length']) headers.delete(name);
    const address = new URL(this.#parts.basePath + path, request.url);
    const again = new Request(address, {method: 'POST', headers, body: fields});
    const answer = await this.#unsent.fetch(again, environment);
    for (const cookie of visit.api.cookies) answer.headers.append('Set-Cookie', cookie);
    return answer;
  }

  /** Who was inside goes back to the door, and what was typed goes along where it can. */
  async #ended(context: Context, visit: Visit, error: unknown): Promise<Response> {
    const isOver = error instanceof Refused && error.status === 401;
    if (!isOver || !mayGoAlong(context, this.#parts.publicOrigin)) return this.#refused(context, visit, error);
    const fields = await typedIn(context.req);
    return this.#given(context, visit, {...enterAgain(visit, {path: visit.sent, fields}), status: 401});
  }

  async #sent(context: Context, doing: Required<Doing>): Promise<Response> {
    const typed = await typedIn(context.req);
    return this.#answer(this.#visit(context, typed), doing, context);
  }

  async #answer(visit: Visit, {act, show}: Doing, context: Context): Promise<Response> {
    try {
      return await this.#given(context, visit, await act(visit));
    } catch (error) {
      return this.#refused(context, visit, error, show);
    }
  }

  /** Somebody who has not entered goes to the door; others see what is wrong, on the page they came from if there is one. */
  async #refused(context: Context, visit: Visit, ...[error, show]: [error: unknown, show?: Show]): Promise<Response> {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 401) return this.#given(context, visit, {to: '/beheer', said: ''});
    const faults = new Faults(error.errors);
    const page = (await show?.({...visit, refused: error, faults})) ?? {title: 'Dat ging niet', body: ''};
    return this.#given(context, visit, {...page, problem: troubleOf(error, faults), status: error.status});
  }

  #visit(context: Context, typed: FormData): Visit {
    return {
      api: new Api(this.#parts.api, visitorOf(context), this.#parts.basePath),
      parts: this.#parts,
      parameter: name => context.req.param(name) ?? '',
      query: new URL(context.req.url).searchParams,
      typed,
      faults: new Faults(),
      sent: context.req.method === 'POST' ? new URL(context.req.url).pathname.slice(this.#parts.basePath.length) : '',
    };
  }

  async #given(context: Context, visit: Visit, answer: Done | Page | Response): Promise<Response> {
    if (answer instanceof Response) return answer;
    context.header('Content-Security-Policy', POLICY);
    // With `no-referrer` browsers send a form without the origin that the API asks for.
    context.header('Referrer-Policy', 'same-origin');
    for (const cookie of visit.api.cookies) context.header('Set-Cookie', cookie, {append: true});
    if ('to' in answer) {
      const {to, said: words, at} = answer;
      const sealed = new URLSearchParams({said: words, seal: this.#sealOf(words)}).toString();
      const said = words && `${to.includes('?') ? '&' : '?'}${sealed}`;
      const place = at ? `#${encodeURIComponent(at)}` : '';
      return context.redirect(`${this.#parts.basePath}${to}${said}${place}`, 303);
    }
    const path = new URL(context.req.url).pathname.slice(this.#parts.basePath.length);
    const said = answer.said ?? this.#saidIn(visit.query);
    const html: Html = layout(answer, {base: this.#parts.basePath, said, path});
    return context.html(await html, (answer.status ?? 200) as 200);
  }

  /** The sentence in an address, when it is one of ours: a link of somebody else puts no words on our pages. */
  #saidIn(query: URLSearchParams): string {
    const said = query.get('said') ?? '';
    return query.get('seal') === this.#sealOf(said) ? said : '';
  }

  /** Of this process alone: the page of another collector does without the sentence. */
  #sealOf(said: string): string {
    return createHmac('sha256', this.#key).update(said).digest('base64url').slice(0, 22);
  }
}

/**
 * Whether a name in the path is written in another way than plain: no address of ours has one, and in an address of the
 * API, which is made of it, it could lead elsewhere.
 */
export function isDisguised({req}: Context): boolean {
  return new URL(req.url).pathname.includes('%');
}

/** Who visits, and by which connection. */
export function visitorOf(context: Context): Visitor {
  return {request: context.req.raw, environment: context.env};
}
