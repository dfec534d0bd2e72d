// Types and modules for npm users, the bundle for pages, the demo. Prints the line to paste.
import {readFileSync, rmSync} from 'node:fs';
import {checkBudget} from './budget.mjs';
import {embedLine} from './embed-line.mjs';
import {run, step} from './run.mjs';

export async function build() {
  await step('types and modules', () => run('tsc', ['-b', 'packages/embed', 'packages/collector', 'demo']));
  await step('bundle', () => {
    rmSync('dist/embed', {recursive: true, force: true});
    run('rollup', ['-c', '--silent']);
  });
  await step('size budget', () => checkBudget());
  await step('demo', async () => {
    const {buildDemo} = await import('../demo/build.mjs');
    await buildDemo({out: 'dist/demo', embedLine: embedLine()});
  });
  const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
  console.log(
    `\nThe line to paste, with version ${version} on your own host:\n\n${embedLine('https://your-host.example/')}\n`,
  );
}

if (process.argv[1]?.endsWith('build.mjs')) await build();
