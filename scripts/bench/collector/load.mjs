// Gives ballots over so many connections, each as soon as the one before is acknowledged. A process of its own.
import {ballotRequest} from './alliance.mjs';
import {connection} from './connection.mjs';

/** Milliseconds before it counts: by then what runs often is compiled. */
const WARM = 10_000;

const {port, made, connections, seconds, most} = JSON.parse(process.argv[2]);
const ready = Array.from({length: most}, () => ballotRequest(made, `127.0.0.1:${port}`));
const open = await Promise.all(Array.from({length: connections}, () => connection(port)));
const times = new Float64Array(most);
let count = 0;
const start = performance.now() + WARM;
const end = start + seconds * 1_000;

async function give({ask, close}) {
  for (let request = ready.pop(); request && performance.now() < end; request = ready.pop()) {
    const sent = performance.now();
    const status = await ask(request);
    if (status !== 201) throw new Error(`A ballot was answered with ${status}.`);
    if (sent >= start) times[count++] = performance.now() - sent;
  }
  close();
}

await Promise.all(open.map(give));
const took = (performance.now() - start) / 1_000;
const sorted = times.subarray(0, count).sort();
process.send({perSecond: count / took, p99: sorted[Math.floor(count * 0.99)], count, ranOut: ready.length === 0});
process.disconnect();
