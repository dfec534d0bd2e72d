import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {it, type TestContext} from 'node:test';
import {gunzipSync} from 'node:zlib';
import {receipt, uuid} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import {onBothDatabases, type Ground} from '../database/database.test-helper.js';
import {openDatabase, type Database} from '../database/open.js';
import {run} from '../database/transact.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {newFolder} from '../folder.test-helper.js';
import {backUp} from '../upkeep/backup.js';
import {closeSubject} from '../voices/close.js';
import {codes} from '../voices/codes.js';
import {
  ballotOn,
  bench,
  makeAlliance,
  pathOf,
  quoteOn,
  random,
  reasonOn,
  voteOn,
  type Bench,
  type Made,
} from '../voices/round.test-helper.js';
import {Killable} from './killable.test-helper.js';
import {asked, chanceFrom, SEED, type Chance} from './seeded.test-helper.js';

const SESSIONS = asked('sessions', 100);
/** Sessions at once. */
const CROWD = 20;

/** What one person leaves behind on the way, each of it as nobody else's. */
type Marks = Readonly<
  Record<
    | 'live'
    | 'reason'
    | 'name'
    | 'objection'
    | 'missing'
    | 'before'
    | 'withdrawn'
    | 'ended'
    | 'refused'
    | 'receipt'
    | 'code'
    | 'address'
    | 'agent',
    string
  >
>;

/** Where each mark may be found: words that are kept where they are kept, and nothing else anywhere. */
const BELONGS: Readonly<Partial<Record<keyof Marks, readonly string[]>>> = {
  live: ['database', 'dump', 'backup'],
  reason: ['database', 'dump', 'backup'],
  name: ['database', 'dump', 'backup'],
  objection: ['database', 'dump', 'backup'],
  missing: ['database', 'dump', 'backup'],
};

function marksOf(chance: Chance, code: string): Marks {
  const word = () => `w${Buffer.from(chance.bytes(9)).toString('hex')}`;
  const groups = Array.from({length: 6}, () => (0x1000 + chance.below(0xe000)).toString(16));
  const words = ['live', 'reason', 'name', 'objection', 'missing', 'before', 'withdrawn', 'ended', 'refused'] as const;
  return {
    ...(Object.fromEntries(words.map(kind => [kind, word()])) as Record<(typeof words)[number], string>),
    receipt: receipt(chance.bytes),
    code,
    address: `2001:db8:${groups.join(':')}`,
    agent: `Browser/${word()}`,
  };
}

/** The alliances of a session: one that goes on, one that comes to its end. */
interface Places {
  readonly url: string;
  readonly made: Made;
  readonly ending: Made;
}

/** Everything that somebody does in an evening, also what goes wrong. */
async function session({url, made, ending}: Places, marks: Marks, chance: Chance): Promise<readonly number[]> {
  const headers = {
    'X-Forwarded-For': marks.address,
    'User-Agent': marks.agent,
    'Content-Type': 'application/json',
  };
  const statuses: number[] = [];
  const ask = async (method: string, path: string, body?: string, more: Readonly<Record<string, string>> = {}) => {
    const sent = {'Samen-Receipt': marks.receipt, ...more};
    const response = await fetch(url + path, {method, headers: {...headers, ...sent}, ...(body && {body})});
    await response.arrayBuffer();
    statuses.push(response.status);
  };
  const give = (to: Made, record: Voice, more?: Readonly<Record<string, string>>) =>
    ask('PUT', pathOf(to, record), JSON.stringify(record), more);
  const own = <Record extends Voice>(record: Record): Record => ({...record, id: uuid(chance.bytes)});
  const code = {'Samen-Code': marks.code};
  const changed = own(quoteOn(made, `Eerst ${marks.before}.`));
  const taken = own(quoteOn(made, `Toch niet ${marks.withdrawn}.`));
  await give(made, changed);
  await give(made, {...changed, text: `Hier ${marks.live} graag.`});
  await give(made, taken);
  await ask('DELETE', pathOf(made, taken));
  await give(made, own(ballotOn(made)), code);
  await give(made, own(reasonOn(made, `Omdat ${marks.reason}.`)), code);
  const [rubric = ''] = made.values;
  const said = {names: {[rubric]: {own: marks.name}}, objections: {[rubric]: marks.objection}, missing: marks.missing};
  await give(made, own(voteOn(made, said)));
  await give(ending, own(quoteOn(ending, `Voorbij ${marks.ended}.`)));
  // Refused, each in another way.
  await give(made, own(ballotOn(made)), code);
  await ask('PUT', pathOf(made, taken), `{"text": "${marks.refused}"`);
  await ask('PUT', pathOf(made, taken), JSON.stringify({...taken, [marks.refused]: marks.refused}));
  await ask('PUT', pathOf(made, taken), JSON.stringify({...taken, text: marks.refused.repeat(5_000)}));
  await give(made, own(quoteOn(ending, marks.refused)), {Origin: 'https://elders.example'});
  await ask('GET', `/v1/alliances/${marks.refused}/live?text=${marks.refused}`);
  await ask('GET', pathOf(made, changed));
  return statuses;
}

