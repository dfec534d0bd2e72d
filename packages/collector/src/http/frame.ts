import {Hono, type Context} from 'hono';
import {safeParse} from 'zod/v4/core';
import {LONGEST_BODY, readBody} from './body.js';
import {faultsOf, type Fault} from './faults.js';
import {nothing, Problem, problemOf, problemResponse} from './problem.js';
import type {Arrival, Call, Guard, Person, Route, Schema, Shape} from './route.js';
import type {Exchange} from './server.js';

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

/** The app that answers these routes, and says 404 and 405 to everything else. */
export function frame(routes: readonly Route[], around: Frame): Hono {
  const app = new Hono();
  for (const [path, onPath] of byPath(routes)) {
    const answer = answering(onPath, around);
    app.all(around.basePath + path.replace(/\{(\w+)\}/g, ':$1'), answer);
  }
  app.notFound(() => problemResponse(nothing()));
  app.onError(error => failing(error, around));
  return app;
}

function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}

/** Guards around the one route that has the method, around checking what came. */
function answering(routes: readonly Route[], around: Frame): (context: Context) => Promise<Response> {
  const methods = new Map<string, Route>(routes.map(route => [route.method, route]));
  const [get] = routes.filter(({method}) => method === 'GET');
  if (get !== undefined) methods.set('HEAD', get);
  const allowed = [...methods.keys(), 'OPTIONS'].join(', ');
  return context => {
    const request = context.req.raw;
    const route = methods.get(request.method);
    const arrival: Arrival = {request, route, routes, parameters: context.req.param(), peer: peerOf(context)};
    const last = () => safely(() => handled(arrival, allowed, around), around);
    const through = around.guards.reduceRight<() => Promise<Response>>(
      (next, guard) => () => safely(() => guard(arrival, next), around),
      last,
    );
    return through();
  };
}

async function handled(arrival: Arrival, allowed: string, {admit}: Frame): Promise<Response> {
  const {request, route} = arrival;
  if (request.method === 'OPTIONS') return new Response(null, {status: 204, headers: {Allow: allowed}});
  if (route === undefined)
    throw new Problem(405, 'wrong-method', {detail: `Allowed here: ${allowed}.`, headers: {Allow: allowed}});
  const person = route.role === 'anybody' ? undefined : await admit(arrival, route);
  return route.handle(await checked(arrival, route, person));
}

/** The request as its route wants it. @throws Problem 400, 404, 413, 415 */
async function checked({request, parameters, peer}: Arrival, route: Route, person: Person | undefined): Promise<Call> {
  for (const [name, schema] of Object.entries(route.parameters ?? {}))
    if (schema !== undefined && !safeParse(schema, parameters[name]).success)
      throw new Problem(404, 'not-found', {detail: `There is nothing with this ${name}.`});
  const headers = named(route.headers, name => request.headers.get(name) ?? undefined);
  const query = queryOf(request, route.query);
  const body = route.body && parsed(route.body, await readBody(request, route.longest ?? LONGEST_BODY), '');
  return {request, parameters, query, headers, body, person, peer};
}

function queryOf(request: Request, shape: Shape | undefined): Record<string, unknown> {
  const mark = request.url.indexOf('?');
  if (mark < 0 && shape === undefined) return {};
  const given = new URLSearchParams(mark < 0 ? '' : request.url.slice(mark));
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

async function safely(answer: () => Promise<Response>, around: Frame): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    return failing(error, around);
  }
}

function failing(error: unknown, {failed}: Frame): Response {
  const problem = problemOf(error);
  if (problem === undefined) failed(error);
  return problemResponse(
    problem ?? new Problem(500, 'failed', {detail: 'The collector made a mistake. Nothing was kept. Try again later.'}),
  );
}

/** Only with a server around it: `@hono/node-server` gives the request of Node in the environment. */
function peerOf(context: Context): string | undefined {
  const {incoming} = (context.env ?? {}) as Partial<Exchange>;
  return incoming?.socket.remoteAddress;
}
