// The reading of a scorecard of a thousand and of a million ballots from a collector, over HTTP.
import {join} from 'node:path';
import {openDatabase} from '../../packages/collector/dist/database/open.js';
import {closeSubject} from '../../packages/collector/dist/voices/close.js';
import {fill, makeAlliance, random} from './collector/alliance.mjs';
import {connection} from './collector/connection.mjs';
import {collectorOn, onBoth, rounded} from './collector/process.mjs';
import {median} from './interleave.mjs';

const FEW = 1_000;
const MANY = 1_000_000;
const READS = 400;

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

export function bench() {
  return onBoth(async (server, folder) => [
    await reading('postgres', await server.database('reading')),
    await reading('sqlite', join(folder, 'reading.sqlite')),
  ]);
}
