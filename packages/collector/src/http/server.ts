import {serve} from '@hono/node-server';
import type {Server as HttpServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What the server knows of a request besides: the connection that it came by, and the answer as Node writes it. */
export interface Exchange {
  readonly incoming: {readonly socket: {readonly remoteAddress?: string | undefined}};
  readonly outgoing: {
    setHeader(name: string, value: string): unknown;
    removeHeader(name: string): void;
  };
}

/** Answers a request. */
export type Handler = (request: Request, exchange: Exchange) => Response | Promise<Response>;

/** A server that listens. */
export interface Server {
  /** Where: `http://127.0.0.1:8090`. */
  readonly url: string;
  readonly port: number;
  /**
   * From now on requests are answered; those that came before wait.
   *
   * @param headers Of every answer that does not say otherwise. Node adds them: to change those of a `Response` takes as
   *   long as all of its way through the routes.
   */
  answer(handler: Handler, headers: Readonly<Record<string, string>>): void;
  /** Takes nothing new, and waits for what is under way: ten seconds at most. */
  close(): Promise<void>;
}

/** Milliseconds that requests get to finish at a stop, and between two looks which connections have nothing to do. */
const FINISH = 10_000;
const TIDY = 50;

/** Listens at an address and port; 0 takes a port that is free. @throws Error when that cannot be. */
export async function listen(hostname: string, wanted: number): Promise<Server> {
  let answer: (handler: Handler) => void = () => undefined;
  const ready = new Promise<Handler>(resolve => (answer = resolve));
  let handle: Handler = async (request, exchange) => (await ready)(request, exchange);
  const server = serve({fetch: (request, exchange) => handle(request, exchange), hostname, port: wanted});
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const {address, port, family} = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    port,
    answer(handler, headers) {
      const usual = Object.entries(headers);
      handle = (request, exchange) => {
        for (const [name, value] of usual) exchange.outgoing.setHeader(name, value);
        return handler(request, exchange);
      };
      answer(handle);
    },
    close: () =>
      new Promise(resolve => {
        const http = server as HttpServer;
        const impatient = setTimeout(() => http.closeAllConnections(), FINISH);
        // A connection has nothing to do only after its answer: those of now, and those of what is under way.
        const tidying = setInterval(() => http.closeIdleConnections(), TIDY);
        http.close(() => {
          clearTimeout(impatient);
          clearInterval(tidying);
          resolve();
        });
      }),
  };
}
