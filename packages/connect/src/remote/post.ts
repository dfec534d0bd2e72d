import type {Letter} from '../kept.js';
import {givenIn, understood, type Answer, type Given} from './answer.js';

/** Milliseconds after which a collector that does not answer counts as away. */
const PATIENCE = 20_000;

/** The way to one alliance of one collector. It knows nothing of a page. */
export class Post {
  readonly #address: string;
  readonly #fetcher: typeof fetch;

  /** @param address Of the alliance: `https://waarden.example.nl/v1/alliances/ververij`. */
  constructor(address: string, fetcher: typeof fetch) {
    this.#address = address.replace(/[?#].*$/, '').replace(/\/$/, '');
    this.#fetcher = fetcher;
  }

  get live(): string {
    return `${this.#address}/live`;
  }

  /** Gives or takes away a contribution. Never rejects: what went wrong on the way is sent again. */
  async send(id: string, letter: Letter): Promise<Answer> {
    const {record, receipt, edition = 1, card} = letter;
    const headers = {
      'samen-receipt': receipt,
      'samen-edition': String(edition),
      ...(record && {'content-type': 'application/json'}),
      ...(record && card && {'samen-code': card}),
    };
    const body = record ? {method: 'PUT', body: JSON.stringify(record)} : {method: 'DELETE'};
    try {
      return await understood(id, letter, await this.#ask(`/contributions/${id}`, {...body, headers}));
    } catch {
      return {type: 'again', after: 0};
    }
  }

  /** What the collector has under that id, or of which it is told the receipt alone. @throws when it does not answer. */
  async given(receipt: string, id?: string): Promise<Given | undefined> {
    const path = id ? `/contributions/${id}` : '/own-contribution';
    return givenIn(await this.#ask(path, {headers: {'samen-receipt': receipt}}));
  }

  /** The number of the present state of the alliance. @throws when the collector does not answer. */
  async state(): Promise<unknown> {
    const response = await this.#ask('/live', {headers: {accept: 'application/json'}});
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json();
  }

  #ask(path: string, request: RequestInit): Promise<Response> {
    const signal = AbortSignal.timeout(PATIENCE);
    return this.#fetcher(this.#address + path, {credentials: 'omit', cache: 'no-store', signal, ...request});
  }
}
