import {publication} from '@samenwaarde/core/files';
import type {AnyRecord, Voice} from '@samenwaarde/core/schema';
import {random} from '../random.js';
import {records} from '../alliance.test-helper.js';

/** What can happen to a request on its way. */
export type Fault =
  | 'none'
  | 'lost before'
  | 'lost after'
  | 'doubled'
  | 'late'
  | 'nonsense'
  | 'a page that says hello'
  | 'empty'
  | 'forbidden by who knows'
  | 'busy'
  | 'broken';

export const ADDRESS = 'https://waarden.example.nl/v1/alliances/ververij';

interface Kept {
  /** Empty when it was taken away. */
  readonly body: string;
  readonly receipt: string;
  readonly edition: number;
}

/** An answer that is read in no turn of the event loop: how many a body takes differs per browser and machine. */
class Said extends Response {
  readonly #body: string;

  constructor(body: string | null, init?: ResponseInit) {
    super(body, init);
    this.#body = body ?? '';
  }

  override json = (): Promise<unknown> => new Promise(settle => settle(JSON.parse(this.#body)));
  override text = (): Promise<string> => Promise.resolve(this.#body);
}

/** A collector in memory that keeps the contract, behind a network that does not. */
export class FakeCollector {
  readonly voices = new Map<string, Kept>();
  /** What was asked, such as `PUT 3f…`, in order of arrival. */
  readonly asked: string[] = [];
  /** The codes of cards that came along. */
  readonly codes: string[] = [];
  records: readonly AnyRecord[] = records;
  revision = 1;
  /** What happens to the next request. */
  fault: () => Fault = () => 'none';
  /** Refuses a contribution: a status and the name of the problem. */
  refusal: ((id: string, request: RequestInit) => readonly [number, string] | undefined) | undefined;
  /** What a contribution came to, when it is no ballot. */
  delivery: {readonly type: string; readonly reason?: string} = {type: 'held'};
  /** What happened to own names in votes, by rubric. */
  names: Readonly<Record<string, {readonly type: string; readonly reason?: string}>> = {};
  readonly retryAfter: string = '3';
  #late: (() => void)[] = [];

  readonly fetcher: typeof fetch = (address, request = {}) =>
    new Promise(settle => settle(this.#receive(address as string, request)));

  #receive(address: string, request: RequestInit): Response {
    const path = address.slice(ADDRESS.length);
    const arrive = (): Response => this.#arrive(path, request);
    const late = this.#late;
    this.#late = [];
    try {
      return this.#through(this.fault(), arrive);
    } finally {
      for (const each of late) each();
    }
  }

  /** The contributions that are there, by id. */
  get given(): Map<string, Voice> {
    const there = [...this.voices].filter(([, {body}]) => body !== '');
    return new Map(there.map(([id, {body}]) => [id, JSON.parse(body) as Voice]));
  }

  #through(fault: Fault, arrive: () => Response): Response {
    switch (fault) {
      case 'lost before':
        throw new TypeError('Failed to fetch');
      case 'lost after':
        arrive();
        throw new TypeError('Failed to fetch');
      case 'doubled':
        arrive();
        return arrive();
      case 'late':
        this.#late.push(() => void arrive());
        throw new TypeError('Failed to fetch');
      case 'nonsense':
        return new Said('{"id":"another","delivery":"sent"}', {status: 200});
      case 'a page that says hello':
        return new Said('<!doctype html><p>Welkom op onze wifi', {headers: {'content-type': 'text/html'}});
      case 'empty':
        return new Said('', {status: 200});
      case 'forbidden by who knows':
        return new Said('Forbidden', {status: 403});
      case 'busy':
        return problem(429, 'too-many-requests', this.retryAfter);
      case 'broken':
        return problem(503, 'database-away');
      default:
        return arrive();
    }
  }

  #arrive(path: string, request: RequestInit): Response {
    const [, room, id = ''] = path.split('/');
    if (!room) return new Said(this.#alliance());
    this.asked.push(`${request.method ?? 'GET'} ${id || room}`);
    if (room === 'live') return json(200, {revision: this.revision, counts: {}});
    const receipt = new Headers(request.headers).get('samen-receipt') ?? '';
    if (room === 'own-contribution')
      return this.#own([...this.voices].find(([, voice]) => voice.receipt === receipt)?.[1]);
    if (!request.method) return this.#own(this.voices.get(id), receipt);
    return this.#write(id, request, receipt);
  }

  #write(id: string, request: RequestInit, receipt: string): Response {
    const there = this.voices.get(id);
    const headers = new Headers(request.headers);
    const edition = Number(headers.get('samen-edition') ?? NaN);
    if (!Number.isSafeInteger(edition) || edition < 1) return problem(400, 'not-understood');
    if (there && there.receipt !== receipt) return problem(403, 'wrong-receipt');
    const body = request.method === 'PUT' ? (request.body as string) : '';
    // What is there word for word is there; what comes after a later form of it changes nothing.
    const isSame = there?.body === body || (there && edition < there.edition);
    const refused = this.refusal?.(id, request);
    if (!isSame && refused) return problem(...refused);
    const code = headers.get('samen-code');
    if (code) this.codes.push(code);
    if (!isSame) this.voices.set(id, {body, receipt, edition});
    if (request.method === 'DELETE') return new Said(null, {status: 204});
    return json(there ? 200 : 201, {id, delivery: this.#deliveryOf(body).type});
  }

  #own(there: Kept | undefined, receipt = there?.receipt): Response {
    if (!there || there.receipt !== receipt || there.body === '') return problem(404, 'not-found');
    const {body, edition} = there;
    const record = JSON.parse(body) as Voice;
    const names = record.kind === 'rubric-vote' && {names: this.names};
    return json(200, {record, delivery: this.#deliveryOf(body), edition, ...names});
  }

  #deliveryOf(body: string): {readonly type: string} {
    const {kind} = JSON.parse(body) as Voice;
    return kind === 'ballot' || kind === 'rubric-vote' ? {type: 'sent'} : this.delivery;
  }

  #alliance(): string {
    return JSON.stringify({...publication(this.records, random), kind: 'alliance'});
  }
}

function problem(status: number, type: string, retryAfter?: string): Response {
  const headers = {'content-type': 'application/problem+json', ...(retryAfter && {'retry-after': retryAfter})};
  return new Said(JSON.stringify({type: `https://example.nl/problems/${type}`, title: type, status}), {
    status,
    headers,
  });
}

function json(status: number, body: unknown): Response {
  return new Said(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});
}

/** Pauses that last until the test says so. */
export class Pauses {
  /** The pauses that last, in milliseconds. */
  readonly now: {readonly milliseconds: number; readonly end: () => void}[] = [];

  readonly rest = (milliseconds: number): Promise<void> =>
    new Promise(settle => {
      const pause = {
        milliseconds,
        end: () => {
          this.now.splice(this.now.indexOf(pause), 1);
          settle();
        },
      };
      this.now.push(pause);
    });

  /** Ends every pause that lasts now. */
  end(): void {
    for (const pause of [...this.now]) pause.end();
  }
}

/**
 * Settles once everything has happened that takes no time: the first turn of the event loop is enough in memory. A store
 * writes to the disk meanwhile, so of a store this only gives what must not happen some time to happen.
 */
export async function settled(): Promise<void> {
  const {port1, port2} = new MessageChannel();
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(settle => {
      port1.onmessage = settle;
      port2.postMessage(turn);
    });
  }
  port1.close();
}
