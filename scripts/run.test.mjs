import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {test} from 'node:test';

/** Says that it runs, and that it was stopped; ends without a word when nobody stops it. */
const PROGRAM = `
import {whenStopped} from '${new URL('run.mjs', import.meta.url).href}';
whenStopped(() => console.log('stopped') ?? process.exit());
console.log('running');
setTimeout(() => process.exit(), 20_000);`;

/** The program as npm starts it: in a shell that waits for it. */
function started() {
  const env = {...process.env, npm_lifecycle_event: 'start', NODE: process.execPath, PROGRAM};
  const shell = spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$PROGRAM"; exit'], {env});
  let said = '';
  shell.stdout.on('data', part => (said += part));
  return {shell, ended: once(shell.stdout, 'end').then(() => said)};
}

for (const signal of ['SIGTERM', 'SIGKILL'])
  test(`what npm runs stops when npm is stopped with ${signal}`, async () => {
    const {shell, ended} = started();
    await once(shell.stdout, 'data');
    shell.kill(signal);
    assert.equal(await ended, 'running\nstopped\n');
  });

test('a run that failed says so when it ends, also when it had a PostgreSQL', async () => {
  const postgres = new URL('../packages/collector/testing/postgres.mjs', import.meta.url).href;
  const program = `import '${postgres}'; process.exitCode = 3;`;
  const [code] = await once(spawn(process.execPath, ['--input-type=module', '--eval', program]), 'exit');
  assert.equal(code, 3);
});
