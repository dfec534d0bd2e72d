import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openDatabase, type Database} from '../database/open.js';
import {settingsFrom} from '../settings.js';
import {bench} from '../voices/round.test-helper.js';

interface Server {
  readonly url: string;
}
interface Answer {
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, {readonly schema: {readonly $ref: string}}>>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly {readonly name: string; readonly in: string}[];
  readonly responses: Readonly<Record<string, Answer>>;
  readonly servers?: readonly Server[];
}
interface Document {
  readonly openapi: string;
  readonly info: {readonly version: string; readonly contact?: object};
  readonly servers: readonly Server[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {readonly schemas: Readonly<Record<string, {readonly properties?: object}>>};
}

let database: Database;
let document: Document;
before(async () => {
  database = await openDatabase(':memory:');
  const settings = settingsFrom({
    PUBLIC_URL: 'https://waarden.voorbeeld.nl',
    CONTACT_NAME: 'Gemeente Voorbeeld',
    CONTACT_EMAIL: 'api@voorbeeld.nl',
    CONTACT_URL: 'https://www.voorbeeld.nl/api',
  });
  document = (await (await bench(database, {settings}).ask('GET', '/v1/openapi.json')).json()) as Document;
});
after(() => database.close());

/** Names and texts that are not as the pattern says. */
const unlike = (pattern: RegExp, texts: readonly string[]) => texts.filter(text => !pattern.test(text));

function operations({paths}: Document): readonly (readonly [method: string, operation: Operation])[] {
  return Object.values(paths).flatMap(methods => Object.entries(methods));
}

/** Answers whose status begins with one of these digits, by the name of their operation and their status. */
function answers(of: Document, digits: string): readonly (readonly [name: string, answer: Answer])[] {
  return operations(of).flatMap(([, {operationId, responses}]) =>
    Object.entries(responses)
      .filter(([status]) => digits.includes(status.charAt(0)))
      .map(([status, answer]) => [`${operationId} ${status}`, answer] as const),
  );
}

/** Names of what may stand after the question mark. */
function queries(of: Document): readonly string[] {
  return operations(of).flatMap(([, {parameters}]) =>
    parameters.filter(one => one.in === 'query').map(({name}) => name),
  );
}

/** Every property of every schema, by name. */
function properties(schema: unknown): readonly (readonly [name: string, about: {readonly format?: string}])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.entries(schema.properties as Readonly<Record<string, object>>) : [];
  return [...own, ...Object.values(schema).flatMap(properties)];
}

/**
 * What the document has against a rule of the NL GOV API Design Rules, for each rule that the standard's own ruleset
 * reads from a document.
 *
 * @see https://gitdocumentatie.logius.nl/publicatie/api/adr/2.2.0/
 */
const RULES: Readonly<Record<string, (of: Document) => readonly string[]>> = {
  'doc-openapi: the document is OpenAPI 3': ({openapi}) => unlike(/^3\.\d+\.\d+$/, [openapi]),
  'doc-openapi-contact: it says who answers questions': ({info: {contact = {}}}) =>
    ['name', 'email', 'url'].filter(field => !(field in contact)),
  'semver: the version has three parts': ({info}) => unlike(/^\d+\.\d+\.\d+$/, [info.version]),
  'uri-version: the version is in the address of the server': ({servers}) =>
    unlike(
      /\/v\d+$/,
      servers.map(({url}) => url),
    ),
  'transport-security: every server has https': of =>
    unlike(
      /^https:\/\//,
      [...of.servers, ...operations(of).flatMap(([, {servers = []}]) => servers)].map(({url}) => url),
    ),
  'version-header: every answer that succeeds has it': of =>
    answers(of, '23').flatMap(([name, {headers = {}}]) => ('API-Version' in headers ? [] : [name])),
  'naming: paths are lower case with hyphens, and do not end with a slash': ({paths}) =>
    unlike(/^(\/([a-z0-9-]+|\{[a-z]+\}))+$/, Object.keys(paths)),
  'naming: what stands after the question mark is in camel case': of =>
    unlike(/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/, queries(of)),
  'naming: schemas are in pascal case': ({components}) => unlike(/^[A-Z][A-Za-z\d]*$/, Object.keys(components.schemas)),
  'http-methods: they are the standard ones': of =>
    unlike(
      /^(get|put|post|patch|delete)$/,
      operations(of).map(([method]) => method),
    ),
  'error-handling: what went wrong is told as a problem': of =>
    answers(of, '45').flatMap(([name, {content}]) => (content && !content['application/problem+json'] ? [name] : [])),
  'error-handling: a problem has a status, a title and a detail': of =>
    answers(of, '45').flatMap(([name, {content = {}}]) => {
      const schema = content['application/problem+json']?.schema.$ref.split('/').at(-1) ?? 'Problem';
      const {properties: has = {}} = of.components.schemas[schema] ?? {};
      return ['status', 'title', 'detail'].filter(field => !(field in has)).map(field => `${name} ${field}`);
    }),
  'error-handling: what can be wrong in a request can be answered with 400': of =>
    operations(of).flatMap(([method, {operationId, parameters, responses}]) =>
      (parameters.length > 0 || !['get', 'delete'].includes(method)) && !('400' in responses) ? [operationId] : [],
    ),
  'date-time: days are days, and times of day have a zone': of =>
    properties(of.components).flatMap(([name, {format}]) => {
      const isDay = /^(date|datum)$|[a-z]Dat(e|um)$/.test(name);
      return (isDay && format !== 'date') || ['date-time-local', 'time'].includes(format ?? '') ? [name] : [];
    }),
};

for (const [rule, faults] of Object.entries(RULES))
  test(`the API keeps the design rule ${rule}`, () => assert.deepEqual(faults(document), []));

test('a document that keeps none of the design rules is found out', () => {
  const odd: Operation = {
    operationId: 'odd',
    parameters: [{name: 'last-id', in: 'query'}],
    responses: {200: {}, 404: {content: {'application/json': {schema: {$ref: '#/components/schemas/Problem'}}}}},
    servers: [{url: 'http://voorbeeld.nl'}],
  };
  const worst: Document = {
    openapi: '2.0',
    info: {version: '1'},
    servers: [{url: 'http://voorbeeld.nl'}],
    paths: {'/Odd_path/': {trace: odd}},
    components: {schemas: {odd: {properties: {startDate: {type: 'string'}}}}},
  };
  for (const [rule, faults] of Object.entries(RULES)) assert.notDeepEqual(faults(worst), [], rule);
});
