import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as z from 'zod';
import {readBody} from './body.js';
import {frame, notUnderstood, type Frame} from './frame.js';
import {json, type Answer} from './answer.js';
import type {Asked} from './asked.js';
import {Problem} from './problem.js';
import {asking} from './web.js';
import {route} from './route.js';

const seen: unknown[] = [];
const around: Frame = {
  guards: [],
  admit: () => Promise.reject(new Problem(401, 'not-entered', {detail: 'Enter first.'})),
  failed: error => seen.push(error),
  basePath: '',
};
const base = {role: 'anybody', summary: 'A test.', answers: {200: {description: 'Done.'}}, cors: false} as const;
const fail = (error: Error) => () => Promise.reject(error);
const routes = [
  route({
    ...base,
    method: 'PUT',
    path: '/things/{id}',
    parameters: {id: z.string().regex(/^\d+$/)},
    query: {wanted: z.string().optional()},
    headers: {'x-needed': z.string()},
    body: z.strictObject({text: z.string()}),
    longest: 40,
    handle: ({parameters: {id}, query: {wanted}, headers, body}) =>
      json({id, wanted, needed: headers['x-needed'], text: body.text}),
  }),
  route({...base, method: 'GET', path: '/things/{id}', handle: () => json({is: 'there'})}),
  route({...base, method: 'GET', path: '/inside', role: 'entered', handle: () => json({})}),
  route({...base, method: 'GET', path: '/broken', handle: fail(new Error('of a secret'))}),
  route({...base, method: 'GET', path: '/race', handle: fail(Object.assign(new Error(), {code: '40001'}))}),
  route({...base, method: 'GET', path: '/away', handle: fail(Object.assign(new Error(), {code: 'ECONNREFUSED'}))}),
];
/** The routes, asked as pages ask them. */
function asked(path: string, options: RequestInit = {}, given: Partial<Frame> = {}): Promise<Response> {
  return asking(frame(routes, {...around, ...given}))(new Request(`http://localhost${path}`, options));
}

const put = (body: string, headers: Readonly<Record<string, string>> = {}, path = '/things/1') => {
  const sent = {'Content-Type': 'application/json', 'X-Needed': 'a', ...headers};
  return asked(path, {method: 'PUT', headers: sent, body});
};
const right = '{"text":"b"}';

interface Said {
  readonly type: string;
  readonly status: number;
  readonly errors?: readonly {readonly path: string}[];
}

async function told(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer;
  assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
  const {type, status, errors = []} = (await response.json()) as Said;
  assert.equal(status, response.status);
  return [status, type, ...errors.map(({path}) => path)].join(' ');
}

