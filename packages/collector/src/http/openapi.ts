import * as core from '@samenwaarde/core/schema';
import * as z from 'zod';
import {cookieName} from '../facilitator/session.js';
import type {Settings} from '../settings.js';
import {API_VERSION} from './headers.js';
import {REASONS, type Reason} from './reasons.js';
import type {Answer, Route, Schema, Shape} from './route.js';

type Json = Readonly<Record<string, unknown>>;

const ABOUT: Json = {
  title: 'Samenwaarde collector',
  version: API_VERSION,
  description: 'Keeps what people give to an alliance, and answers what may be read of it.',
  license: {name: 'EUPL-1.2', identifier: 'EUPL-1.2'},
};

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

const AUDIENCES: Readonly<Record<Route['role'], string>> = {
  anybody: 'For everybody.',
  entered: 'For facilitators.',
  facilitator: 'For facilitators of the alliance.',
};

/** What a name in a path, after `?` or among the headers means: the same wherever it stands. */
const PARAMETERS: Readonly<Record<string, string>> = {
  alliance: 'Name of the alliance in addresses.',
  round: 'Id of a round.',
  id: 'Id of what the path names: a random UUID.',
  what: 'What is deleted.',
  kind: 'Only what is of this kind.',
  status: 'Only what is so.',
  cursor: '`next` of the page before.',
  limit: 'How many at most.',
  'last-event-id': 'The last event that was seen.',
  'samen-receipt': 'The receipt that was drawn with the contribution.',
  'samen-edition': 'Which form of the contribution this is: 1, and one higher at every change.',
  'samen-code': 'Code of a card, in a round with code cards.',
};

/** Part of every path but those for who keeps the collector: the design rules want it in the server's address. */
const VERSION = '/v1';

/** The document of these routes, OpenAPI 3.1. */
export function openapi(routes: readonly Route[], settings: Settings): Json {
  const {publicOrigin, basePath, contact} = settings;
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
    info: {...ABOUT, ...(contact && {contact})},
    servers: [{url: `${server}${VERSION}`}],
    tags: [...new Set(routes.map(subjectOf))].map(name => ({name})),
    paths,
    components: {
      schemas: schemas.all,
      headers: {ApiVersion: {description: 'Version of the API.', schema: {type: 'string'}}},
      securitySchemes: {session: {type: 'apiKey', in: 'cookie', name: cookieName(settings)}},
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

/** Who may ask, in a sentence for a person. */
export function audienceOf({role, cors}: Pick<Route, 'role' | 'cors'>): string {
  return `${AUDIENCES[role]}${cors ? ' Pages of other sites may ask.' : ''}`;
}

/** `contributions`: what a path is about, by which programs put operations together. */
function subjectOf({path}: Route): string {
  const [collection = '', , within] = path.replace(VERSION, '').split('/').slice(1);
  return within ?? collection;
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
    description: audienceOf(route),
    tags: [subjectOf(route)],
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
  return {
    name,
    in: place,
    description: PARAMETERS[name],
    required: isRequired,
    schema: schema === undefined ? {type: 'string'} : inJson(schema),
  };
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
