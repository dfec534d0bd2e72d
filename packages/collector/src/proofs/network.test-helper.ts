import {
  Agent,
  createServer,
  request as send,
  type ClientRequest,
  type IncomingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as rest} from 'node:timers/promises';
import {chanceFrom, type Chance} from './seeded.test-helper.js';

/** Answers of a café's wifi, a firewall and a proxy that mixes things up: none of them is an acknowledgement. */
const NONSENSE: readonly (readonly [status: number, type: string, body: string])[] = [
  [200, 'text/html', '<!doctype html><p>Welkom op onze wifi'],
  [200, 'application/json', '{"id":"another","delivery":"sent"}'],
  [200, 'application/json', ''],
  [201, 'application/json', '{"id":'],
  [403, 'text/plain', 'Forbidden'],
  [404, 'text/html', '<p>Niet gevonden'],
];

/**
 * Moments of a request at which the collector that has it is killed: it has half of it, it has all of it, it answers
 * somebody else and is at the next, it answered and nobody heard that yet.
 */
export const MOMENTS = ['half sent', 'sent', 'next answer', 'answered'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A collector behind the network. */
export interface Behind {
  readonly url: string;
  /** Kills it at once, and starts it again. */
  kill(): Promise<void>;
}

export interface NetworkOptions {
  readonly seed: string;
  /** Every request goes to one of them. */
  readonly collectors: readonly Behind[];
  /** By id of a contribution: when the first request about it kills the collector that it goes to. */
  readonly kills: ReadonlyMap<string, Moment>;
}

interface Carried {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request on its way, and what can be done with it. */
interface Way {
  readonly carried: Carried;
  readonly response: ServerResponse;
  readonly chance: Chance;
  /** Brings it to a collector; with `bytes` only so many of its body, and then the connection is cut. */
  readonly forward: (bytes?: number) => Promise<Answered>;
  /** Settles when something else has gone by. */
  readonly another: () => Promise<void>;
  /** It goes on while nobody waits for it any more. */
  readonly behind: (work: Promise<unknown>) => void;
}

/** What can happen to a request. */
const FAULTS = {
  async none({response, forward}: Way) {
    pass(response, await forward());
  },
  'lost before': ({response}: Way) => cut(response),
  async 'lost after'({response, forward}: Way) {
    await forward();
    cut(response);
  },
  async delayed({response, chance, forward}: Way) {
    await rest(chance.below(60));
    pass(response, await forward());
  },
  async doubled({response, chance, forward}: Way) {
    const answers = await Promise.all([forward(), forward()]);
    pass(response, chance.of(answers));
  },
  async 'behind another'({response, forward, another}: Way) {
    await Promise.race([another(), rest(60)]);
    pass(response, await forward());
  },
  async 'request cut'({carried, response, forward}: Way) {
    await forward(carried.body.length >> 1).catch(() => undefined);
    cut(response);
  },
  async 'answer cut'({response, forward}: Way) {
    const {status, headers, body} = await forward();
    // A response that ended has no socket any more.
    const {socket} = response;
    response.writeHead(status, headers);
    response.end(body.subarray(0, body.length >> 1), () => socket?.destroy());
  },
  nonsense: ({response, chance}: Way) => pass(response, nonsense(chance)),
  async 'nonsense after'({response, chance, forward}: Way) {
    await forward();
    pass(response, nonsense(chance));
  },
  garbage: ({response}: Way) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n\r\n'),
  busy: ({response}: Way) => pass(response, problem(429, 'too-many', {'retry-after': '1'})),
  broken: ({response}: Way) => pass(response, problem(503, 'database-away')),
  /** It arrives long after it was given up, and maybe after what its person wanted instead. */
  overtaken({response, chance, forward, behind}: Way) {
    cut(response);
    behind(rest(chance.below(2_000)).then(() => forward().catch(() => undefined)));
  },
} satisfies Readonly<Record<string, (way: Way) => Promise<void> | void>>;
type Fault = keyof typeof FAULTS;

/** What happened to a request; once the network is healed nothing does. */
export type Event = Fault | 'healed' | `killed: ${Moment}`;

/** As often as all others together nothing happens. */
const USUAL = (Object.keys(FAULTS) as Fault[]).flatMap((fault, _, all) =>
  fault === 'none' ? Array<Fault>(all.length).fill(fault) : [fault],
);

/**
 * A network that loses, delays, doubles, reorders and cuts, and answers in the name of others. What happens to the n-th
 * request about a contribution depends on the seed alone, not on what else is under way.
 */
export class Network {
  /** What happened to the requests about each contribution, the first first. */
  readonly happened = new Map<string, Event[]>();
  /** From now on nothing goes wrong, but for kills that have not been yet. */
  healed = false;
  readonly #options: NetworkOptions;
  readonly #agent = new Agent({keepAlive: true, maxSockets: 200});
  readonly #underway = new Set<Promise<unknown>>();
  readonly #passing: (() => void)[] = [];
  /** What waits for the next answer of a collector. */
  readonly #answering: (() => void)[] = [];
  readonly #server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const {method = '', url: path = '', headers} = request;
      this.#take({method, path, headers, body: Buffer.concat(parts)}, response);
    });
  });

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Settles when nothing is on its way any more. */
  async quiet(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await this.quiet();
    this.#agent.destroy();
  }

  #take(carried: Carried, response: ServerResponse): void {
    const {path} = carried;
    const id = path.slice(path.lastIndexOf('/') + 1);
    const events = this.happened.get(id) ?? [];
    this.happened.set(id, events);
    const chance = chanceFrom(this.#options.seed, id, events.length);
    const moment = events.length === 0 ? this.#options.kills.get(id) : undefined;
    const fault = moment === undefined && !this.healed ? chance.of(USUAL) : undefined;
    events.push(fault ?? (moment === undefined ? 'healed' : `killed: ${moment}`));
    this.#track(this.#carry({carried, response, chance}, {fault, moment}).catch(() => cut(response)));
  }

  #track(work: Promise<unknown>): void {
    this.#underway.add(work);
    void work.finally(() => this.#underway.delete(work));
  }

  async #carry(
    way: Pick<Way, 'carried' | 'response' | 'chance'>,
    {fault, moment}: {readonly fault: Fault | undefined; readonly moment: Moment | undefined},
  ): Promise<void> {
    const {carried, response, chance} = way;
    const forward = (bytes?: number) => this.#forward(carried, chance, {bytes, moment});
    const another = () => new Promise<void>(resolve => this.#passing.push(resolve));
    if (fault === undefined) pass(response, await forward());
    else await FAULTS[fault]({...way, forward, another, behind: work => this.#track(work)});
    for (const goOn of this.#passing.splice(0)) goOn();
  }

  async #forward({method, path, headers, body}: Carried, chance: Chance, {bytes, moment}: Ending): Promise<Answered> {
    const collector = chance.of(this.#options.collectors);
    const kill = () => this.#track(collector.kill());
    const options = {method, agent: this.#agent, headers: without(headers, ['host', 'connection'])};
    const sent = send(collector.url + path, options);
    const answered = answerTo(sent);
    if (moment === 'next answer') this.#answering.push(kill);
    if (moment === 'half sent') sent.end(body.subarray(0, body.length >> 1), kill);
    else if (bytes === undefined) sent.end(body, moment === 'sent' ? kill : undefined);
    else sent.end(body.subarray(0, bytes), () => sent.destroy());
    const answer = await answered;
    for (const goOn of this.#answering.splice(0)) goOn();
    if (moment === 'answered') kill();
    return answer;
  }
}

/** How the way to a collector ends before its time. */
interface Ending {
  /** So many bytes of the body arrive, and then the connection is cut. */
  readonly bytes: number | undefined;
  /** The collector is killed. */
  readonly moment: Moment | undefined;
}

function answerTo(sent: ClientRequest): Promise<Answered> {
  return new Promise((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', answer => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts)}),
      );
    });
  });
}

function pass(response: ServerResponse, {status, headers, body}: Answered): void {
  response.writeHead(status, without(headers, ['connection', 'transfer-encoding']));
  response.end(body);
}

/** What belongs to one connection is not passed on to the next. */
function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

function nonsense(chance: Chance): Answered {
  const [status, type, body] = chance.of(NONSENSE);
  return {status, headers: {'content-type': type}, body: Buffer.from(body)};
}

function problem(status: number, type: string, headers: IncomingHttpHeaders = {}): Answered {
  const body = Buffer.from(JSON.stringify({type, title: type, status}));
  return {status, headers: {'content-type': 'application/problem+json', ...headers}, body};
}
