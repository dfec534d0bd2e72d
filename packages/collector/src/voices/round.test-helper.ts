import {randomBytes} from 'node:crypto';
import {receipt, uuid} from '@samenwaarde/core';
import type {AnyRecord, Ballot, Moderation, Quote, Reason, RecordOf, Round, RubricVote} from '@samenwaarde/core/schema';
import type {Database} from '../database/open.js';
import {transact, type Connection} from '../database/transact.js';
import {cardRow} from '../method/card-row.js';
import type {Parts} from '../parts.js';
import {rooms} from '../app.js';
import {asking, type Ask} from '../http/web.js';
import {silent} from '../log.js';
import type {Live} from '../public/live.js';
import {settingsFrom} from '../settings.js';

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
export const newId = (): string => uuid(random);
export const newReceipt = (): string => receipt(random);

const card = () => ({schema: 1 as const, id: newId(), counter: 1, tag: 'a'});

/** The cards of an alliance that asks something in every way. */
export interface Made {
  readonly slug: string;
  readonly alliance: RecordOf<'alliance'>;
  readonly question: RecordOf<'question'>;
  readonly values: readonly string[];
  readonly round: RecordOf<'round'>;
  readonly voteRound: RecordOf<'vote-round'>;
  readonly cards: readonly AnyRecord[];
}

/** What of it is other than usual. */
export interface Other {
  readonly round?: Partial<Round>;
  readonly question?: Partial<RecordOf<'question'>>;
  readonly voteRound?: Partial<RecordOf<'vote-round'>>;
}

/** An alliance with a question, a vote and a round on three core values, put into the database. */
export async function makeAlliance(database: Database, other: Other = {}): Promise<Made> {
  const made = makeCards(other);
  const {id} = made.alliance;
  await transact(database, async connection => {
    await connection.insertInto('alliance').values({id, slug: made.slug, origins: '[]', revision: 1}).execute();
    for (const card of made.cards) await putCard(connection, id, card);
  });
  return made;
}

/** A card as a facilitator would have put it. */
export async function putCard(connection: Connection, alliance: string, card: AnyRecord): Promise<void> {
  await connection.insertInto('card').values(cardRow(alliance, card)).execute();
}

/** What a facilitator decided on somebody's words. */
export function decisionOn({id: of}: {readonly id: string}, outcome: Moderation['outcome']): Moderation {
  return {...card(), kind: 'moderation', of, outcome};
}

function makeCards(other: Other): Made {
  const alliance: RecordOf<'alliance'> = {
    ...card(),
    kind: 'alliance',
    name: 'Samen Ververij',
    partners: ['gemeente'],
    responsible: {organisation: 'gemeente', contact: 'buurt@voorbeeld.nl', privacy: 'https://voorbeeld.nl/privacy'},
    retention: {texts: '2027-01-01', everything: '2028-01-01'},
  };
  const question: RecordOf<'question'> = {
    ...card(),
    kind: 'question',
    versions: [{text: 'Waardoor bent u hier graag?'}],
    asked: 0,
    prompts: [],
    moderation: 'held',
    status: 'open',
    ...other.question,
  };
  const rubrics = ['Gastvrij', 'Groen', 'Eigen'].map((name): RecordOf<'rubric'> => ({
    ...card(),
    kind: 'rubric',
    values: [],
    name,
  }));
  const values = rubrics.map(({id}) => id);
  const profile: RecordOf<'profile-version'> = {
    ...card(),
    kind: 'profile-version',
    number: 1,
    split: 'sides',
    coreValues: rubrics.map(({id, name = ''}) => ({rubric: id, name, facets: {}})),
    noPlaceYet: 0,
  };
  const plan: RecordOf<'plan'> = {...card(), kind: 'plan', name: 'Het Verfplein', type: 'design'};
  const version: RecordOf<'plan-version'> = {
    ...card(),
    kind: 'plan-version',
    plan: plan.id,
    number: 1,
    text: 'Een plein.',
  };
  const round: RecordOf<'round'> = {
    ...card(),
    kind: 'round',
    planVersion: version.id,
    profileVersion: profile.id,
    passMark: 5.5,
    passMarks: {},
    leftOut: [],
    scale: 'marks',
    notApplicable: false,
    k: 3,
    trust: 'open-link',
    status: 'open',
    ...other.round,
  };
  const voteRound: RecordOf<'vote-round'> = {
    ...card(),
    kind: 'vote-round',
    rubrics: values,
    recognition: true,
    dots: 3,
    names: true,
    k: 3,
    status: 'open',
    ...other.voteRound,
  };
  const cards = [alliance, question, ...rubrics, profile, plan, version, round, voteRound];
  return {slug: `a${newId()}`, alliance, question, values, round, voteRound, cards};
}

