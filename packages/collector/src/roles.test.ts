import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {backup} from '@samenwaarde/core/files';
import {rooms} from './app.js';
import {openDatabase, type Database} from './database/open.js';
import {entered} from './facilitator/entered.test-helper.js';
import {highlightIn} from './method/desk.test-helper.js';
import {
  ballotOn,
  bench,
  makeAlliance,
  newId,
  newReceipt,
  putCard,
  quoteOn,
  type Made,
} from './voices/round.test-helper.js';

/** Everybody who can ask something. */
const ROLES = ['nobody', 'participant', 'facilitator', 'other facilitator'] as const;
type Role = (typeof ROLES)[number];

/** The status that each gets, in the order of `ROLES`. */
type Row = readonly [nobody: number, participant: number, facilitator: number, other: number];

const everybody = (status: number): Row => [status, status, status, status];
const whoEntered = (status: number): Row => [401, 401, status, status];
const ofTheAlliance = (status: number): Row => [401, 401, status, 404];
/** For whoever holds the receipt: who does not gets no further than asking for one. */
const withReceipt = (status: number): Row => [400, status, 400, 400];

/** What everybody gets of every route when they do it right. A route that is not here makes the test fail. */
const EXPECTED: Readonly<Record<string, Row>> = {
  'GET /': everybody(200),
  'GET /api.css': everybody(200),
  'GET /openapi.json': everybody(200),
  'GET /v1/openapi.json': everybody(200),
  'GET /health/live': everybody(200),
  'GET /health/ready': everybody(200),
  'GET /v1/set-up': everybody(200),
  'POST /v1/set-up': everybody(403),
  'POST /v1/sessions': everybody(403),
  'GET /v1/sessions/current': whoEntered(200),
  'DELETE /v1/sessions/current': everybody(204),
  'GET /v1/alliances': whoEntered(200),
  'POST /v1/alliances': whoEntered(201),
  'GET /v1/alliances/{alliance}': everybody(200),
  'DELETE /v1/alliances/{alliance}': ofTheAlliance(204),
  'GET /v1/alliances/{alliance}/live': everybody(200),
  'GET /v1/alliances/{alliance}/rounds/{round}/result': everybody(404),
  'PUT /v1/alliances/{alliance}/contributions/{id}': withReceipt(201),
  'DELETE /v1/alliances/{alliance}/contributions/{id}': withReceipt(204),
  'GET /v1/alliances/{alliance}/contributions/{id}': withReceipt(200),
  'GET /v1/alliances/{alliance}/own-contribution': withReceipt(200),
  'GET /v1/alliances/{alliance}/settings': ofTheAlliance(200),
  'PUT /v1/alliances/{alliance}/settings': ofTheAlliance(200),
  'GET /v1/alliances/{alliance}/refused-origins': ofTheAlliance(200),
  'GET /v1/alliances/{alliance}/cards': ofTheAlliance(200),
  'PUT /v1/alliances/{alliance}/cards/{id}': ofTheAlliance(201),
  'DELETE /v1/alliances/{alliance}/cards/{id}': ofTheAlliance(204),
  'GET /v1/alliances/{alliance}/queue': ofTheAlliance(200),
  'GET /v1/alliances/{alliance}/remarks': ofTheAlliance(200),
  'POST /v1/alliances/{alliance}/rounds/{round}/code-cards': ofTheAlliance(201),
  'GET /v1/alliances/{alliance}/counts': ofTheAlliance(200),
  'GET /v1/alliances/{alliance}/backup': ofTheAlliance(200),
  'GET /v1/alliances/{alliance}/publication': ofTheAlliance(200),
  'POST /v1/alliances/{alliance}/imports': ofTheAlliance(200),
  'GET /v1/alliances/{alliance}/people': ofTheAlliance(200),
  'POST /v1/alliances/{alliance}/people': ofTheAlliance(201),
  'DELETE /v1/alliances/{alliance}/people/{id}': ofTheAlliance(204),
  'GET /v1/alliances/{alliance}/audit': ofTheAlliance(200),
};

