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
  tested(folders.flatMap(testsIn), ['--conditions=@samenwaarde/source', '--import', 'tsx'], {report, extra});
}

/** The same of a package with many: compiled first, because to read the sources takes most of them longer than to run. */
export function compiledUnit(folder, report, extra = {}) {
  run('tsc', ['-b', `${folder}/tsconfig.tests.json`]);
  const compiled = testsIn(`${folder}/src`).map(file =>
    file.replace(`${folder}/src/`, `${folder}/dist/`).replace(/\.ts$/, '.js'),
  );
  tested(compiled, [], {report, extra});
}

function testsIn(folder) {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter(file => /\.test\.(ts|mjs)$/.test(file) && !file.includes('/.cache/'));
}

function tested(files, loading, {report, extra}) {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=reports/${report}.xml`,
  ];
  const limits = [`--test-concurrency=${AT_ONCE}`, `--test-timeout=${PATIENCE}`];
  run(process.execPath, [...loading, '--test', ...limits, ...reporters, ...files], extra);
}
