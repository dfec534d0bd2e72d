import type {$ZodType, output} from 'zod/v4/core';
import type {Answer as Given} from './answer.js';
import type {Asked} from './asked.js';

/** A schema of zod or of zod/mini: the records of core are made with the second. */
export type Schema = $ZodType;
/** Schemas by name. */
export type Shape = Readonly<Record<string, Schema>>;
type Parsed<Fields extends Shape> = {readonly [Name in keyof Fields]: output<Fields[Name]>};

/** The names between braces in a path: `alliance` and `id` of `/v1/alliances/{alliance}/contributions/{id}`. */
type Names<Path extends string> = string extends Path
  ? string
  : Path extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Names<Rest>
    : never;

/** Somebody who entered: a facilitator. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** One answer that a route can give, for `/openapi.json`. */
export interface Answer {
  readonly description: string;
  readonly schema?: Schema;
  /** `application/json` when there is a schema and nothing else is said. */
  readonly mediaType?: string;
}

/**
 * One route: what may be asked, by whom, and what is answered. The table of all routes makes the app, `/openapi.json`
 * and the test of who may do what.
 */
export interface Route<
  Path extends string = string,
  Body extends Schema = Schema,
  Query extends Shape = Shape,
  Headers extends Shape = Shape,
> {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** `/v1/alliances/{alliance}/live`. */
  readonly path: Path;
  /** Who may ask: anybody, a facilitator of the alliance in the path, or whoever has an open session. */
  readonly role: 'anybody' | 'facilitator' | 'entered';
  /** What it does, in one sentence. */
  readonly summary: string;
  /** Schemas of names in the path: a text that does not fit is a 404. */
  readonly parameters?: Readonly<Partial<Record<Names<Path>, Schema>>>;
  /** Schemas of what may stand after `?`, each of a text. Other names are refused. */
  readonly query?: Query;
  /** Schemas of headers that it reads, by name in lower case. */
  readonly headers?: Headers;
  /** Schema of the JSON body. Without it a body is not read. */
  readonly body?: Body;
  /** Longest body in bytes; 64 KiB when nothing is said. */
  readonly longest?: number;
  /** What it answers, by status; besides what every route can answer. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Whether pages of the alliance's origins may ask it from a browser. */
  readonly cors: boolean;
  // A method, so that routes of every shape fit in one table.
  handle(call: Call<Path, Body, Query, Headers>): Given | Promise<Given>;
}

/** A request on its way through the collector, checked against its route before `handle` sees it. */
export interface Call<
  Path extends string = string,
  Body extends Schema = Schema,
  Query extends Shape = Shape,
  Headers extends Shape = Shape,
> {
  readonly request: Asked;
  readonly parameters: Readonly<Record<Names<Path>, string>>;
  readonly query: Parsed<Query>;
  readonly headers: Parsed<Headers>;
  readonly body: output<Body>;
  /** Who asks, on a route that is not for anybody. */
  readonly person: Person | undefined;
  /** As of the arrival. */
  readonly peer: Arrival['peer'];
}

/** What a guard sees: the request before anything of it was checked. */
export interface Arrival {
  readonly request: Asked;
  /** The route; `undefined` for a preflight (`OPTIONS`) and a method that the path does not have. */
  readonly route: Route | undefined;
  /** All routes of this path. */
  readonly routes: readonly Route[];
  /** What the path holds, as it came: `{alliance: 'ververij'}`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The address at the other end of the connection, which may be a proxy; `undefined` in a test without a server. */
  readonly peer: string | undefined;
}

/**
 * Stands before the routes, such as CORS and limits. Calls `next` or answers itself. A problem that it throws is
 * answered; from `next` it always gets a response, also when a route threw.
 */
export type Guard = (arrival: Arrival, next: () => Promise<Given>) => Promise<Given>;

/** A route with its own shapes, to stand in a table with others. */
export function route<const Path extends string, Body extends Schema, Query extends Shape, Headers extends Shape>(
  one: Route<Path, Body, Query, Headers>,
): Route {
  return one;
}