/** One alliance of its own, in which one thing is asked. */
interface Scene {
  readonly made: Made;
  /** A quote that somebody gave, with its receipt. */
  readonly quote: {readonly id: string};
  /** Id of a highlight in it. */
  readonly highlight: string;
  /** Somebody else who may enter. */
  readonly colleague: string;
}

/** What goes along with a request that has a body or a query. */
const WITH: Readonly<Record<string, (scene: Scene) => {readonly body?: unknown; readonly query?: string}>> = {
  'POST /v1/set-up': () => ({body: {code: 'guess', name: 'begeleider', passphrase: 'vier woorden uit een boek'}}),
  'POST /v1/sessions': () => ({body: {token: 'guess'}}),
  'POST /v1/alliances': ({made}) => ({body: {slug: `b${newId()}`, record: {...made.alliance, id: newId()}}}),
  'DELETE /v1/alliances/{alliance}': () => ({query: '?what=everything'}),
  'PUT /v1/alliances/{alliance}/contributions/{id}': ({made, quote}) => ({body: {...ballotOn(made), id: quote.id}}),
  'PUT /v1/alliances/{alliance}/settings': () => ({body: {origins: []}}),
  'PUT /v1/alliances/{alliance}/cards/{id}': ({quote: {id}}) => ({
    body: {schema: 1, kind: 'value', id, counter: 1, tag: 'a', name: 'schaduw'},
  }),
  'POST /v1/alliances/{alliance}/rounds/{round}/code-cards': () => ({body: {count: 1}}),
  'POST /v1/alliances/{alliance}/imports': ({made}) => ({body: backup(made.cards)}),
  'POST /v1/alliances/{alliance}/people': () => ({body: {name: `p${newId()}`}}),
};

let database: Database;
before(async () => {
  database = await openDatabase(':memory:');
});
after(() => database.close());

test('the table has every route, and no other', () => {
  const {routes} = rooms(bench(database).parts);
  assert.deepEqual(routes.map(({method, path}) => `${method} ${path}`).sort(), Object.keys(EXPECTED).sort());
});

test('everybody gets what is theirs, on every route', async () => {
  const collector = bench(database);
  for (const [name, row] of Object.entries(EXPECTED))
    for (const [place, role] of ROLES.entries()) {
      const [method = '', path = ''] = name.split(' ');
      const scene = await sceneFor(name, role);
      const {body, query = ''} = WITH[name]?.(scene) ?? {};
      const response = await collector.ask(method, filled(path, name, scene) + query, {body, headers: scene.headers});
      assert.equal(response.status, row[place], `${name} by ${role}: ${await response.text()}`);
    }
});

async function sceneFor(
  name: string,
  role: Role,
): Promise<Scene & {readonly headers: Readonly<Record<string, string>>}> {
  const collector = bench(database);
  const made = await makeAlliance(database, name.includes('code-cards') ? {round: {trust: 'code-cards'}} : {});
  const elsewhere = await makeAlliance(database);
  const mine = await entered(collector, made.alliance.id);
  const theirs = await entered(collector, elsewhere.alliance.id);
  const quote = quoteOn(made);
  const receipt = newReceipt();
  if (!name.startsWith('PUT')) await collector.give(made, quote, {receipt});
  const highlight = highlightIn(quote, {value: newId(), exact: 'Hier'});
  await putCard(database.query, made.alliance.id, highlight);
  const headers: Readonly<Record<Role, Readonly<Record<string, string>>>> = {
    nobody: {},
    participant: {'Samen-Receipt': receipt},
    facilitator: {cookie: mine.cookie},
    'other facilitator': {cookie: theirs.cookie},
  };
  const colleague = (await entered(collector, made.alliance.id)).person.id;
  return {made, quote, highlight: highlight.id, colleague, headers: headers[role]};
}

function filled(path: string, name: string, {made, quote, highlight, colleague}: Scene): string {
  const id = name.includes('/people/') ? colleague : quote.id;
  return path
    .replace('{alliance}', made.slug)
    .replace('{round}', made.round.id)
    .replace('{id}', name.startsWith('DELETE') && name.includes('/cards/') ? highlight : id);
}
