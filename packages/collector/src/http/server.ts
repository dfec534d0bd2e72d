import {serve} from '@hono/node-server';
import type {AddressInfo} from 'node:net';

/** Answers a request. The environment tells which connection it came by. */
export type Handler = (request: Request, environment: object) => Response | Promise<Response>;

/** A server that listens. */
export interface Server {
  /** Where: `http://127.0.0.1:8090`. */
  readonly url: string;
  readonly port: number;
  /** From now on requests are answered; those that came before wait. */
  answer(handler: Handler): void;
  /** Takes nothing new, and waits for what is under way: ten seconds at most. */
  close(): Promise<void>;
}

/** Milliseconds that requests get to finish at a stop. */
const FINISH = 10_000;

/** Listens at an address and port; 0 takes a port that is free. @throws Error when that cannot be. */
export async function listen(hostname: string, wanted: number): Promise<Server> {
  let answer: (handler: Handler) => void = () => undefined;
  const ready = new Promise<Handler>(resolve => (answer = resolve));
  let handle: Handler = async (request, environment) => (await ready)(request, environment);
  const server = serve({fetch: (request, environment) => handle(request, environment), hostname, port: wanted});
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const {address, port, family} = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    port,
    answer(handler) {
      handle = handler;
      answer(handler);
    },
    close: () =>
      new Promise(resolve => {
        const impatient = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), FINISH);
        server.close(() => {
          clearTimeout(impatient);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
