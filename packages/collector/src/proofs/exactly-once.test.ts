import assert from 'node:assert/strict';
import {fork, type ChildProcess} from 'node:child_process';
import {it} from 'node:test';
import {answerCode, CODES, histogramFromCodes} from '@samenwaarde/core';
import type {Ballot} from '@samenwaarde/core/schema';
import {onBothDatabases, type Ground} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {makeAlliance, type Made} from '../voices/round.test-helper.js';
import {recount, tallyOf} from '../voices/tallies.js';
import {pathTo} from './built.test-helper.js';
import {Killable} from './killable.test-helper.js';
import {Network} from './network.test-helper.js';
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
  readonly submissions: number;
  readonly kills: number;
  readonly collectors: number;
  /** A client without ids of its own. */
  readonly naive: boolean;
}

const PHONES = 50;
/** Processes that stand ready when a collector is killed. */
const SPARES = 2;

/** The phones, as a process of their own; each message of theirs is what they know. */
function phonesOf(made: Made, url: string, {seed, submissions, naive}: Run): ChildProcess {
  const address = `${url}/v1/alliances/${made.slug}`;
  const about = {question: made.question.id, round: made.round.id, values: made.values};
  return fork(
    pathTo('scripts/proofs/phones.mjs'),
    [JSON.stringify({seed, phones: PHONES, submissions, address, naive, ...about})],
    {
      execArgv: ['--conditions=@samenwaarde/source', '--import', 'tsx'],
    },
  );
}

function reported(phones: ChildProcess): Promise<readonly Given[]> {
  return new Promise((resolve, reject) => {
    phones.once('message', message => resolve(message as readonly Given[]));
    phones.once('exit', () => reject(new Error('The phones ended before they told what they know.')));
  });
}

/** Everything at once, and what it came to: when everybody stopped where they were, and after all was delivered. */
async function chaos(ground: Ground, run: Run) {
  const address = await ground.address();
  const database = await ground.at(address);
  const made = await makeAlliance(database);
  const collectors = await Promise.all(
    Array.from({length: run.collectors}, () => Killable.on(address, {}, SPARES / run.collectors)),
  );
  const killer = killing(collectors, run);
  const network = new Network({
    seed: run.seed,
    collectors: collectors.map(({url}) => url),
    onWay: killer.onWay,
  });
  const phones = phonesOf(made, await network.listen(), run);
  try {
    const first = await reported(phones);
    await network.quiet();
    const stopped = {given: first, faults: faultsIn(first, await rowsOf(database))};
    await killer.done();
    network.healed = true;
    phones.send({});
    const last = await reported(phones);
    const delivered = {given: last, faults: faultsIn(last, await rowsOf(database))};
    return {database, made, network, stopped, delivered, kills: killer.count()};
  } finally {
    phones.kill();
    await network.close();
    await Promise.all(collectors.map(collector => collector.stop()));
  }
}

/** Kills a collector each time that so many contributions more were acknowledged, with requests under way. */
function killing(collectors: readonly Killable[], {seed, submissions, kills}: Run) {
  const chance = chanceFrom(seed, 'kills');
  let count = 0;
  let killed: Promise<void> = Promise.resolve();
  return {
    count: () => count,
    done: () => killed,
    onWay: (acknowledged: number) => {
      if (count >= kills || acknowledged < ((count + 1) * submissions) / (kills + 1)) return;
      count++;
      const victim = chance.of(collectors);
      const later = chance.below(12);
      killed = killed.then(() => new Promise(resolve => setTimeout(resolve, later))).then(() => victim.kill());
    },
  };
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
  submissions: asked('submissions', 1_000),
  kills: asked('kills', 20),
  naive: false,
};

onBothDatabases('contributions through a faulty network, with collectors that are killed', ground => {
  const collectors = ground.kind === 'postgres' ? 2 : 1;

  it('are there exactly once, or still on their device', async context => {
    const {database, made, network, stopped, delivered, kills} = await chaos(ground, {...usual, collectors});
    const waiting = stopped.given.filter(one => one.waiting !== undefined).length;
    context.diagnostic(`seed ${SEED}: ${stopped.given.length} given, ${waiting} waiting at the stop, ${kills} kills`);
    context.diagnostic(JSON.stringify(Object.fromEntries(network.happened)));
    assert.deepEqual(stopped.faults, NONE);
    assert.deepEqual(delivered.faults, NONE);
    assert.equal(delivered.given.length, usual.submissions);
    assert.equal(kills, usual.kills);
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
});
