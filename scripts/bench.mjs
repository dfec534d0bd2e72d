// npm run bench: ours beside the bare thing, interleaved in one run; prints ratios. npm run bench -- tally: one of them.
import {run, step} from './run.mjs';

const BENCHES = ['tally', 'ballot', 'radar'];

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !BENCHES.includes(name));
if (unknown.length > 0) throw new Error(`No bench ${unknown.join(', ')}; there are ${BENCHES.join(', ')}.`);

await step('modules', () => run('tsc', ['-b', 'packages/embed']));
let over = 0;
for (const name of asked.length > 0 ? asked : BENCHES) {
  const {bench} = await import(`./bench/${name}.mjs`);
  const rows = await bench();
  console.log(`\n${name}`);
  console.table(rows);
  over += rows.filter(({ratio, most}) => most !== undefined && ratio > most).length;
}
if (over > 0) console.error(`${over} of the ratios is above what we promise.`);
process.exitCode = over > 0 ? 1 : 0;
