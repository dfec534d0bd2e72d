import {isIP} from 'node:net';
import * as z from 'zod';

/** How a collector runs. Comes from the environment, and does not change while it runs. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** `postgres://…`, or the path of a SQLite file. */
  readonly database: string;
  /** Origin at which people reach the collector, without a slash at its end. */
  readonly publicOrigin: string;
  /** Path in front of every address, such as `/waarden`; empty without. */
  readonly basePath: string;
  /** Addresses and ranges of proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Folder of the backups and of the list of what was erased. */
  readonly backups?: string;
  readonly keepBackupsDays: number;
  /** Contributions to one alliance from one address that are let through, lastingly; twice as many at once. */
  readonly contributionsPerMinute: number;
  /** Live streams that one address may have open, and that may be open in all. */
  readonly streamsPerAddress: number;
  readonly streams: number;
  /** Folder of the built script of the widgets, for pages that other sites frame. */
  readonly script?: string;
  readonly openid?: OpenIdSettings;
  readonly contact?: ContactSettings;
}

/** Who answers questions of those who build on the API. */
export interface ContactSettings {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

/** Whose tokens let a facilitator in. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Address of the issuer's public keys. */
  readonly keys: string;
  readonly algorithm: (typeof ALGORITHMS)[number];
}

/** A setting that is wrong; the message says which, and what it should be. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Signatures with a public key only: a shared secret would let whoever checks a token also make one. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

const text = z.string().trim().min(1);
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

interface Setting {
  readonly schema: z.ZodType;
  /** What it has to be, for the docs and at the end of "PORT must be …". */
  readonly expected: string;
  /** What it is without being set, in words for the docs. */
  readonly usual: string;
  /** What it does, for the docs. */
  readonly means: string;
}

/** Every setting. The table in `docs/collector/settings.md` is made of these words. */
export const SETTINGS = {
  PORT: {
    schema: wholeNumber(0, 65_535),
    expected: 'a whole number from 0 to 65535',
    usual: '8090',
    means: 'Port that it listens on; 0 takes one that is free.',
  },
  HOST: {
    schema: text,
    expected: 'an address of this machine, such as 127.0.0.1',
    usual: '127.0.0.1',
    means: 'Address that it listens on; `0.0.0.0` for every address of the machine.',
  },
  DATABASE_URL: {
    schema: text.regex(/^postgres(ql)?:\/\/\S+$/),
    expected: 'the address of a PostgreSQL database, postgres://…',
    usual: 'none: the file of `DATA`',
    means: 'PostgreSQL that keeps the data; any number of collectors may share it.',
  },
  DATA: {
    schema: text,
    expected: 'the path of a file',
    usual: 'samenwaarde.sqlite',
    means: 'SQLite file that keeps the data, where there is no `DATABASE_URL`. Its folder must be there.',
  },
  PUBLIC_URL: {
    schema: z.string().refine(isOrigin),
    expected: 'https://… (or http://localhost) without a path; put the path in BASE_PATH',
    usual: '`http://localhost` with the port',
    means: 'Origin at which people reach it. Facilitators can enter at this origin alone.',
  },
  BASE_PATH: {
    schema: z.string().regex(/^(\/[a-z0-9-]+)*$/),
    expected: 'a path such as /waarden: small letters, digits and hyphens, without a slash at its end',
    usual: 'empty',
    means: 'Path in front of every address, for a proxy that gives the collector a part of a site.',
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .transform(list => list.split(',').map(each => each.trim()))
      .refine(list => list.every(isRange)),
    expected: 'addresses or ranges with commas between, such as 10.0.0.0/8,127.0.0.1',
    usual: 'none',
    means: 'Proxies whose `X-Forwarded-For` is believed. From elsewhere it is ignored.',
  },
  CONTRIBUTIONS_PER_MINUTE: {
    schema: wholeNumber(1, 9_999_999),
    expected: 'a whole number from 1 to 9999999',
    usual: '900',
    means:
      'Contributions to one alliance that one address may send, lastingly; twice as many at once. A whole room may share an address.',
  },
  STREAMS_PER_ADDRESS: {
    schema: wholeNumber(0, 9_999_999),
    expected: 'a whole number from 0 to 9999999',
    usual: '500',
    means: 'Pages at one address that may follow an alliance live. Any more look now and then.',
  },
  STREAMS: {
    schema: wholeNumber(0, 9_999_999),
    expected: 'a whole number from 0 to 9999999',
    usual: '10000',
    means: 'Pages that may follow live in all, per process. Each takes an open connection.',
  },
  BACKUPS: {
    schema: text,
    expected: 'the path of a folder',
    usual: 'none',
    means: 'Folder of the backups, and of the list of what was erased.',
  },
  KEEP_BACKUPS_DAYS: {
    schema: wholeNumber(1, 3_650),
    expected: 'a whole number of days from 1 to 3650',
    usual: '30',
    means: 'Days after which a backup in that folder is removed.',
  },
  SCRIPT: {
    schema: text,
    expected: 'the path of a folder',
    usual: 'none',
    means:
      'Folder of the built script of the widgets, for sites that can only frame a page. `npm run collector` sets it.',
  },
  CONTACT_NAME: {
    schema: text,
    expected: 'a name, such as Gemeente Voorbeeld',
    usual: 'none',
    means: 'Who answers questions about the API; `/openapi.json` tells it, as the API Design Rules ask.',
  },
  CONTACT_EMAIL: {
    schema: z.email(),
    expected: 'an e-mail address',
    usual: 'none',
    means: 'Their e-mail address.',
  },
  CONTACT_URL: {
    schema: z.string().refine(isSafe),
    expected: 'https://…, the address of a page',
    usual: 'none',
    means: 'Their page about the API.',
  },
  OPENID_ISSUER: {
    schema: z.string().refine(isSafe),
    expected: 'https://…, exactly as it stands in the tokens',
    usual: 'none',
    means: 'Issuer of OpenID Connect tokens that let facilitators in.',
  },
  OPENID_AUDIENCE: {
    schema: text,
    expected: 'the name under which the issuer knows this collector',
    usual: 'none',
    means: 'Audience that a token must be meant for.',
  },
  OPENID_KEYS: {
    schema: z.string().refine(isSafe),
    expected: 'https://…, the address of the public keys (JWKS)',
    usual: 'none',
    means: 'Address of the public keys of the issuer.',
  },
  OPENID_ALGORITHM: {
    schema: z.enum(ALGORITHMS),
    expected: ALGORITHMS.join(' or '),
    usual: 'RS256',
    means: 'The one signature that is accepted.',
  },
} as const satisfies Readonly<Record<string, Setting>>;

