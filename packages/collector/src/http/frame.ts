import {METHOD_NAME_ALL, type ParamIndexMap, type Params} from 'hono/router';
import {RegExpRouter} from 'hono/router/reg-exp-router';
import {safeParse} from 'zod/v4/core';
import {noContent, type Answer} from './answer.js';
import type {Asked} from './asked.js';
import {LONGEST_BODY, readBody} from './body.js';
import {faultsOf, type Fault} from './faults.js';
import {Problem, problemAnswer, problemOf} from './problem.js';
import type {Arrival, Call, Guard, Person, Route, Schema, Shape} from './route.js';

/** What stands around a table of routes. */
export interface Frame {
  /** Before every route, the outermost first. */
  readonly guards: readonly Guard[];
  /** Who asks, on a route that is not for anybody. @throws Problem 401 or 403 */
  readonly admit: (arrival: Arrival, route: Route) => Promise<Person>;
  /** Is told what went wrong by a mistake of our own. */
  readonly failed: (error: unknown) => void;
  /** What stands before every path: empty, or `/samenwaarde`. */
  readonly basePath: string;
}

/**
 * Answers a request; `undefined` when no route has its path.
 *
 * @param peer Address at the other end of the connection.
 */
export type Answering = (asked: Asked, peer?: string) => Promise<Answer> | undefined;

/** Answers these routes, and says 405 to other methods on their paths. */
export function frame(routes: readonly Route[], around: Frame): Answering {
  const router = new RegExpRouter<(came: Came) => Promise<Answer>>();
  for (const [path, onPath] of byPath(routes))
    router.add(METHOD_NAME_ALL, around.basePath + path.replace(/\{(\w+)\}/g, ':$1'), answering(onPath, around));
  return (request, peer) => {
    const [[found], values] = router.match(METHOD_NAME_ALL, request.path);
    if (found === undefined) return undefined;
    const [answer, places] = found;
    return answer({request, parameters: parametersIn(places, values ?? []), peer});
  };
}

function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}

/** What a path holds where its names stand. */
function parametersIn(places: ParamIndexMap | Params, values: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const name in places) parameters[name] = plain(values[Number(places[name])] ?? '');
  return parameters;
}

function plain(part: string): string {
  try {
    return part.includes('%') ? decodeURIComponent(part) : part;
  } catch {
    return part;
  }
}

type Came = Pick<Arrival, 'request' | 'parameters' | 'peer'>;

/** Guards around the one route that has the method, around checking what came. */
function answering(routes: readonly Route[], around: Frame): (came: Came) => Promise<Answer> {
  const methods = new Map<string, Route>(routes.map(route => [route.method, route]));
  const [get] = routes.filter(({method}) => method === 'GET');
  if (get !== undefined) methods.set('HEAD', get);
  const allowed = [...methods.keys(), 'OPTIONS'].join(', ');
  return came => {
    const arrival: Arrival = {...came, route: methods.get(came.request.method), routes};
    const last = () => safely(() => handled(arrival, allowed, around), around);
    const through = around.guards.reduceRight<() => Promise<Answer>>(
      (next, guard) => () => safely(() => guard(arrival, next), around),
      last,
    );
    return through();
  };
}

async function handled(arrival: Arrival, allowed: string, {admit}: Frame): Promise<Answer> {
  const {request, route} = arrival;
  if (request.method === 'OPTIONS') return noContent({allow: allowed});
  if (route === undefined)
    throw new Problem(405, 'wrong-method', {detail: `Allowed here: ${allowed}.`, headers: {allow: allowed}});
  const person = route.role === 'anybody' ? undefined : await admit(arrival, route);
  return route.handle(await checked(arrival, route, person));
}

/** The request as its route wants it. @throws Problem 400, 404, 413, 415 */
async function checked({request, parameters, peer}: Arrival, route: Route, person: Person | undefined): Promise<Call> {
  for (const [name, schema] of Object.entries(route.parameters ?? {}))
    if (schema !== undefined && !safeParse(schema, parameters[name]).success)
      throw new Problem(404, 'not-found', {detail: `There is nothing with this ${name}.`});
  const headers = named(route.headers, name => request.header(name));
  const query = queryOf(request, route.query);
  const body = route.body && parsed(route.body, await readBody(request, route.longest ?? LONGEST_BODY), '');
  return {request, parameters, query, headers, body, person, peer};
}

function queryOf({search}: Asked, shape: Shape | undefined): Record<string, unknown> {
  if (search === '' && shape === undefined) return {};
  const given = new URLSearchParams(search);
  for (const name of given.keys())
    if (shape === undefined || !Object.hasOwn(shape, name))
      throw notUnderstood([{path: name, reason: 'unknown-key', detail: 'This address takes no such parameter.'}]);
  return named(shape, name => given.get(name) ?? undefined);
}

function named(shape: Shape | undefined, read: (name: string) => string | undefined): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name in shape) {
    const schema = shape[name];
    if (schema !== undefined) fields[name] = parsed(schema, read(name), name);
  }
  return fields;
}

function parsed(schema: Schema, value: unknown, name: string): unknown {
  const result = safeParse(schema, value);
  if (result.success) return result.data;
  throw notUnderstood(faultsOf(result.error.issues, {value, name}));
}

/** Most faults of one answer: a request can be full of them, and the answer would be many times as long. */
const MOST_FAULTS = 50;

/** 400: what came is not as the schema says. */
export function notUnderstood(errors: readonly Fault[]): Problem {
  return new Problem(400, 'not-understood', {
    detail: 'The request is not as the schema says.',
    errors: errors.slice(0, MOST_FAULTS),
  });
}

async function safely(answer: () => Promise<Answer>, around: Frame): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    return failing(error, around);
  }
}

/** What is answered to an error; `failed` is told of a mistake of our own. */
export function failing(error: unknown, {failed}: Pick<Frame, 'failed'>): Answer {
  const problem = problemOf(error);
  if (problem === undefined) failed(error);
  return problemAnswer(
    problem ?? new Problem(500, 'failed', {detail: 'The collector made a mistake. Nothing was kept. Try again later.'}),
  );
}
