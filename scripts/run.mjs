import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Who started this process: the shell of `npm run`, or somebody's own. */
const parent = process.ppid;
/** Milliseconds between two looks whether the `npm` that started this process is still there. */
const LOOK_AGAIN = 500;

/** Runs a command of the project's own packages and lets it print; throws when it fails. */
export function run(command, args, extra = {}) {
  const {status, error} = spawnSync(command, args, around(extra));
  if (error) throw error;
  ended(status, command, args);
}

/** The same, beside what is done meanwhile. */
export async function runBeside(command, args, extra = {}) {
  const [status] = await once(spawn(command, args, around(extra)), 'exit');
  ended(status, command, args);
}

function around(extra) {
  const path = `node_modules/.bin:${process.env.PATH ?? ''}`;
  return {stdio: 'inherit', shell: process.platform === 'win32', env: {...process.env, PATH: path, ...extra}};
}

function ended(status, command, args) {
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}`);
}

/** Does one step, says how long it took; an error names the step. */
export async function step(name, act) {
  const start = performance.now();
  try {
    await act();
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, {cause: error});
  }
  console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/**
 * Calls `stop` at Ctrl-C, at SIGTERM, and when the `npm run` that started this process was stopped: npm hands a signal
 * on to its shell, and the shell ends without telling what it runs. `stop` may be called more than once.
 */
export function whenStopped(stop) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop());
  if (process.env.npm_lifecycle_event === undefined) return;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, LOOK_AGAIN);
  look.unref();
}
