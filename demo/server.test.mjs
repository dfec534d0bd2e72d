import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer, request} from 'node:http';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {serve} from './server.mjs';

const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const FILES = {
  'demo/index.html': '<h1>Samen Ververij</h1>',
  'demo/404.html': '<h1>Deze pagina is er niet</h1>',
  'demo/widgets/index.html': '<h1>Every widget</h1>',
  'demo/styles/base.css': 'p {}',
  'embed/samenwaarde.js': 'export {}',
  'embed/chunks/lit-abc.js': 'export {}',
  'secret.txt': 'secret',
};

let root;
let site;

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'demo-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(root, 'secret.txt'), join(root, 'demo/link.txt'));
  site = await serve({port: 0, host: '127.0.0.1', root});
});

after(async () => {
  await site.close();
  rmSync(root, {recursive: true});
});

/** Sends the path exactly as it is: `fetch` would tidy it up. */
function get(path, {method = 'GET', headers = {}} = {}) {
  return new Promise((resolve, reject) => {
    const {hostname, port} = new URL(site.url);
    request({hostname, port, path, method, headers}, response => {
      let body = '';
      response.on('data', chunk => (body += chunk));
      response.on('end', () => resolve({status: response.statusCode, headers: response.headers, body}));
    })
      .on('error', reject)
      .end();
  });
}

test('the first page, a folder, a style sheet and the released script, each as what it is', async () => {
  const answers = [
    ['/', 'text/html; charset=utf-8', 'Samen Ververij'],
    ['/widgets/', 'text/html; charset=utf-8', 'Every widget'],
    ['/widgets/?voice=en', 'text/html; charset=utf-8', 'Every widget'],
    ['/styles/base.css', 'text/css; charset=utf-8', 'p {}'],
    [`/embed/${version}/samenwaarde.js`, 'text/javascript; charset=utf-8', 'export'],
  ];
  for (const [path, type, text] of answers) {
    const {status, headers, body} = await get(path);
    assert.equal(status, 200, path);
    assert.equal(headers['content-type'], type, path);
    assert.ok(body.includes(text), path);
  }
});

test('every answer has the strict policy and no cookie', async () => {
  for (const path of ['/', '/nowhere', '/styles/base.css', '/%']) {
    const {headers} = await get(path);
    assert.equal(
      headers['content-security-policy'],
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'; base-uri 'none'; " +
        "form-action 'self'; frame-ancestors 'none'",
      path,
    );
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal(headers['referrer-policy'], 'no-referrer', path);
    assert.equal(headers['set-cookie'], undefined, path);
  }
});

test('no path leads out of the two folders', async () => {
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/widgets/../../secret.txt',
    '/..\\secret.txt',
    '/link.txt',
    '//etc/passwd',
    '/%00',
    '/%',
    `/embed/${version}/../secret.txt`,
    `/embed/${version}/..%2f..%2fsecret.txt`,
    '/styles',
    `/${'a'.repeat(5000)}`,
  ];
  for (const path of paths) {
    const {status, body} = await get(path);
    assert.equal(status, 404, path);
    assert.ok(body.includes('Deze pagina is er niet'), path);
  }
});

test('a page that did not change is not sent again', async () => {
  const {etag} = (await get('/')).headers;
  const again = await get('/', {headers: {'If-None-Match': etag}});
  assert.equal(again.status, 304);
  assert.equal(again.body, '');
});

test('a chunk with a hash in its name may be kept for ever, a page is asked for each time', async () => {
  assert.match((await get(`/embed/${version}/chunks/lit-abc.js`)).headers['cache-control'], /immutable/);
  assert.equal((await get('/')).headers['cache-control'], 'no-cache');
});

test('HEAD tells the same without the page; anything that would change something is refused', async () => {
  const head = await get('/', {method: 'HEAD'});
  assert.equal(head.status, 200);
  assert.equal(head.body, '');
  assert.equal(head.headers['content-length'], String(FILES['demo/index.html'].length));
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const {status, headers} = await get('/', {method});
    assert.equal(status, 405, method);
    assert.equal(headers.allow, 'GET, HEAD', method);
  }
});

test('a port that is in use is said in a sentence', async () => {
  const {port} = new URL(site.url);
  await assert.rejects(serve({port: Number(port), host: '127.0.0.1', root}), {
    message: `Port ${port} is in use. Choose another one: PORT=8081 npm start`,
  });
});

/** Sends these lines as they are: a client of Node would not send all of them. */
function raw(url, lines) {
  return new Promise((resolve, reject) => {
    const {hostname, port} = new URL(url);
    let answer = '';
    connect(Number(port), hostname)
      .setEncoding('utf8')
      .on('data', chunk => (answer += chunk))
      .on('end', () => resolve(answer))
      .on('error', reject)
      .write([...lines, 'Connection: close', '', ''].join('\r\n'));
  });
}

test('a collector behind it gets what was asked, and nothing that is between two neighbours', async () => {
  const collector = createServer((asked, response) => response.end(JSON.stringify(asked.headers)));
  await new Promise(done => collector.listen(0, '127.0.0.1', done));
  const front = await serve({port: 0, host: '127.0.0.1', root});
  front.standBefore(`http://127.0.0.1:${collector.address().port}`);
  try {
    const between = ['Trailer: x', 'TE: trailers', 'Upgrade: h2c', 'Keep-Alive: timeout=9', 'Proxy-Connection: close'];
    const answer = await raw(front.url, ['GET /v1/set-up HTTP/1.1', 'Host: a', 'Samen-Code: abc', ...between]);
    assert.match(answer, /^HTTP\/1\.1 200 /);
    const heard = JSON.parse(answer.match(/\{.*\}/)?.[0] ?? '{}');
    for (const name of between.map(line => line.split(':')[0].toLowerCase()))
      assert.equal(heard[name], undefined, name);
    assert.equal(heard['samen-code'], 'abc');
    assert.equal(heard['x-forwarded-for'], '127.0.0.1');
  } finally {
    await front.close();
    await new Promise(done => collector.close(done));
  }
});
