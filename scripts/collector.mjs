// npm run collector: builds core and the collector, and runs it. What stands behind `--` is a command of the collector.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {run, whenStopped} from './run.mjs';

/** Where `npm run build` puts the script of the widgets. */
const SCRIPT = 'dist/embed';

try {
  run('tsc', ['-b', 'packages/collector']);
  if (!existsSync(SCRIPT)) console.error('Other sites can show its widgets after: npm run build');
  const collector = spawn(process.execPath, ['packages/collector/dist/main.js', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {...(existsSync(SCRIPT) && {SCRIPT}), ...process.env},
  });
  // Ctrl-C reaches both; the collector decides when it is done.
  whenStopped(() => collector.kill());
  collector.on('exit', code => (process.exitCode = code ?? 1));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