describe('frame', () => {
  it('gives a route what it asked for, checked', async () => {
    const response = await put(right, {}, '/things/1?wanted=c');
    assert.deepEqual(await response.json(), {id: '1', wanted: 'c', needed: 'a', text: 'b'});
  });

  const refused: [what: string, answer: () => Response | Promise<Response>, expected: string][] = [
    ['an address that is not there', () => asked('/nothing'), '404 not-found'],
    ['a name that cannot be', () => put(right, {}, '/things/x'), '404 not-found'],
    ['a method that is not there', () => asked('/things/1', {method: 'DELETE'}), '405 wrong-method'],
    ['another media type', () => put(right, {'Content-Type': 'text/plain'}), '415 not-json'],
    ['what only looks like JSON', () => put(right, {'Content-Type': 'application/jsonp'}), '415 not-json'],
    ['a long body', () => put(`{"text":"${'x'.repeat(40)}"}`), '413 too-large'],
    ['a body that says it is long', () => put(right, {'Content-Length': '41'}), '413 too-large'],
    ['no JSON', () => put('{'), '400 not-understood'],
    ['an unknown key', () => put('{"text":"b","a":1}'), '400 not-understood '],
    ['the wrong type', () => put('{"text":1}'), '400 not-understood text'],
    ['the sign that ends texts', () => put('{"text":"\\u0000"}'), '400 not-understood'],
    ['half a sign', () => put('{"text":"\\ud83d"}'), '400 not-understood'],
    ['an unknown parameter', () => put(right, {}, '/things/1?other=1'), '400 not-understood other'],
    ['a parameter that every object has', () => put(right, {}, '/things/1?toString=1'), '400 not-understood toString'],
    ['a parameter where there are none', () => asked('/things/1?other=1'), '400 not-understood other'],
    ['a visitor', () => asked('/inside'), '401 not-entered'],
  ];
  for (const [what, answer, expected] of refused)
    it(`refuses ${what}`, async () => assert.equal((await told(answer())).trim(), expected.trim()));

  it('takes whole signs, and words about signs', async () => {
    for (const text of ['\\ud83d\\ude00', '\\\\u0000']) assert.equal((await put(`{"text":"${text}"}`)).status, 200);
  });

  it('refuses a long body that does not tell its length', async () => {
    const body = new Blob([`{"text":"${'x'.repeat(100)}"}`]).stream();
    const headers = {'Content-Type': 'application/json', 'X-Needed': 'a'};
    const options = {method: 'PUT', headers, body, duplex: 'half'} as RequestInit;
    assert.equal(await told(asked('/things/1', options)), '413 too-large');
  });

  it('refuses a body that would fill the memory before it reads it', async () => {
    const request = (body: string): Asked => ({
      ...{method: 'PUT', path: '/', search: ''},
      header: name => ({'content-type': 'application/json'})[name],
      read: () => Promise.resolve(Buffer.from(body)),
    });
    const deep = '['.repeat(70_000);
    await assert.rejects(readBody(request(deep), 1_000_000), {status: 400, message: /too deep/});
    assert.equal(await readBody(request(JSON.stringify(deep)), 1_000_000), deep);
  });

  it('lists no more faults than somebody reads', () => {
    const faults = Array.from({length: 80}, () => ({path: 'marks', reason: 'unknown-key', detail: 'No.'}) as const);
    assert.deepEqual(notUnderstood(faults).more.errors, faults.slice(0, 50));
  });

  it('refuses what is wrong a hundred thousand times', async () => {
    const list = {
      ...base,
      method: 'PUT',
      path: '/list',
      body: z.union([z.object({list: z.array(z.int())}), z.object({other: z.string()})]),
      longest: 10_000_000,
    } as const;
    const api = asking(frame([route({...list, handle: () => json({})})], around));
    const body = JSON.stringify({list: Array(400_000).fill('')});
    const headers = {'Content-Type': 'application/json'};
    const response = await api(new Request('http://localhost/list', {method: 'PUT', headers, body}));
    assert.match(await told(response), /^400 not-understood/);
  });

  it('says which methods there are', async () => {
    const allowed = 'PUT, GET, HEAD, OPTIONS';
    assert.equal((await asked('/things/1', {method: 'POST'})).headers.get('Allow'), allowed);
    const options = await asked('/things/1', {method: 'OPTIONS'});
    assert.deepEqual([options.status, options.headers.get('Allow')], [204, allowed]);
    const head = await asked('/things/1', {method: 'HEAD'});
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });

  it('tells nothing of its own mistakes but to the log', async () => {
    const response = await asked('/broken');
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /secret/);
    assert.equal((seen.at(-1) as Error).message, 'of a secret');
  });

  it('asks to come back when the database is away, or too busy', async () => {
    for (const path of ['/away', '/race']) {
      const response = await asked(path);
      assert.equal(response.headers.get('Retry-After'), '2');
      assert.equal(await told(response), '503 database-away');
    }
  });

  it('has guards that see every answer, the outermost first', async () => {
    const order: string[] = [];
    const guard = (name: string) => async (_: unknown, next: () => Promise<Answer>) => {
      const response = await next();
      order.push(`${name} ${response.status}`);
      return response;
    };
    const stop = () => Promise.reject(new Problem(429, 'too-many', {detail: 'Wait.'}));
    await asked('/broken', {}, {guards: [guard('outer'), guard('inner')]});
    await asked('/things/1', {}, {guards: [guard('outer'), stop, guard('inner')]});
    assert.deepEqual(order, ['inner 500', 'outer 500', 'outer 429']);
  });

  it('can stand under a path', async () => {
    const statusOf = async (path: string) => (await asked(path, {}, {basePath: '/waarden'})).status;
    assert.deepEqual([await statusOf('/waarden/things/1'), await statusOf('/things/1')], [200, 404]);
  });
});