type Name = keyof typeof SETTINGS;
type Values = {readonly [N in Name]?: z.output<(typeof SETTINGS)[N]['schema']>};

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings in an environment. What is empty counts as not set; what is not a setting is left alone.
 *
 * @throws SettingsError naming every setting that is wrong, never its value: it may hold a password.
 */
export function settingsFrom(environment: Environment): Settings {
  const values = valuesFrom(environment);
  const port = values.PORT ?? 8090;
  if (values.DATABASE_URL !== undefined && values.DATA !== undefined)
    throw new SettingsError('DATABASE_URL and DATA are both set. Choose one.');
  const [openid, contact] = [openidFrom(values), contactFrom(values)];
  return {
    port,
    host: values.HOST ?? '127.0.0.1',
    database: values.DATABASE_URL ?? values.DATA ?? 'samenwaarde.sqlite',
    publicOrigin: new URL(values.PUBLIC_URL ?? `http://localhost:${port}`).origin,
    basePath: values.BASE_PATH ?? '',
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    keepBackupsDays: values.KEEP_BACKUPS_DAYS ?? 30,
    contributionsPerMinute: values.CONTRIBUTIONS_PER_MINUTE ?? 900,
    streamsPerAddress: values.STREAMS_PER_ADDRESS ?? 500,
    streams: values.STREAMS ?? 10_000,
    ...(values.BACKUPS !== undefined && {backups: values.BACKUPS}),
    ...(values.SCRIPT !== undefined && {script: values.SCRIPT}),
    ...(openid !== undefined && {openid}),
    ...(contact !== undefined && {contact}),
  };
}

function valuesFrom(environment: Environment): Values {
  const wrong: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, {schema, expected}] of Object.entries(SETTINGS)) {
    const given = environment[name];
    if (given === undefined || given === '') continue;
    const read = schema.safeParse(given);
    if (read.success) values[name] = read.data;
    else wrong.push(`${name} must be ${expected}.`);
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return values;
}

function openidFrom(values: Values): OpenIdSettings | undefined {
  const {OPENID_ISSUER: issuer, OPENID_AUDIENCE: audience, OPENID_KEYS: keys, OPENID_ALGORITHM: algorithm} = values;
  if (issuer !== undefined && audience !== undefined && keys !== undefined)
    return {issuer, audience, keys, algorithm: algorithm ?? 'RS256'};
  if ([issuer, audience, keys, algorithm].every(value => value === undefined)) return undefined;
  throw new SettingsError('OPENID_ISSUER, OPENID_AUDIENCE and OPENID_KEYS belong together. Set all three, or none.');
}

function contactFrom({CONTACT_NAME: name, CONTACT_EMAIL: email, CONTACT_URL: url}: Values) {
  if (name !== undefined && email !== undefined && url !== undefined) return {name, email, url};
  if ([name, email, url].every(value => value === undefined)) return undefined;
  throw new SettingsError('CONTACT_NAME, CONTACT_EMAIL and CONTACT_URL belong together. Set all three, or none.');
}

/** Whether browsers keep what is sent there from others: https, or this machine itself. */
function isSafe(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}

/** Whether the name is that of this machine itself. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Whether a page of this origin is one of the collector's own. This machine has several names for itself. */
export function isOwnOrigin({publicOrigin}: Pick<Settings, 'publicOrigin'>, origin: string): boolean {
  if (origin === publicOrigin) return true;
  const [own, other] = [new URL(publicOrigin), URL.canParse(origin) ? new URL(origin) : undefined];
  if (other === undefined || own.protocol !== other.protocol || own.port !== other.port) return false;
  return isLoopback(own.hostname) && isLoopback(other.hostname);
}

function isOrigin(address: string): boolean {
  return isSafe(address) && new URL(address).href === `${new URL(address).origin}/`;
}

function isRange(range: string): boolean {
  const [address = '', bits = '0', ...rest] = range.split('/');
  const version = isIP(address);
  return rest.length === 0 && version > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}
