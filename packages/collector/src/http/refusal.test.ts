import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {connect, type AddressInfo, type Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {after, before, describe, it} from 'node:test';
import {json} from './answer.js';
import type {Asked} from './asked.js';
import {failing} from './frame.js';
import {listening} from './node.js';
import {refuseUnreadable} from './refusal.js';
import {listen, type Server} from './server.js';

const usual = {'x-frame-options': 'DENY', 'cache-control': 'no-store'};

/** What came over a connection on which all of this was sent, until it closed. */
async function heard(port: number, ...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  for (const piece of pieces) socket.write(piece, 'latin1');
  return text(socket);
}

/** Status and type of a problem, after it was looked at as every answer is. */
function problemIn(answer: string): string {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  assert.match(head, /\r\nx-frame-options: DENY\r\n/);
  assert.match(head, /\r\ncontent-type: application\/problem\+json\r\n/);
  assert.match(head, new RegExp(`\\r\\ncontent-length: ${body.length}\\r\\n`, 'i'));
  const {type, status} = JSON.parse(body) as {type: string; status: number};
  assert.match(head, new RegExp(`^HTTP/1.1 ${status} \\w`));
  return `${status} ${type}`;
}

const HEAD = 'Host: a\r\nConnection: close\r\n';
const PUT = `PUT /kept HTTP/1.1\r\n${HEAD}Content-Type: text/plain\r\n`;
const CASES: Readonly<Record<string, readonly [sent: string, told: string]>> = {
  'another protocol': ['\x16\x03\x01\x02\x00\x01', '400 not-http'],
  'a sign that may not be in an address': [`GET /\0 HTTP/1.1\r\n${HEAD}\r\n`, '400 not-http'],
  'a header over two lines': [`GET / HTTP/1.1\r\n${HEAD}X: a\r\n b\r\n\r\n`, '400 not-http'],
  'two lengths': [`${PUT}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, '400 not-http'],
  'a length and parts': [`${PUT}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, '400 not-http'],
  'a part without a length': [`${PUT}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, '400 not-http'],
  'a part that says too much': [`${PUT}Transfer-Encoding: chunked\r\n\r\n1;${'a'.repeat(20_000)}`, '413 too-large'],
  'headers without end': [`GET / HTTP/1.1\r\n${HEAD}X: ${'a'.repeat(20_000)}\r\n\r\n`, '431 headers-too-large'],
  'no host': ['GET /kept HTTP/1.1\r\nConnection: close\r\n\r\n', '400 not-http'],
  'a host that is none, for a page': ['GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', '400 not-http'],
  'no path': [`OPTIONS * HTTP/1.1\r\n${HEAD}\r\n`, '400 not-http'],
  'another scheme': [`GET ftp://a/ HTTP/1.1\r\n${HEAD}\r\n`, '400 not-http'],
};

describe('a request that cannot be read', () => {
  let server: Server;
  /** The answer to the first request waits for it. */
  let hold: Promise<void> = Promise.resolve();
  const failures: unknown[] = [];
  const failed = (error: unknown) => failing(error, {failed: mistake => failures.push(mistake)});
  const kept = (asked: Asked) => (asked.method === 'GET' ? hold : asked.read(100)).then(() => json({}));
  before(async () => {
    server = await listen('127.0.0.1', 0, usual);
    server.answer(
      listening({
        answering: asked => (asked.path === '/kept' ? kept(asked).catch(failed) : undefined),
        site: {fetch: () => new Response('page')},
        usual,
        failed,
      }),
    );
  });
  after(async () => {
    await server.close();
    assert.deepEqual(failures, []);
  });

  for (const [name, [sent, told]] of Object.entries(CASES))
    it(`is answered as anything else: ${name}`, async () => {
      assert.equal(problemIn(await heard(server.port, sent)), told);
    });

  it('is none where only what it expects is unknown, or the host, in what is older', async () => {
    for (const path of ['/kept', '/'])
      for (const sent of [`GET ${path} HTTP/1.1\r\n${HEAD}Expect: tea\r\n\r\n`, `GET ${path} HTTP/1.0\r\n\r\n`])
        assert.match(await heard(server.port, sent), /^HTTP\/1\.1 200 /, sent);
  });

  it('is answered in its turn, and never in that of another', async () => {
    const good = 'GET /kept HTTP/1.1\r\nHost: a\r\n\r\n';
    const socket: Socket = connect(server.port, '127.0.0.1');
    const answers: string[] = [];
    socket.setEncoding('latin1').write(good);
    const [first] = (await once(socket, 'data')) as [string];
    socket.on('data', (piece: string) => answers.push(piece)).write('nonsense\r\n\r\n');
    await once(socket, 'close');
    assert.match(first, /^HTTP\/1\.1 200 /);
    assert.equal(problemIn(answers.join('')), '400 not-http');
    let release: () => void = () => undefined;
    hold = new Promise(resolve => (release = resolve));
    assert.equal(await heard(server.port, good, 'nonsense\r\n\r\n'), '', 'nobody knows yet what comes of the first');
    release();
  });
});

it('a request that is long in coming is told so', async () => {
  const impatient = createServer({requestTimeout: 20, headersTimeout: 10, connectionsCheckingInterval: 5});
  refuseUnreadable(impatient, usual);
  await once(impatient.listen(0, '127.0.0.1'), 'listening');
  const {port} = impatient.address() as AddressInfo;
  for (const sent of ['GET / HTTP/1.1\r\nHost:', `${PUT}Content-Length: 9\r\n\r\n1`])
    assert.equal(problemIn(await heard(port, sent)), '408 too-slow');
  impatient.close();
});
