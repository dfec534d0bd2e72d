import type {IncomingMessage, ServerResponse} from 'node:http';
import {getRequestListener, RequestError} from '@hono/node-server';
import type {Answer} from './answer.js';
import type {Asked} from './asked.js';
import {failing, type Answering} from './frame.js';
import {hungUp, problemAnswer, type Problem} from './problem.js';
import {unreadable} from './refusal.js';
import type {Exchange, Listener} from './server.js';
import {responseOf} from './web.js';

/** What a server has to answer with. */
export interface Whole {
  readonly answering: Answering;
  /** Pages, for what `answering` has no route for. */
  readonly site: {fetch(request: Request, exchange: Exchange): Response | Promise<Response>};
  /** Headers of every answer that does not say otherwise, by their names in lower case. */
  readonly usual: Readonly<Record<string, string>>;
  /** Is told of an answer that could not be written. */
  readonly failed: (error: unknown) => void;
}

/** The routes and the pages behind the server of Node. What the routes answer is written as it is. */
export function listening({answering, site, usual, failed}: Whole): Listener {
  const lines = Object.entries(usual);
  const page = getRequestListener((request, exchange) => site.fetch(request, exchange), {
    // Before HTTP/1.1 a request needs no host, and no page of ours says it.
    hostname: 'localhost',
    errorHandler: error => responseOf(failing(error instanceof RequestError ? unreadable() : error, {failed})),
  });
  return (incoming, outgoing) => {
    const {remoteAddress: peer} = incoming.socket;
    const wrong = wrongWith(incoming);
    const answer = wrong === undefined ? answering(askedOf(incoming), peer) : Promise.resolve(problemAnswer(wrong));
    if (answer !== undefined) {
      answer
        .then(given => write(outgoing, given, lines))
        .catch((error: unknown) => (failed(error), outgoing.destroy()));
      return;
    }
    for (const [name, value] of lines) outgoing.setHeader(name, value);
    void page(incoming, outgoing);
  };
}

/** Why a request is not even looked at. */
function wrongWith({socket, httpVersion, headers}: IncomingMessage): Problem | undefined {
  // Without an address whoever asked hung up already. A script that breaks every connection after it sent something
  // would be held back by no limit.
  if (socket.remoteAddress === undefined) return hungUp();
  // RFC 9112, section 3.2.
  return headers.host === undefined && httpVersion !== '1.0' ? unreadable() : undefined;
}

function askedOf(incoming: IncomingMessage): Asked {
  const {headers, method = 'GET', url = '/'} = incoming;
  return {
    method,
    ...partsOf(url),
    header: name => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    read: longest => bodyOf(incoming, longest),
  };
}

/** The two parts of what a request names: `/v1?a=b`, or the same with an origin before it, as for a proxy. */
function partsOf(target: string): Pick<Asked, 'path' | 'search'> {
  const bare = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*\/?/i, '/');
  const mark = bare.indexOf('?');
  return mark < 0 ? {path: bare, search: ''} : {path: bare.slice(0, mark), search: bare.slice(mark)};
}

function bodyOf(incoming: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const take = (piece: Buffer) => {
      length += piece.length;
      if (length <= longest) pieces.push(piece);
      else {
        // What still comes runs away: whoever sends it may read the answer only after that.
        incoming.off('data', take).resume();
        resolve(undefined);
      }
    };
    const whole = () => resolve(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
    // A whole request closes, too.
    const over = () => {
      if (!incoming.readableEnded) reject(hungUp());
    };
    incoming.on('data', take).once('end', whole).once('error', over).once('close', over);
    if (incoming.destroyed) over();
  });
}

function write(
  outgoing: ServerResponse,
  {status, headers, body}: Answer,
  usual: readonly (readonly [name: string, value: string])[],
): void {
  const lines: string[] = [];
  for (const [name, value] of usual) if (!headers.has(name)) lines.push(name, value);
  for (const [name, value] of headers) lines.push(name, value);
  if (typeof body === 'function') {
    // Behind another answer Node never tells that the connection broke: what goes on would go on for good.
    if (outgoing.socket === null) outgoing.destroy();
    else outgoing.writeHead(status, lines);
    body(outgoing);
    return;
  }
  if (body !== undefined) lines.push('content-length', String(Buffer.byteLength(body)));
  outgoing.writeHead(status, lines);
  outgoing.end(body);
}