/** What a session is answered when everything is as it should be. */
const ANSWERS = [201, 200, 201, 204, 201, 201, 201, 201, 409, 400, 400, 413, 403, 400, 200];

/** Everything that there is of a database: the bytes of its files, or every row of every table. */
async function wholeOf(address: string): Promise<string> {
  if (!address.startsWith('postgres')) {
    const files = ['', '-wal', '-shm'].map(end => readFile(address + end).catch(() => Buffer.alloc(0)));
    return Buffer.concat(await Promise.all(files)).toString('latin1');
  }
  const database = await openDatabase(address);
  const tables = await run<{name: string}>(
    database.query,
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const rows = await Promise.all(
    tables.map(({name}) => run<{row: string}>(database.query, `select row_to_json(${name})::text as row from ${name}`)),
  );
  await database.close();
  return rows.flatMap(each => each.map(({row}) => row)).join('\n');
}

/** The files that facilitators and everybody can have. */
async function exported(collector: Bench, made: Made): Promise<Record<string, string>> {
  const {cookie} = await entered(collector, made.alliance.id);
  const read = async (path: string) => {
    const response = await collector.ask('GET', `/v1/alliances/${made.slug}${path}`, {headers: {cookie}});
    assert.equal(response.status, 200, path);
    return response.text();
  };
  return {
    backup: await read('/backup'),
    publication: await read('/publication'),
    alliance: await read(''),
    live: await read('/live'),
    audit: await read('/audit'),
  };
}

async function dumped(database: Database): Promise<string> {
  const folder = newFolder();
  await backUp(database, folder, {random, clock: Date.now});
  const files = await Promise.all(
    (await readdir(folder)).map(async name => [name, await readFile(join(folder, name))] as const),
  );
  return files.map(([name, bytes]) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()).join('\n');
}

/** Marks that are where they do not belong, or are not where they do: one line each. */
function misplaced(found: Readonly<Record<string, string>>, all: readonly Marks[]): readonly string[] {
  return Object.entries(found).flatMap(([place, text]) =>
    (Object.keys(all[0]!) as (keyof Marks)[]).flatMap(kind => {
      const count = all.filter(marks => text.includes(marks[kind])).length;
      const wanted = BELONGS[kind]?.includes(place) ? all.length : 0;
      return count === wanted ? [] : [`${kind} in ${place}: ${count}`];
    }),
  );
}

/** A day: everybody comes, one alliance ends, files are made, and the collector stops. */
async function day(ground: Ground, context: TestContext): Promise<void> {
  context.diagnostic(`seed ${SEED}`);
  const address = await ground.address();
  const database = await openDatabase(address);
  const made = await makeAlliance(database, {round: {trust: 'code-cards'}});
  const ending = await makeAlliance(database);
  const cards = await codes({database, random, clock: Date.now}).issue(
    {alliance: made.alliance.id, round: made.round.id},
    SESSIONS,
  );
  const collector = await Killable.on(address, {TRUSTED_PROXIES: '127.0.0.1'}, 0);
  context.after(() => collector.stop());
  const all = cards.map((code, place) => marksOf(chanceFrom(SEED, ground.kind, place), code));
  const places = {url: collector.url, made, ending};
  for (let from = 0; from < SESSIONS; from += CROWD) {
    const crowd = all
      .slice(from, from + CROWD)
      .map((marks, place) => session(places, marks, chanceFrom(SEED, from, place)));
    for (const statuses of await Promise.all(crowd)) assert.deepEqual(statuses, ANSWERS);
  }
  const second = bench(database);
  const {cookie} = await entered(second, ending.alliance.id);
  const end = await second.ask('DELETE', `/v1/alliances/${ending.slug}?what=texts`, {headers: {cookie}});
  assert.equal(end.status, 204);
  await closeSubject(second.parts, {
    alliance: made.alliance.id,
    card: {...made.voteRound, counter: 2, status: 'closed'},
  });
  const files = {...(await exported(second, made)), dump: await dumped(database)};
  await database.close();
  await collector.end();
  const {output: logs} = collector;
  assert.match(logs, /"event":"started"/);
  assert.deepEqual(misplaced({...files, logs, database: await wholeOf(address)}, all), []);
  assert.deepEqual(misplaced({logs: `${logs} ${all[0]?.address}`}, all), ['address in logs: 1'], 'the search is blind');
}

onBothDatabases('marks that people leave', ground => {
  it('are where their words belong, and in no log, file or export besides', context => day(ground, context));
});
