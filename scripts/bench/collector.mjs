// The collector as a process of its own, over HTTP: ballots a second beside what pgbench commits on the same
// PostgreSQL, the reading of a scorecard of a thousand and of a million ballots, and five hundred who follow along.
import {execFileSync, fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {openDatabase} from '../../packages/collector/dist/database/open.js';
import {closeSubject} from '../../packages/collector/dist/voices/close.js';
import {fill, makeAlliance, random} from './collector/alliance.mjs';
import {connection} from './collector/connection.mjs';
import {findPgbench, freePort, pgbench, postgres} from './collector/postgres.mjs';
import {median} from './interleave.mjs';

const CONNECTIONS = 64;
const SECONDS = 8;
/** Times that each is measured, in turn. */
const TURNS = 3;
/** More ballots than the collector can take in that time. */
const MOST = 120_000;
const FEW = 1_000;
const MANY = 1_000_000;
const READS = 400;
const LISTENERS = 500;
const ARRIVING = 60;
const FOLLOWED = 30;

const rounded = number => Number(number.toPrecision(3));

/** A process that runs one of the files beside this one, and its messages. */
function helper(name, about) {
  const child = fork(fileURLToPath(new URL(`collector/${name}.mjs`, import.meta.url)), [JSON.stringify(about)]);
  const said = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended without a word`))),
    ]);
    return message;
  };
  return {said};
}

/** A collector on this database, started as its keeper would. */
async function collectorOn(address) {
  const port = await freePort();
  const database = address.startsWith('postgres') ? {DATABASE_URL: address} : {DATA: address};
  const unlimited = {CONTRIBUTIONS_PER_MINUTE: '9999999', STREAMS_PER_ADDRESS: '9999999'};
  const environment = {...process.env, ...database, PORT: String(port), ...unlimited};
  const child = spawn(process.execPath, ['packages/collector/dist/main.js'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  await new Promise((resolve, reject) => {
    child.stderr.on('data', text => {
      said += text;
      if (said.includes('listens on')) resolve();
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return {
    port,
    /** Memory in use, in MB. */
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], {encoding: 'utf8'})) / 1_024,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Ballots in a second on this database: each acknowledged once it is on the disk. */
async function ballots(address, seconds) {
  const database = await openDatabase(address);
  const made = await makeAlliance(database);
  await database.close();
  const collector = await collectorOn(address);
  try {
    const {port} = collector;
    const load = helper('load', {port, made, connections: CONNECTIONS, seconds, most: MOST});
    const result = await load.said();
    if (result.ranOut) throw new Error('The generator of load ran out of ballots.');
    return {...result, memory: collector.memory()};
  } finally {
    await collector.stop();
  }
}

/** Everything in turn, so that a machine that grows slower slows all of them. */
async function throughput(server, folder) {
  const path = findPgbench();
  const statement = {seconds: SECONDS, row: await sample(folder), file: join(folder, 'row.sql')};
  const bare = path && pgbench(path, await server.database('bare'), statement);
  await bare?.prepare();
  const measured = {bare: [], postgres: [], sqlite: []};
  for (let turn = 0; turn < TURNS; turn++) {
    if (bare) measured.bare.push(bare.run());
    measured.postgres.push(await ballots(await server.database(`turn${turn}`), SECONDS));
    measured.sqlite.push(await ballots(join(folder, `turn${turn}.sqlite`), SECONDS));
  }
  if (!bare) console.log('No pgbench here (Debian: apt-get install postgresql-contrib): nothing to hold ours against.');
  return ['postgres', 'sqlite'].flatMap(kind => throughputRows(kind, measured));
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

/** A scorecard of few ballots and one of many, read in turn. */
async function reading(kind, address) {
  const database = await openDatabase(address);
  const closed = [];
  for (const count of [FEW, MANY]) {
    const made = await makeAlliance(database);
    await fill(database, made, count);
    const card = {...made.round, counter: 2, status: 'closed'};
    await closeSubject({database, random, clock: Date.now}, {alliance: made.alliance, card});
    closed.push({made, times: []});
  }
  await database.close();
  const collector = await collectorOn(address);
  const {ask, close} = await connection(collector.port);
  for (let read = -20; read < READS; read++)
    for (const {made, times} of read % 2 ? closed : [...closed].reverse()) {
      const start = performance.now();
      const status = await ask(
        `GET /v1/alliances/${made.slug}/rounds/${made.round.id}/result HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
      );
      if (status !== 200) throw new Error(`A scorecard was answered with ${status}.`);
      if (read >= 0) times.push(performance.now() - start);
    }
  close();
  await collector.stop();
  const [few, many] = closed.map(({times}) => median(times));
  const what = `ms to read a scorecard of a million ballots, ${kind}; beside: of a thousand`;
  return {what, ours: rounded(many), bare: rounded(few), ratio: rounded(many / few), most: 1.2};
}

/** Those who follow along while ballots arrive: how long until all see one, and whether memory grows. */
async function following(kind, address) {
  const database = await openDatabase(address);
  const made = await makeAlliance(database);
  await database.close();
  const collector = await collectorOn(address);
  try {
    const about = {port: collector.port, made, listeners: LISTENERS, perSecond: ARRIVING, seconds: FOLLOWED};
    const {said} = helper('listen', about);
    await said();
    const memory = [];
    const watch = setInterval(() => memory.push(collector.memory()), 1_000);
    const {p99, gap} = await said();
    clearInterval(watch);
    if (gap > ARRIVING) throw new Error('The generator of load could not keep up.');
    const part = Math.floor(memory.length / 3);
    const [middle, last] = [memory.slice(part, 2 * part), memory.slice(2 * part)].map(median);
    return [
      {
        what: `ms until ${LISTENERS} listeners see a ballot, ${ARRIVING} a second, ${kind}, p99; at most`,
        ours: rounded(p99),
        bare: 250,
        ratio: rounded(p99 / 250),
        most: 1,
      },
      {
        what: `MB of memory at the end of that, ${kind}; beside: half-way`,
        ours: rounded(last),
        bare: rounded(middle),
        ratio: rounded(last / middle),
        most: 1.1,
      },
    ];
  } finally {
    await collector.stop();
  }
}

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-collector-'));
  const server = await postgres();
  try {
    return [
      ...(await throughput(server, folder)),
      await reading('postgres', await server.database('reading')),
      await reading('sqlite', join(folder, 'reading.sqlite')),
      ...(await following('postgres', await server.database('following'))),
      ...(await following('sqlite', join(folder, 'following.sqlite'))),
    ];
  } finally {
    await server.stop();
    await rm(folder, {recursive: true, force: true});
  }
}
