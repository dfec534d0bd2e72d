// npm run collector: builds core and the collector, and runs it. What stands behind `--` is a command of the collector.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {run} from './run.mjs';

/** Where `npm run build` puts the script of the widgets. */
const SCRIPT = 'dist/embed';

try {
  run('tsc', ['-b', 'packages/collector']);
  const collector = spawn(process.execPath, ['packages/collector/dist/main.js', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {...(existsSync(SCRIPT) && {SCRIPT}), ...process.env},
  });
  // Ctrl-C reaches both; the collector decides when it is done.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => collector.kill(signal));
  collector.on('exit', code => (process.exitCode = code ?? 1));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
