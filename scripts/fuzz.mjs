// node scripts/fuzz.mjs [requests] [seed]: strange requests to a collector, made of the document of its own API.
import {randomInt} from 'node:crypto';
import {run} from './run.mjs';

const [requests = '20000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
try {
  run(
    process.execPath,
    ['--conditions=@samenwaarde/source', '--import', 'tsx', '--test', 'packages/collector/src/fuzz.test.ts'],
    {FUZZ_REQUESTS: requests, FUZZ_SEED: seed},
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
