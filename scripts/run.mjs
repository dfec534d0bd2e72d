import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Runs a command of the project's own packages and lets it print; throws when it fails. */
export function run(command, args, extra = {}) {
  const path = `node_modules/.bin:${process.env.PATH ?? ''}`;
  const options = {stdio: 'inherit', shell: process.platform === 'win32', env: {...process.env, PATH: path, ...extra}};
  const {status, error} = spawnSync(command, args, options);
  if (error) throw error;
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
