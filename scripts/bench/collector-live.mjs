// Five hundred who follow along at a collector while ballots arrive.
import {join} from 'node:path';
import {openDatabase} from '../../packages/collector/dist/database/open.js';
import {makeAlliance} from './collector/alliance.mjs';
import {collectorOn, helper, onBoth, rounded} from './collector/process.mjs';
import {median} from './interleave.mjs';

const LISTENERS = 500;
const ARRIVING = 60;
const FOLLOWED = 30;

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

export function bench() {
  return onBoth(async (server, folder) => [
    ...(await following('postgres', await server.database('following'))),
    ...(await following('sqlite', join(folder, 'following.sqlite'))),
  ]);
}
