import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {rooms} from '../app.js';
import {openDatabase, type Database} from '../database/open.js';
import {bench} from '../voices/round.test-helper.js';
import type {Route} from './route.js';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly required: boolean;
  }[];
  readonly responses: Readonly<Record<string, {readonly description: string}>>;
  readonly security?: readonly object[];
  readonly servers?: readonly {readonly url: string}[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly servers: readonly {readonly url: string}[];
  readonly tags: readonly {readonly name: string}[];
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

let database: Database;
let document: Document;
let text = '';
let routes: readonly Route[];
before(async () => {
  database = await openDatabase(':memory:');
  const {ask, parts} = bench(database);
  text = await (await ask('GET', '/openapi.json')).text();
  document = JSON.parse(text) as Document;
  ({routes} = rooms(parts));
});
after(() => database.close());

const operations = () => Object.values(document.paths).flatMap(path => Object.values(path));

/** Every operation by what is asked of the server: `GET /v1/alliances`. */
const asked = () =>
  new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const [server] = operation.servers ?? document.servers;
        return [
          `${method.toUpperCase()} ${new URL(server!.url + path).pathname.replace(/%7B(\w+)%7D/g, '{$1}')}`,
          operation,
        ];
      }),
    ),
  );

test('the document is OpenAPI 3.1 and has every route that tells something of an alliance', () => {
  assert.match(document.openapi, /^3\.1\./);
  const ours = routes
    .map(({method, path}) => `${method} ${path}`)
    .filter(name => !/ \/((v1\/)?openapi\.json|api\.css)?$/.test(name));
  assert.deepEqual([...asked().keys()].sort(), ours.sort());
});

test('operations are put together by what they are about', () => {
  const subject = (name: string) => asked().get(name)?.tags;
  assert.deepEqual(subject('GET /health/live'), ['health']);
  assert.deepEqual(subject('GET /v1/alliances/{alliance}'), ['alliances']);
  assert.deepEqual(subject('DELETE /v1/sessions/current'), ['sessions']);
  assert.deepEqual(subject('PUT /v1/alliances/{alliance}/contributions/{id}'), ['contributions']);
  assert.deepEqual(subject('GET /v1/alliances/{alliance}/rounds/{round}/result'), ['rounds']);
  const known = document.tags.map(({name}) => name);
  assert.deepEqual(new Set(operations().flatMap(({tags}) => tags)), new Set(known));
});

test('every reference leads somewhere, and nothing is left of a document of its own', () => {
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference);
  assert.ok(references.length > 50);
  for (const reference of references) {
    const [, room = '', name = ''] = /^#\/components\/(schemas|headers)\/(\w+)$/.exec(reference) ?? [];
    assert.ok(document.components[room]?.[name], reference);
  }
  assert.doesNotMatch(text, /"\$(schema|id|defs)"/);
});

test('every operation has a name of its own, a summary, its path parameters and an answer', () => {
  const names = operations().map(({operationId}) => operationId);
  assert.equal(new Set(names).size, names.length);
  for (const [path, methods] of Object.entries(document.paths))
    for (const {operationId, summary, parameters, responses} of Object.values(methods)) {
      assert.match(summary, /\.$/, operationId);
      for (const {name, description} of parameters) assert.match(description ?? '', /\.$/, `${operationId} ${name}`);
      const inPath = parameters.filter(one => one.in === 'path' && one.required).map(({name}) => name);
      assert.deepEqual(
        inPath,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      assert.ok(
        Object.keys(responses).some(status => status.startsWith('2')),
        operationId,
      );
    }
});

test('what is for facilitators says that it needs a session', () => {
  for (const {method, path, role} of routes) {
    const operation = asked().get(`${method} ${path}`);
    if (operation !== undefined)
      assert.equal(operation.security !== undefined, role !== 'anybody', `${method} ${path}`);
  }
});

test('the document and the page are not sent again to who has them', async () => {
  const {ask} = bench(database);
  const first = await ask('GET', '/openapi.json');
  const etag = first.headers.get('ETag') ?? '';
  const again = await ask('GET', '/openapi.json', {headers: {'If-None-Match': etag}});
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
  const page = await (await ask('GET', '/')).text();
  const told = routes.filter(({path}) => path.startsWith('/v1') && path !== '/v1/openapi.json');
  for (const {path} of told) assert.ok(page.includes(path), path);
  assert.doesNotMatch(page, /<script|style=/);
});
