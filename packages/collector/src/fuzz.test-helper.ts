import {uuid, type Random} from '@samenwaarde/core';

/** A schema of JSON, as far as the document of the API has it. */
interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

interface Operation {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly servers?: readonly Server[];
  readonly requestBody?: {readonly content: Readonly<Record<string, {readonly schema: Schema}>>};
}

interface Server {
  readonly url: string;
}

/** What the API says about itself. */
export interface Document {
  readonly servers: readonly Server[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>};
}

/** A request that may be right, nearly right or nonsense. */
export interface Strange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The path with its braces. */
  readonly route: string;
}

/** Where a passphrase is derived, which takes a third of a second. */
export const SLOW_ON_PURPOSE: readonly string[] = ['/sessions', '/set-up'];

/** Texts that have broken something somewhere. */
const HOSTILE: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  "'; drop table voice; --",
  '%00',
  '../../etc/passwd',
  '\r\nSet-Cookie: a=b',
  'é'.repeat(6_000),
  '😀'.repeat(3_000),
  '<script>alert(1)</script>',
  '{"$gt": ""}',
  'null',
  '0',
  '-1',
  'NaN',
  '9'.repeat(400),
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  {constructor: {prototype: {}}},
];

/** Makes requests of the document of an API, the same ones for the same random bytes. */
export class Fuzzer {
  readonly #document: Document;
  readonly #random: Random;
  /** What is there: ids, names, receipts, so that a request may be about something. */
  known: readonly string[] = [];
  /** What fits in a place of a path and in a field of a body, by its name. */
  places: Readonly<Record<string, readonly string[]>> = {};

  constructor(document: Document, random: Random) {
    this.#document = document;
    this.#random = random;
  }

  /** The next request. */
  request(cookie: string): Strange {
    const route = this.#route();
    const methods = this.#document.paths[route] ?? {};
    const method = this.#pick(Object.keys(methods));
    const {parameters = [], requestBody, servers = this.#document.servers} = methods[method] ?? {};
    const text = (place: string, name: string) => {
      const one = parameters.find(each => each.in === place && each.name === name);
      return this.#text(one?.schema ?? {type: 'string'});
    };
    const filled: Record<string, string> = {};
    const path = route.replace(/\{(\w+)\}/g, (_, name: string) => {
      filled[name] = this.#fitting(name) ?? text('path', name);
      return encoded(filled[name]);
    });
    const given = (place: string) => parameters.filter(one => one.in === place && (one.required || this.#chance(0.5)));
    const query = given('query').map(({name}) => `${name}=${encoded(text('query', name))}`);
    const headers = given('header').map(({name}) => [name, inHeader(text('header', name))] as const);
    const schema = requestBody?.content['application/json']?.schema;
    const sent = this.#chance(0.02) ? this.#pick(['PATCH', 'OPTIONS', 'HEAD', 'DELETE']) : method.toUpperCase();
    return {
      route,
      method: sent,
      path: pathOf(servers) + path + (query.length > 0 ? `?${query.join('&')}` : ''),
      headers: {
        ...Object.fromEntries(headers),
        ...(this.#chance(0.9) && {cookie}),
        ...(this.#chance(0.05) && {origin: this.#pick(['https://evil.example', 'null', 'http://localhost:8090'])}),
        ...(schema && {'Content-Type': this.#chance(0.05) ? 'text/plain' : 'application/json'}),
      },
      body:
        schema && sent !== 'HEAD'
          ? this.#broken(JSON.stringify(this.#about(this.#value(schema, 0), filled)))
          : undefined,
    };
  }

  /** What is slow on purpose comes seldom: the others are what a run is about. */
  #route(): string {
    const route = this.#pick(Object.keys(this.#document.paths));
    return SLOW_ON_PURPOSE.includes(route) && this.#chance(0.9) ? this.#route() : route;
  }

  /** Usually as it is; now and then cut off, or with something behind it. */
  #broken(json: string): string {
    if (this.#chance(0.05)) return json.slice(0, this.#below(json.length));
    return this.#chance(0.03) ? `${json}${json}` : json;
  }

  /** Usually a body has the id that its address has. */
  #about(body: unknown, {id}: Readonly<Record<string, string>>): unknown {
    const isRecord = typeof body === 'object' && body !== null && 'id' in body && id !== undefined;
    return isRecord && this.#chance(0.9) ? {...body, id} : body;
  }

  #value(schema: Schema, depth: number): unknown {
    if (this.#chance(0.03)) return this.#pick(HOSTILE);
    if (schema.$ref !== undefined)
      return this.#value(this.#document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    if ('const' in schema) return schema.const;
    if (schema.enum !== undefined) return this.#pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return this.#value(this.#pick(choices), depth);
    switch (schema.type) {
      case 'object':
        return this.#object(schema, depth);
      case 'array': {
        const length = depth > 4 ? 0 : (schema.minItems ?? 0) + this.#below(4);
        return Array.from({length}, () => this.#value(schema.items ?? {}, depth + 1));
      }
      case 'integer':
      case 'number':
        return this.#pick([schema.minimum ?? 0, schema.maximum ?? 9, 1, 5, 7]);
      case 'boolean':
        return this.#chance(0.5);
      case 'null':
        return null;
      default:
        return this.#text(schema);
    }
  }

  #object({properties = {}, required = [], additionalProperties, propertyNames}: Schema, depth: number): object {
    const object: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties))
      if (required.includes(name) ? !this.#chance(0.02) : this.#chance(0.4))
        object[name] = this.#fitting(name) ?? this.#value(schema, depth + 1);
    if (typeof additionalProperties === 'object')
      for (let more = this.#below(4); more > 0; more--)
        object[this.#fitting('value') ?? this.#text(propertyNames ?? {})] = this.#value(
          additionalProperties,
          depth + 1,
        );
    if (this.#chance(0.03)) object[String(this.#pick(HOSTILE))] = 1;
    return object;
  }

  /** Usually what is known to fit in a field of this name, if anything is. */
  #fitting(name: string): string | undefined {
    const fits = Object.hasOwn(this.places, name) ? this.places[name] : undefined;
    return fits !== undefined && this.#chance(0.9) ? this.#pick(fits) : undefined;
  }

  #text({enum: words, pattern = ''}: Schema): string {
    if (this.#chance(0.05)) return String(this.#pick(HOSTILE));
    if (words !== undefined) return String(this.#pick(words));
    if (pattern.includes('\\d{1,3}') && this.#chance(0.8)) return String(this.#below(600));
    if (pattern.includes('[0-9a-f]{8}') && this.#chance(0.2)) return uuid(this.#random);
    const known = this.known.filter(one => new RegExp(pattern).test(one));
    return this.#chance(0.85) && known.length > 0 ? this.#pick(known) : `tekst ${this.#below(99)}`;
  }

  #chance(part: number): boolean {
    return this.#below(1_000) < part * 1_000;
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }

  #below(limit: number): number {
    const [a = 0, b = 0, c = 0] = this.#random(3);
    return limit === 0 ? 0 : (a * 65_536 + b * 256 + c) % limit;
  }
}

/** What stands before the paths of the document: empty, or the version. */
function pathOf([server]: readonly Server[]): string {
  return new URL(server?.url ?? 'http://localhost').pathname.replace(/\/$/, '');
}

/** A lone half of a pair has no place in an address: it becomes the sign for what cannot be read. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text.slice(0, 500)).toString());
}

function inHeader(text: string): string {
  return text.replace(/[^\u0020-\u007e]/g, '?').slice(0, 2_000);
}
