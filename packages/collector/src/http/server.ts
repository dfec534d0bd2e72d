import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {refuseUnreadable} from './refusal.js';

/** Answers a request of Node. */
export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** What pages know of a request besides: the connection that it came by, and the answer as Node writes it. */
export interface Exchange {
  readonly incoming: {readonly socket: {readonly remoteAddress?: string | undefined}};
  readonly outgoing: {removeHeader(name: string): void};
}

/** A server that listens. */
export interface Server {
  /** Where: `http://127.0.0.1:8090`. */
  readonly url: string;
  readonly port: number;
  /** From now on requests are answered; those that came before waited for it. */
  answer(listener: Listener): void;
  /** Takes nothing new, and waits for what is under way: ten seconds at most. */
  close(): Promise<void>;
}

/** Milliseconds that requests get to finish at a stop, and between two looks which connections have nothing to do. */
const FINISH = 10_000;
const TIDY = 50;

/**
 * Listens at an address and port; 0 takes a port that is free.
 *
 * @param usual Headers of every answer, also to what cannot be read.
 * @throws Error when that cannot be.
 */
export async function listen(
  hostname: string,
  wanted: number,
  usual: Readonly<Record<string, string>>,
): Promise<Server> {
  const early: Parameters<Listener>[] = [];
  let handle: Listener = (...request) => void early.push(request);
  // Node's own answer to a request without a host is bare: the listener refuses it.
  const server = createServer({requireHostHeader: false}, (incoming, outgoing) => handle(incoming, outgoing));
  // As is its answer to an `Expect` of something else than 100: it may be left out of account.
  server.on('checkExpectation', (incoming, outgoing) => server.emit('request', incoming, outgoing));
  refuseUnreadable(server, usual);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(wanted, hostname, resolve);
  });
  const {address, port, family} = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    port,
    answer(listener) {
      handle = listener;
      for (const request of early.splice(0)) listener(...request);
    },
    close: () =>
      new Promise(resolve => {
        const impatient = setTimeout(() => server.closeAllConnections(), FINISH);
        // A connection has nothing to do only after its answer: those of now, and those of what is under way.
        const tidying = setInterval(() => server.closeIdleConnections(), TIDY);
        server.close(() => {
          clearTimeout(impatient);
          clearInterval(tidying);
          resolve();
        });
      }),
  };
}
