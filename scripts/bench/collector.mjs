// The collector as a process of its own, over HTTP: ballots a second beside what pgbench commits on the same PostgreSQL.
import {join} from 'node:path';
import {openDatabase} from '../../packages/collector/dist/database/open.js';
import {uuid} from '../../packages/core/dist/index.js';
import {freePort} from '../../packages/collector/testing/free-port.mjs';
import {fill, makeAlliance, random} from './collector/alliance.mjs';
import {findPgbench, pgbench} from './collector/pgbench.mjs';
import {collectorOn, helper, onBoth, rounded} from './collector/process.mjs';
import {median} from './interleave.mjs';

const CONNECTIONS = 64;
const SECONDS = 8;
/** Times that each is measured, in turn. */
const TURNS = 3;
/** More ballots than the collector, or Node itself, can take in that time. */
const MOST = {collector: 160_000, node: 600_000};

/** Ballots in a second on this database: each acknowledged once it is on the disk. */
async function ballots(address, seconds) {
  const database = await openDatabase(address);
  const made = await makeAlliance(database);
  await database.close();
  const collector = await collectorOn(address);
  try {
    const load = {port: collector.port, made, seconds, most: MOST.collector};
    return {...(await loaded(load)), memory: collector.memory()};
  } finally {
    await collector.stop();
  }
}

/** What a server of Node answers that keeps nothing: how much of the way is HTTP, on this machine. */
async function requests(seconds) {
  const port = await freePort();
  const server = helper('bare', {port});
  try {
    await server.said();
    const values = Array.from({length: 8}, () => uuid(random));
    const made = {slug: 'bare', round: {id: uuid(random)}, values};
    return await loaded({port, made, seconds, most: MOST.node});
  } finally {
    server.stop();
  }
}

async function loaded(load) {
  const result = await helper('load', {...load, connections: CONNECTIONS}).said();
  if (result.ranOut) throw new Error('The generator of load ran out of ballots.');
  return result;
}

/** Everything in turn, so that a machine that grows slower slows all of them. */
async function throughput(server, folder) {
  const path = findPgbench();
  const statement = {seconds: SECONDS, row: await sample(folder), file: join(folder, 'row.sql')};
  const bare = path && pgbench(path, await server.database('bare'), statement);
  await bare?.prepare();
  const measured = {bare: [], node: [], postgres: [], sqlite: []};
  for (let turn = 0; turn < TURNS; turn++) {
    if (bare) measured.bare.push(bare.run());
    measured.node.push(await requests(SECONDS));
    measured.postgres.push(await ballots(await server.database(`turn${turn}`), SECONDS));
    measured.sqlite.push(await ballots(join(folder, `turn${turn}.sqlite`), SECONDS));
  }
  if (!bare) console.log('No pgbench here (Debian: apt-get install postgresql-contrib): nothing to hold ours against.');
  return [...['postgres', 'sqlite'].flatMap(kind => throughputRows(kind, measured)), nodeRow(measured)];
}

function nodeRow({node}) {
  return {
    what: 'requests a second that Node by itself answers, keeping nothing',
    ours: rounded(median(node.map(({perSecond}) => perSecond))),
  };
}

function throughputRows(kind, {bare, [kind]: ours}) {
  const least = kind === 'postgres' ? 1 : 0.5;
  const perSecond = rounded(median(ours.map(each => each.perSecond)));
  const ratio = bare.length > 0 ? median(ours.map((each, turn) => each.perSecond / bare[turn])) : undefined;
  return [
    {
      what: `ballots a second, ${kind}, ${CONNECTIONS} connections; beside: pgbench`,
      ours: perSecond,
      ...(ratio !== undefined && {bare: rounded(median(bare)), ratio: rounded(ratio), least}),
    },
    {what: `ms until acknowledged, ${kind}, p99`, ours: rounded(median(ours.map(({p99}) => p99)))},
    {what: `MB of memory after that, ${kind}`, ours: rounded(median(ours.map(({memory}) => memory)))},
  ];
}

/** A row as ours are, for pgbench to write. */
async function sample(folder) {
  const database = await openDatabase(join(folder, 'sample.sqlite'));
  const made = await makeAlliance(database);
  await fill(database, made, 1);
  const [row] = await database.query.selectFrom('voice').selectAll().execute();
  await database.close();
  return {...row, receipt: row.receipt.padEnd(64, '0')};
}

export function bench() {
  return onBoth(throughput);
}
