import assert from 'node:assert/strict';
import {fork, type ChildProcess} from 'node:child_process';
import {it} from 'node:test';
import {answerCode, CODES, histogramFromCodes} from '@samenwaarde/core';
import type {Ballot} from '@samenwaarde/core/schema';
import {onBothDatabases, type Ground} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {makeAlliance} from '../voices/round.test-helper.js';
import {recount, tallyOf} from '../voices/tallies.js';
import {actsOf, standing, type Task} from './acts.test-helper.js';
import {pathTo} from './built.test-helper.js';
import {Killable} from './killable.test-helper.js';
import {MOMENTS, Network, type Moment} from './network.test-helper.js';
import {asked, chanceFrom, SEED} from './seeded.test-helper.js';

/** What a phone knows of something that its person gave. A form is the record as canonical JSON, empty when withdrawn. */
interface Given {
  readonly id: string;
  readonly kind: 'ballot' | 'quote';
  /** What its person gave or changed last. */
  readonly wanted: string;
  /** The forms that were ever sent. */
  readonly sent: readonly string[];
  /** The form that the collector said last that it has. */
  readonly acknowledged?: string;
  /** The form that is still to be sent. */
  readonly waiting?: string;
  readonly refused?: string;
}

/** What went wrong, by ids; nothing in any of them is what we promise. */
interface Faults {
  /** Acknowledged, and not there; or neither acknowledged nor on its device any more. */
  readonly lost: readonly string[];
  /** There more than once, or never given. */
  readonly doubled: readonly string[];
  /** Other than its person gave it: in the database, or on the device. */
  readonly altered: readonly string[];
  readonly refused: readonly string[];
}

const NONE: Faults = {lost: [], doubled: [], altered: [], refused: []};

type Rows = ReadonlyMap<string, string>;

/** Everything that people gave, held against everything that the database has. */
function faultsIn(given: readonly Given[], rows: Rows): Faults {
  const idsOf = (isWrong: (one: Given) => boolean) => given.filter(isWrong).map(({id}) => id);
  const known = new Set(given.map(({id}) => id));
  return {
    lost: idsOf(({id, wanted, sent, acknowledged, waiting}) => {
      if (acknowledged !== undefined && !rows.has(id)) return acknowledged !== '';
      if (waiting !== undefined) return false;
      return acknowledged !== wanted && !(wanted === '' && sent.length === 0);
    }),
    doubled: [...rows.keys()].filter(id => !known.has(id)),
    altered: idsOf(({id, wanted, sent, waiting}) => {
      const row = rows.get(id);
      if (waiting === undefined) return (row ?? '') !== wanted;
      return waiting !== wanted || (row !== undefined && !sent.includes(row));
    }),
    refused: idsOf(({refused}) => refused !== undefined),
  };
}

async function rowsOf({query}: Database): Promise<Rows> {
  const rows = await query.selectFrom('voice').select(['id', 'body']).execute();
  return new Map(rows.map(({id, body}) => [id, body]));
}

/** What a run is about. */
interface Run {
  readonly seed: string;
  readonly phones: number;
  readonly submissions: number;
  readonly kills: number;
  readonly collectors: number;
  /** A client without ids of its own. */
  readonly naive: boolean;
}

/** Processes that stand ready when a collector is killed. */
const SPARES = 2;

/** The phones, as a process of their own; each message of theirs is what they know. */
function phonesOf(task: Task, address: string): ChildProcess {
  return fork(pathTo('scripts/proofs/phones.mjs'), [JSON.stringify({...task, address})], {
    execArgv: ['--conditions=@samenwaarde/source', '--import', 'tsx'],
  });
}

function reported(phones: ChildProcess): Promise<readonly Given[]> {
  return new Promise((resolve, reject) => {
    phones.once('message', message => resolve(message as readonly Given[]));
    phones.once('exit', () => reject(new Error('The phones ended before they told what they know.')));
  });
}

/** Collectors on one database, a network before them, and people with phones, who begin at once. */
async function scene(ground: Ground, run: Run) {
  const address = await ground.address();
  const database = await ground.at(address);
  const made = await makeAlliance(database);
  const {question, round, values} = made;
  const task: Task = {...run, question: question.id, round: round.id, values};
  const collectors = await Promise.all(
    Array.from({length: run.collectors}, () => Killable.on(address, {}, SPARES / run.collectors)),
  );
  const network = new Network({seed: run.seed, collectors, kills: killsIn(task, run.kills)});
  const phones = phonesOf(task, `${await network.listen()}/v1/alliances/${made.slug}`);
  const end = async () => {
    phones.kill();
    await network.close();
    await Promise.all(collectors.map(collector => collector.stop()));
  };
  return {database, made, network, phones, end};
}

/** Everything at once, and what it came to: when everybody stopped where they were, and after all was delivered. */
async function chaos(ground: Ground, run: Run) {
  const {database, made, network, phones, end} = await scene(ground, run);
  const come = async () => {
    const given = await reported(phones);
    await network.quiet();
    return {given, faults: faultsIn(given, await rowsOf(database))};
  };
  try {
    const stopped = await come();
    network.healed = true;
    phones.send({});
    return {database, made, stopped, delivered: await come(), happened: network.happened};
  } finally {
    await end();
  }
}

