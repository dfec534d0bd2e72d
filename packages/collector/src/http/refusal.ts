import {STATUS_CODES, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {Problem, problemAnswer} from './problem.js';

/** A request, and its answer. */
type Exchange = readonly [incoming: IncomingMessage, outgoing: ServerResponse];

/**
 * Answers what Node cannot read, or what is too long in coming, as everything else is answered, and closes the
 * connection.
 *
 * @param usual Headers of every answer, by their names in lower case.
 */
export function refuseUnreadable(server: Server, usual: Readonly<Record<string, string>>): void {
  const latest = new WeakMap<Duplex, Exchange>();
  server.on('request', (...exchange) => void latest.set(exchange[0].socket, exchange));
  server.on('clientError', ({code}: NodeJS.ErrnoException, socket) => {
    if (socket.writable && isNext(latest.get(socket))) socket.end(textOf(refusal(code), usual), () => socket.destroy());
    else socket.destroy();
  });
}

/** 400: what came is no request. */
export function unreadable(): Problem {
  return new Problem(400, 'not-http', {detail: 'This is not a request of HTTP as it should be.'});
}

/** Whether the next answer on a connection is that to what is wrong: nobody gets the answer of another request. */
function isNext(exchange: Exchange | undefined): boolean {
  if (exchange === undefined) return true;
  const [incoming, outgoing] = exchange;
  return incoming.complete ? outgoing.writableFinished : outgoing.socket !== null && !outgoing.headersSent;
}

/** @see https://nodejs.org/api/http.html#event-clienterror */
function refusal(code: string | undefined): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem(408, 'too-slow', {detail: 'The request was too long in coming.'});
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Problem(413, 'too-large', {detail: 'The body says too much about its parts.'});
    case 'HPE_HEADER_OVERFLOW':
      return new Problem(431, 'headers-too-large', {detail: 'The address and headers are too long.'});
    default:
      return unreadable();
  }
}

function textOf(problem: Problem, usual: Readonly<Record<string, string>>): string {
  const {status, headers, body} = problemAnswer(problem);
  const text = typeof body === 'string' ? body : '';
  const length = String(Buffer.byteLength(text));
  const all = {...usual, ...Object.fromEntries(headers), 'content-length': length, connection: 'close'};
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`;
}
