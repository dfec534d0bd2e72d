// Serves what the build made, as a stranger's site would: static files under a strict policy. No dependency.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {readFile, realpath} from 'node:fs/promises';
import {createServer, request as ask} from 'node:http';
import {extname, join, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const ALWAYS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Addresses of the collector that may stand behind the demo. */
const COLLECTED = /^\/(v1|beheer|script|openapi\.json|health)(\/|\?|$)/;

/**
 * Headers that one neighbour says to the next, and that stop the process when they are said on: a `Trailer` without
 * pieces, for one. `Transfer-Encoding` stays, because it tells where the body ends.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
const BETWEEN_NEIGHBOURS = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade'];

/** A chunk has the hash of its content in its name: under that name it never changes. */
const HASHED = /^\/embed\/[^/]+\/chunks\//;

const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * Serves the demo until `close` is called. `root` is the folder that holds `demo/` and `embed/`; without `host` every
 * address of this machine answers, so that a phone on the same network can join. Resolves once it answers. After
 * `standBefore` with the address of a collector on this machine, it hands on to that what is meant for it.
 *
 * @throws Error in plain words when the port cannot be used.
 */
export async function serve({port = 8080, root = 'dist', host} = {}) {
  const base = await realpath(root);
  let collector;
  const server = createServer((request, response) => {
    if (collector && COLLECTED.test(request.url)) return handOn(request, response, collector);
    answer(request, response, base).catch(() => refuse(response, 500, 'Something went wrong.'));
  });
  await listen(server, port, host);
  const name = !host || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${server.address().port}/`,
    standBefore: address => (collector = address),
    close: () =>
      new Promise(done => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', error => fail(new Error(refusal(error, port), {cause: error})));
    server.listen({port, host}, done);
  });
}

function refusal({code, message}, port) {
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another one: PORT=8081 npm start`;
  if (code === 'EACCES') return `Port ${port} is not allowed for you. Choose one above 1024: PORT=8080 npm start`;
  return `Port ${port} cannot be used: ${message}`;
}

/** Asks the collector, and gives back what it answers as it comes: a live stream never ends. */
function handOn(request, response, collector) {
  const {method, url} = request;
  const asked = ask(new URL(url, collector), {method, headers: handedOn(request)}, answered => {
    response.writeHead(answered.statusCode, answered.headers);
    answered.on('error', () => response.destroy());
    answered.pipe(response);
  });
  asked.on('error', () =>
    refuse(response, 502, 'De server van Samenwaarde antwoordt niet. Probeer het straks nog eens.'),
  );
  response.on('close', () => asked.destroy());
  request.pipe(asked);
}

/** What was asked with, but for what is between two neighbours; and from where it came. */
function handedOn({headers, socket}) {
  const forwarded = [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ');
  const kept = Object.entries(headers).filter(([name]) => !BETWEEN_NEIGHBOURS.includes(name));
  return {...Object.fromEntries(kept), 'x-forwarded-for': forwarded};
}

async function answer(request, response, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD.', {Allow: 'GET, HEAD'});
  }
  const path = pathOf(request.url);
  const file = path === undefined ? undefined : await read(base, path);
  if (file) return send(request, response, {status: 200, path: file.path, body: file.body});
  const missing = await read(base, '/404.html');
  if (missing) return send(request, response, {status: 404, path: '/404.html', body: missing.body});
  return refuse(response, 404, 'Not found.');
}

/** The path that was asked for, decoded once; nothing for what is no path. */
function pathOf(url = '/') {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return path.includes('\0') || path.includes('\\') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** A file inside one of the two folders, whatever the path says; nothing where there is none. */
async function read(base, asked) {
  const path = asked.endsWith('/') ? `${asked}index.html` : asked;
  const embed = `/embed/${version}/`;
  const [folder, rest] = path.startsWith(embed) ? ['embed', path.slice(embed.length)] : ['demo', path];
  const inside = join(base, folder) + sep;
  try {
    const file = await realpath(join(inside, rest));
    return file.startsWith(inside) ? {path, body: await readFile(file)} : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(error.code)) return undefined;
    throw error;
  }
}

function send(request, response, {status, path, body}) {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = {
    ...ALWAYS,
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
  };
  if (status === 200 && request.headers['if-none-match']?.includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, {...headers, 'Content-Length': body.length});
  response.end(request.method === 'HEAD' ? undefined : body);
}

function refuse(response, status, words, extra = {}) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {...ALWAYS, ...extra, 'Content-Type': 'text/plain; charset=utf-8'}).end(words);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const root = fileURLToPath(new URL('../dist', import.meta.url));
    const {url} = await serve({port: Number(process.env.PORT ?? 8080), root});
    console.log(`The demo is on ${url}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
