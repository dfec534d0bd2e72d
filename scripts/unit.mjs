// node:test over everything that has no page. Node 20 takes no globs: the files are listed here.
import {readdirSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {run} from './run.mjs';

/** Files at once: a file waits for its database and its disk longer than it works. */
const AT_ONCE = Math.max(2, availableParallelism());

/** Milliseconds that a file may take: one that waits for what never comes fails, and the run goes on. */
const PATIENCE = 600_000;

/** The test files in these folders; the report goes to `reports/<report>.xml`. `extra` is added to their environment. */
export function unit(folders, report, extra = {}) {
  const files = folders
    .flatMap(folder =>
      readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(file => `${folder}/${file.replaceAll('\\', '/')}`),
    )
    .filter(file => /\.test\.(ts|mjs)$/.test(file) && !file.includes('/.cache/'));
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=reports/${report}.xml`,
  ];
  const limits = [`--test-concurrency=${AT_ONCE}`, `--test-timeout=${PATIENCE}`];
  const options = ['--conditions=@samenwaarde/source', '--import', 'tsx', '--test', ...limits];
  run(process.execPath, [...options, ...reporters, ...files], extra);
}
