import {once} from 'node:events';
import {PassThrough} from 'node:stream';
import type {Answer, Body} from './answer.js';
import type {Asked} from './asked.js';
import type {Answering} from './frame.js';
import {nothing, problemAnswer} from './problem.js';
import type {Exchange} from './server.js';

/** The API as a whole: a request goes in, its answer comes out. `environment` knows the connection it came by. */
export type Ask = (request: Request, environment?: unknown) => Promise<Response>;

/** The API for those who speak with it from within this process, as a browser would. */
export function asking(answering: Answering): Ask {
  return async (request, environment) => {
    const answer = (await answering(askedOf(request), peerOf(environment))) ?? problemAnswer(nothing());
    return responseOf(answer, request.method === 'HEAD');
  };
}

/** The answer as the web platform has it. `isHead`: without what it says. */
export function responseOf({status, headers, body}: Answer, isHead = false): Response {
  return new Response(isHead ? null : platform(body), {status, headers: [...headers]});
}

function platform(body: Body): ConstructorParameters<typeof Response>[0] {
  if (typeof body !== 'function') return body as string | Uint8Array<ArrayBuffer> | undefined;
  const through = new PassThrough();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: controller => {
      through.on('data', (piece: Uint8Array<ArrayBuffer>) => controller.enqueue(piece));
      through.once('end', () => controller.close());
      body(through);
    },
    cancel: () => once(through.destroy(), 'close').then(() => undefined),
  });
}

function askedOf(request: Request): Asked {
  const {pathname: path, search} = new URL(request.url);
  return {
    method: request.method,
    path,
    search,
    header: name => request.headers.get(name) ?? undefined,
    read: longest => bodyOf(request, longest),
  };
}

async function bodyOf({body}: Request, longest: number): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > longest) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** `@hono/node-server` gives the request of Node in the environment. */
function peerOf(environment: unknown): string | undefined {
  const {incoming} = (environment ?? {}) as Partial<Exchange>;
  return incoming?.socket.remoteAddress;
}