export function ballotOn({round, values}: Made, marks: readonly Ballot['marks'][string][] = [7, 8, 4]): Ballot {
  const given = values.flatMap((value, place) => (marks[place] === undefined ? [] : [[value, marks[place]]]));
  return {schema: 1, kind: 'ballot', id: newId(), round: round.id, marks: Object.fromEntries(given) as Ballot['marks']};
}

export function quoteOn({question}: Made, text = 'Hier kennen ze mijn naam.'): Quote {
  return {schema: 1, kind: 'quote', id: newId(), question: question.id, text};
}

export function reasonOn({round, values}: Made, text = 'Er is geen wc.'): Reason {
  const {id, planVersion} = round;
  return {schema: 1, kind: 'reason', id: newId(), round: id, value: values[0] ?? '', planVersion, text};
}

export function voteOn({voteRound, values}: Made, other: Partial<RubricVote> = {}): RubricVote {
  const recognition = Object.fromEntries(values.map(value => [value, 'fits' as const]));
  const empty = {dots: {}, names: {}, objections: {}};
  return {schema: 1, kind: 'rubric-vote', id: newId(), round: voteRound.id, recognition, ...empty, ...other};
}

/** A collector without a server around it. */
export interface Bench {
  /** The API, as its own pages ask it. */
  readonly api: Ask;
  readonly parts: Parts;
  readonly live: Live;
  /** Asks it something. */
  readonly ask: (method: string, path: string, options?: Asked) => Promise<Response>;
  /** Gives a contribution to an alliance. */
  readonly give: (made: Made, record: {readonly id: string}, options?: Asked) => Promise<Response>;
}

interface Asked {
  readonly receipt?: string;
  readonly code?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Address that it comes from, as if there were a server around it. */
  readonly peer?: string;
}

/** @param other Parts that are other than usual. */
export function bench(database: Database, other: Partial<Parts> = {}): Bench {
  const log = {...silent, error: (event: string, error: unknown) => console.error(event, error)};
  const parts: Parts = {database, settings: settingsFrom({}), clock: Date.now, random, log, ...other};
  const {answering, live} = rooms(parts);
  const api = asking(answering);
  const ask: Bench['ask'] = async (method, path, {receipt: proof, code, body, headers = {}, peer} = {}) => {
    const sent = {
      ...(body !== undefined && {'Content-Type': 'application/json'}),
      ...(proof !== undefined && {'Samen-Receipt': proof}),
      ...(code !== undefined && {'Samen-Code': code}),
      ...headers,
    };
    const text = body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)};
    const environment = peer === undefined ? {} : {incoming: {socket: {remoteAddress: peer}}};
    return api(new Request(new URL(path, 'http://localhost'), {method, headers: sent, ...text}), environment);
  };
  const give: Bench['give'] = (made, record, options = {}) =>
    ask('PUT', pathOf(made, record), {receipt: newReceipt(), body: record, ...options});
  return {api, live, parts, ask, give};
}

export function pathOf({slug}: Made, {id}: {readonly id: string}): string {
  return `/v1/alliances/${slug}/contributions/${id}`;
}

/** Status and type of a problem, or status alone. */
export async function told(response: Response): Promise<string> {
  const {type = ''} = response.status < 400 ? {} : ((await response.json()) as {type?: string});
  return `${response.status} ${type}`.trim();
}
