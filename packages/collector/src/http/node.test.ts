import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {after, before, describe, it} from 'node:test';
import * as z from 'zod';
import {Answer, json} from './answer.js';
import {frame} from './frame.js';
import {listening} from './node.js';
import {Problem} from './problem.js';
import {route} from './route.js';
import {listen, type Server} from './server.js';

const base = {role: 'anybody', summary: 'A test.', answers: {200: {description: 'Done.'}}, cors: false} as const;
const usual = {'cache-control': 'no-store', 'x-frame-options': 'DENY'};
const failures: unknown[] = [];
const endless = new EventEmitter();
const answering = frame(
  [
    route({
      ...base,
      method: 'PUT',
      path: '/things/{id}',
      body: z.object({text: z.string()}),
      longest: 200_000,
      handle: ({parameters: {id}, body}) => json({id, length: body.text.length}),
    }),
    route({
      ...base,
      method: 'GET',
      path: '/things/{id}',
      handle: () => new Answer('één', {headers: {'cache-control': 'no-cache', 'x-more': 'a'}}),
    }),
    route({
      ...base,
      method: 'GET',
      path: '/events',
      handle: () => new Answer(to => to.write('one\n') && to.end('two\n')),
    }),
    route({
      ...base,
      method: 'GET',
      path: '/much',
      handle: () =>
        new Answer(to => {
          while (to.write('x'.repeat(100_000)));
          to.once('drain', () => to.end('last'));
        }),
    }),
    route({
      ...base,
      method: 'GET',
      path: '/endless',
      handle: () => new Answer(to => void endless.emit('open', to.write('open\n') && !to.destroyed)),
    }),
    route({...base, method: 'GET', path: '/split', handle: () => new Answer('', {headers: {'x-more': 'a\r\nb: c'}})}),
  ],
  {
    guards: [],
    admit: () => Promise.reject(new Problem(401, 'not-entered', {detail: 'Enter first.'})),
    failed: error => failures.push(error),
    basePath: '',
  },
);

describe('the server of Node', () => {
  let server: Server;
  before(async () => {
    server = await listen('127.0.0.1', 0, usual);
    server.answer(
      listening({
        answering,
        site: {fetch: ({url}) => new Response(`page ${new URL(url).pathname}`)},
        usual,
        failed: error => failures.push(error),
      }),
    );
  });
  after(() => server.close());

  const ask = (path: string, options: RequestInit = {}) => fetch(server.url + path, options);
  const put = (body: RequestInit['body']) =>
    ask('/things/7', {
      method: 'PUT',
      headers: {'Content-Type': 'application/json'},
      body,
      duplex: 'half',
    } as RequestInit);
  const wire = async (): Promise<Socket> => {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };

  it('answers what a route says, with the usual headers where it says nothing else', async () => {
    const answer = await ask('/things/7');
    const headers = ['cache-control', 'x-frame-options', 'x-more', 'content-length'];
    assert.deepEqual(
      [...headers.map(name => answer.headers.get(name)), await answer.text()],
      [...['no-cache', 'DENY', 'a', '5'], 'één'],
    );
    const head = await ask('/things/7', {method: 'HEAD'});
    assert.deepEqual([head.status, head.headers.get('content-length'), await head.text()], [200, '5', '']);
  });

  it('gives what no route has to the pages', async () => {
    const answer = await ask('/elsewhere');
    assert.deepEqual([answer.headers.get('x-frame-options'), await answer.text()], ['DENY', 'page /elsewhere']);
  });

  it('reads a path as it was meant', async () => {
    const headers = {'Content-Type': 'application/json'};
    const answer = await ask('/things/a%20b', {method: 'PUT', headers, body: '{"text":""}'});
    assert.deepEqual(await answer.json(), {id: 'a b', length: 0});
    const socket = await wire();
    socket.end('GET http://a/things/7?b=c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    assert.match(await text(socket), /^HTTP\/1\.1 400 /, 'also with an origin before it: it takes no such parameter');
  });

  it('takes a body in pieces, and refuses one that grows too long without having said so', async () => {
    const long = (length: number) => new Blob([`{"text":"${'x'.repeat(length)}"}`]).stream();
    assert.deepEqual(await (await put(long(150_000))).json(), {id: '7', length: 150_000});
    assert.equal((await put(long(5_000_000))).status, 413);
  });

  it('keeps no text in which signs got lost: one in another encoding is refused', async () => {
    const text = '{"text":"één"}';
    assert.deepEqual(await (await put(Buffer.from(text, 'utf8'))).json(), {id: '7', length: 3});
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const answer = await put(Buffer.from(text, encoding));
      assert.equal(((await answer.json()) as {detail: string}).detail, 'The body is not UTF-8.', encoding);
    }
  });

  it('goes on with a connection after it refused what came by it', async () => {
    const socket = await wire();
    const head =
      'PUT /things/7 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 300000\r\n\r\n';
    socket.write(head + 'x'.repeat(300_000));
    socket.write('GET /things/7 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    const answers = await text(socket);
    assert.deepEqual(answers.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('lets go of who breaks off half-way', async () => {
    const failed = failures.length;
    const socket = await wire();
    socket.write(
      'PUT /things/7 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"te',
    );
    await ask('/things/7');
    socket.destroy();
    assert.equal((await ask('/things/7')).status, 200);
    assert.equal(failures.length, failed, 'and does not call that a mistake');
  });

  it('goes on writing what goes on', async () => {
    assert.equal(await (await ask('/events')).text(), 'one\ntwo\n');
    assert.match(await (await ask('/much')).text(), /^x+last$/);
  });

  it('does not begin what goes on behind another answer, of which it would never hear the end', async () => {
    const socket = await wire();
    const opened: boolean[] = [];
    const both = new Promise<void>(resolve => {
      endless.on('open', (isOpen: boolean) => opened.push(isOpen) === 2 && resolve());
    });
    socket.write('GET /endless HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(2));
    await both;
    socket.destroy();
    assert.deepEqual(opened, [true, false]);
  });

  it('breaks off rather than letting an answer be split in two', async () => {
    await assert.rejects(ask('/split'));
    assert.equal((failures.at(-1) as {code?: string}).code, 'ERR_INVALID_CHAR');
  });
});

describe('a server that listens', () => {
  it('answers later what came before it was ready', async () => {
    const server = await listen('127.0.0.1', 0, {});
    const answer = fetch(server.url);
    for (let turns = 0; turns < 100; turns++) await new Promise(setImmediate);
    server.answer((_, outgoing) => outgoing.end('ready'));
    assert.equal(await (await answer).text(), 'ready');
    await server.close();
  });

  it('says when it cannot', async () => {
    const server = await listen('127.0.0.1', 0, {});
    await assert.rejects(listen('127.0.0.1', server.port, {}), {code: 'EADDRINUSE'});
    await server.close();
  });
});
