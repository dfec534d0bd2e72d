import * as core from '@samenwaarde/core/schema';
import * as z from 'zod';
import type {Settings} from '../settings.js';
import {API_VERSION} from './headers.js';
import {REASONS, type Reason} from './reasons.js';
import type {Answer, Route, Schema, Shape} from './route.js';

type Json = Readonly<Record<string, unknown>>;

/** Shown wherever something went wrong. @see RFC 9457 */
const ProblemBody = z.object({
  type: z.string().describe('What kind of problem it is, for a program: `wrong-receipt`.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('A sentence for a person.'),
  errors: z
    .array(
      z.object({
        path: z.string().describe('Where: `marks.3`; empty for the whole.'),
        reason: z.enum(Object.keys(REASONS) as Reason[]).describe('Why, for a program.'),
        limit: z.number().optional().describe('What it may be at most or at least, where the reason speaks of it.'),
        detail: z.string(),
      }),
    )
    .optional()
    .describe('What exactly is wrong in the request, thing by thing.'),
});

/** What any route may answer, when there is a reason to. */
const USUAL: Readonly<Record<number, string>> = {
  400: 'The request is not as the schema says (`not-understood`).',
  429: 'Too many requests from here; `Retry-After` says when to try again.',
  503: 'The database cannot be reached; nothing was kept. `Retry-After` says when to try again.',
};
const WITH_BODY: Readonly<Record<number, string>> = {
  413: 'The body is too long (`too-large`).',
  415: 'The body is not `application/json` (`not-json`).',
};
const ENTERED: Readonly<Record<number, string>> = {
  401: 'Nobody has entered (`not-entered`).',
  403: 'A page of another site asked (`other-site`).',
};

/** Part of every path but those for who keeps the collector: the design rules want it in the server's address. */
const VERSION = '/v1';

/** The document of these routes, OpenAPI 3.1. */
export function openapi(routes: readonly Route[], {publicOrigin, basePath, contact}: Settings): Json {
  const schemas = componentsOf(routes);
  const server = `${publicOrigin}${basePath}`;
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const isOfVersion = route.path.startsWith(`${VERSION}/`);
    const path = isOfVersion ? route.path.slice(VERSION.length) : route.path;
    const elsewhere = isOfVersion ? {} : {servers: [{url: server}]};
    (paths[path] ??= {})[route.method.toLowerCase()] = {...operation(route, schemas.refer), ...elsewhere};
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samenwaarde collector',
      version: API_VERSION,
      description: 'Keeps what people give to an alliance, and answers what may be read of it.',
      license: {name: 'EUPL-1.2', identifier: 'EUPL-1.2'},
      ...(contact && {contact}),
    },
    servers: [{url: `${server}${VERSION}`}],
    paths,
    components: {
      schemas: schemas.all,
      headers: {ApiVersion: {description: 'Version of the API.', schema: {type: 'string'}}},
      securitySchemes: {session: {type: 'apiKey', in: 'cookie', name: '__Host-samen'}},
    },
  };
}

/** `getAlliancesCards`: what a program calls the operation. */
export function operationName({method, path}: Pick<Route, 'method' | 'path'>): string {
  const words = path
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[/.-]/)
    .filter(word => !['', 'v1'].includes(word));
  return method.toLowerCase() + words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function operation(route: Route, refer: (name: string, schema: Schema) => Json): Json {
  const name = operationName(route);
  const answers = Object.entries(answersOf(route)).map(([status, answer]) => [
    status,
    described(Number(status), answer, schema => refer(pascal(`${name}${status}`), schema)),
  ]);
  return {
    operationId: name,
    summary: route.summary,
    parameters: [
      ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, key = '']) =>
        parameter('path', key, (route.parameters as Shape | undefined)?.[key]),
      ),
      ...Object.entries(route.query ?? {}).map(([key, schema]) => parameter('query', key, schema)),
      ...Object.entries(route.headers ?? {}).map(([key, schema]) => parameter('header', key, schema)),
    ],
    ...(route.body && {
      requestBody: {required: true, content: {'application/json': {schema: refer(pascal(`${name}Body`), route.body)}}},
    }),
    responses: Object.fromEntries(answers),
    ...(route.role !== 'anybody' && {security: [{session: []}]}),
  };
}

/** The answers of a route with those that follow from what it asks. */
function answersOf(route: Route): Readonly<Record<number, Answer>> {
  const sentences = {
    ...USUAL,
    ...(route.body !== undefined && WITH_BODY),
    ...(route.path.includes('{') && {404: 'There is nothing at this address.'}),
    ...(route.cors &&
      route.path.includes('{alliance}') && {403: 'This alliance is not meant for pages of this origin.'}),
    ...(route.role !== 'anybody' && ENTERED),
  };
  const usual = Object.entries(sentences).map(([status, description]) => [status, {description}]);
  return {...(Object.fromEntries(usual) as Record<number, Answer>), ...route.answers};
}

function described(status: number, {description, schema, mediaType}: Answer, refer: (schema: Schema) => Json): Json {
  const isProblem = status >= 400 && schema === undefined;
  const type = mediaType ?? (isProblem ? 'application/problem+json' : 'application/json');
  const content = isProblem ? {$ref: '#/components/schemas/Problem'} : schema && refer(schema);
  const told = {description, headers: {'API-Version': {$ref: '#/components/headers/ApiVersion'}}};
  if (content !== undefined) return {...told, content: {[type]: {schema: content}}};
  return mediaType === undefined ? told : {...told, content: {[mediaType]: {}}};
}

function parameter(place: 'path' | 'query' | 'header', name: string, schema: Schema | undefined): Json {
  const isRequired = place === 'path' || (schema !== undefined && !z.core.safeParse(schema, undefined).success);
  return {name, in: place, required: isRequired, schema: schema === undefined ? {type: 'string'} : inJson(schema)};
}

/** Every schema once, under a name of its own: records by their kind, others by the operation that needs them first. */
function componentsOf(routes: readonly Route[]): {
  readonly all: Json;
  readonly refer: (name: string, schema: Schema) => Json;
} {
  const registry = z.registry<{id: string}>();
  const names = new Map<Schema, string>();
  const add = (name: string, schema: Schema) => {
    if (names.has(schema)) return;
    names.set(schema, name);
    registry.add(schema as z.ZodType, {id: name});
  };
  add('Problem', ProblemBody);
  for (const kind of [...core.methodKinds, ...core.voiceKinds, ...core.positionKinds]) {
    const [name = ''] = kind.shape.kind.def.values;
    add(pascal(name), kind);
  }
  for (const route of routes) {
    const name = pascal(operationName(route));
    if (route.body) add(`${name}Body`, route.body);
    for (const [status, {schema}] of Object.entries(route.answers)) if (schema) add(`${name}${status}`, schema);
  }
  const {schemas} = z.toJSONSchema(registry, {
    uri: id => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
  });
  const all = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema as Json)]));
  return {all, refer: (name, schema) => ({$ref: `#/components/schemas/${names.get(schema) ?? name}`})};
}

function inJson(schema: Schema): Json {
  return bare(z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}));
}

/** Without what only a document of its own needs. */
function bare(schema: Json): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}

function pascal(kind: string): string {
  return kind
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