/** Which contributions kill the collector that gets them first, and when: spread over everything that is given. */
function killsIn(task: Task, kills: number): ReadonlyMap<string, Moment> {
  const chance = chanceFrom(task.seed, 'kills');
  const people = Array.from({length: task.phones}, (_, place) => standing(actsOf(task, place)));
  const given = people.flatMap(ids => ids.map((id, place) => ({id, when: place / ids.length})));
  const inOrder = given.sort((one, other) => one.when - other.when).map(({id}) => id);
  const parts = Array.from({length: kills}, (_, part) =>
    inOrder.slice((part * inOrder.length) / kills, ((part + 1) * inOrder.length) / kills),
  );
  return new Map(parts.map(ids => [chance.of(ids), chance.of(MOMENTS)]));
}

/** How often each event was. */
function counts(happened: Network['happened']): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const event of [...happened.values()].flat()) sums[event] = (sums[event] ?? 0) + 1;
  return sums;
}

/** The tally of what people wanted, counted without the collector. */
function counted(given: readonly Given[], values: readonly string[]) {
  const ballots = given.flatMap(({kind, wanted}) =>
    kind === 'ballot' && wanted !== '' ? [JSON.parse(wanted) as Ballot] : [],
  );
  const counts = values.map(value => {
    const codes = new Uint32Array(CODES);
    for (const {marks} of ballots) codes[answerCode(marks[value]!)]!++;
    return [value, histogramFromCodes(codes)] as const;
  });
  return {ballots: ballots.length, values: Object.fromEntries(counts)};
}

const usual: Omit<Run, 'collectors'> = {
  seed: SEED,
  phones: 50,
  submissions: asked('submissions', 1_000),
  kills: asked('kills', 20),
  naive: false,
};

/** What a run is by its seed: who gave what, and what happened to it first, before the network was healed. */
function gist({delivered, happened}: Awaited<ReturnType<typeof chaos>>): ReadonlyMap<string, string> {
  const events = delivered.given.map(({id, kind}) => [id, `${kind} ${happened.get(id)?.[0] ?? 'healed'}`] as const);
  return new Map(events.filter(([, told]) => !told.endsWith('healed')));
}

/** What the one saw otherwise than the other, where both saw it. */
function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...one].flatMap(([id, told]) => ((other.get(id) ?? told) === told ? [] : [`${told}, ${other.get(id)}`]));
}

onBothDatabases('contributions through a faulty network, with collectors that are killed', ground => {
  const collectors = ground.kind === 'postgres' ? 2 : 1;

  it('are there exactly once, or still on their device', async context => {
    const {submissions, kills, seed} = usual;
    context.diagnostic(
      `again: node scripts/proofs.mjs chaos --submissions ${submissions} --kills ${kills} --seed ${seed}`,
    );
    const {database, made, stopped, delivered, happened} = await chaos(ground, {...usual, collectors});
    const waiting = stopped.given.filter(one => one.waiting !== undefined).length;
    const {length: killed} = [...happened.values()].flat().filter(event => event.startsWith('killed'));
    context.diagnostic(`${stopped.given.length} given, ${waiting} waiting at the stop, ${killed} kills`);
    context.diagnostic(JSON.stringify(counts(happened)));
    assert.deepEqual(stopped.faults, NONE);
    assert.deepEqual(delivered.faults, NONE);
    assert.equal(delivered.given.length, submissions);
    assert.equal(killed, kills);
    assert.ok(waiting > 0, 'something was on its way when everybody stopped');
    assert.equal(delivered.given.filter(one => one.waiting !== undefined).length, 0);
    const {query} = database;
    assert.deepEqual(await recount(query), []);
    const tally = await tallyOf(query, made.alliance.id, made.round.id);
    assert.deepEqual(tally, counted(delivered.given, made.values));
  });

  it('are found doubled when a client has no ids of its own: the proof can fail', async () => {
    const {delivered} = await chaos(ground, {...usual, submissions: 100, kills: 0, collectors: 1, naive: true});
    assert.ok(delivered.faults.doubled.length > 0);
  });

  if (ground.kind === 'sqlite')
    it('are the same, with the same faults and kills, when the seed is the same', async () => {
      const run = {...usual, phones: 20, submissions: 100, kills: 3, collectors};
      const [one, again] = [gist(await chaos(ground, run)), gist(await chaos(ground, run))];
      assert.deepEqual(differing(one, again), []);
      const both = [...one.keys()].filter(id => again.has(id));
      assert.ok(both.length > 50, `${both.length} of 100 were seen by both before the network was healed`);
      const killed = (seen: typeof one) => [...seen].filter(([, told]) => told.includes('killed')).sort();
      assert.equal(killed(one).length, 3);
      assert.deepEqual(killed(again), killed(one));
    });
});
