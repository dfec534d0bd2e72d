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

export interface NetworkOptions {
  readonly seed: string;
  /** Where the collectors are: every request goes to one of them. */
  readonly collectors: readonly string[];
  /** Called at each request that is on its way to a collector, with the number that were acknowledged before. */
  readonly onWay?: (acknowledged: number) => void;
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
    response.writeHead(status, headers);
    response.end(body.subarray(0, body.length >> 1), () => cut(response));
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
    behind(rest(chance.below(4_000)).then(() => forward().catch(() => undefined)));
  },
} satisfies Readonly<Record<string, (way: Way) => Promise<void> | void>>;
type Fault = keyof typeof FAULTS;

/** As often as all others together nothing happens. */
const USUAL = (Object.keys(FAULTS) as Fault[]).flatMap((fault, _, all) =>
  fault === 'none' ? Array<Fault>(all.length).fill(fault) : [fault],
);

/**
 * A network that loses, delays, doubles, reorders and cuts, and answers in the name of others. What happens to the n-th
 * request about a contribution depends on the seed alone, not on what else is under way.
 */
export class Network {
  /** What happened, and how often. */
  readonly happened = new Map<Fault, number>();
  /** From now on nothing goes wrong. */
  healed = false;
  acknowledged = 0;
  readonly #options: NetworkOptions;
  readonly #agent = new Agent({keepAlive: true, maxSockets: 200});
  readonly #times = new Map<string, number>();
  readonly #underway = new Set<Promise<unknown>>();
  readonly #passing: (() => void)[] = [];
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
    const times = (this.#times.get(path) ?? 0) + 1;
    this.#times.set(path, times);
    const chance = chanceFrom(this.#options.seed, path.slice(path.lastIndexOf('/')), times);
    this.#track(this.#carry(carried, response, chance).catch(() => cut(response)));
  }

  #track(work: Promise<unknown>): void {
    this.#underway.add(work);
    void work.finally(() => this.#underway.delete(work));
  }

  async #carry(carried: Carried, response: ServerResponse, chance: Chance): Promise<void> {
    const fault = this.healed ? 'none' : chance.of(USUAL);
    this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1);
    await FAULTS[fault]({
      carried,
      response,
      chance,
      forward: bytes => this.#forward(carried, chance, bytes),
      another: () => new Promise<void>(resolve => this.#passing.push(resolve)),
      behind: work => this.#track(work),
    });
    for (const goOn of this.#passing.splice(0)) goOn();
  }

  async #forward({method, path, headers, body}: Carried, chance: Chance, bytes?: number): Promise<Answered> {
    const {collectors, onWay} = this.#options;
    const options = {method, agent: this.#agent, headers: without(headers, ['host', 'connection'])};
    const sent = send(chance.of(collectors) + path, options);
    const answered = answerTo(sent);
    onWay?.(this.acknowledged);
    if (bytes === undefined) sent.end(body);
    else sent.end(body.subarray(0, bytes), () => sent.destroy());
    const answer = await answered;
    if (answer.status < 300) this.acknowledged++;
    return answer;
  }
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
