// npm run bench: ours beside the bare thing, interleaved in one run; prints ratios. npm run bench -- tally: one of them.
import {run, step} from './run.mjs';

const BENCHES = ['tally', 'ballot', 'radar', 'collector', 'collector-reading', 'collector-live'];

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !BENCHES.includes(name));
if (unknown.length > 0) throw new Error(`No bench ${unknown.join(', ')}; there are ${BENCHES.join(', ')}.`);

await step('modules', () => run('tsc', ['-b', 'packages/embed', 'packages/collector']));
let broken = 0;
for (const name of asked.length > 0 ? asked : BENCHES) {
  const {bench} = await import(`./bench/${name}.mjs`);
  const rows = await bench();
  console.log(`\n${name}`);
  console.table(rows);
  broken += rows.filter(({ratio, most = Infinity, least = 0}) => ratio > most || ratio < least).length;
}
if (broken > 0) console.error(`${broken} of the ratios is not what we promise.`);
process.exitCode = broken > 0 ? 1 : 0;
