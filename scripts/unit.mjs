// node:test over everything that has no page. Node 20 takes no globs: the files are listed here.
import {readdirSync} from 'node:fs';
import {run} from './run.mjs';

/** `only`: parts of file names to run, all when empty. */
export function unit(only = []) {
  const files = ['packages/core/src', 'demo', 'scripts']
    .flatMap(folder =>
      readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(file => `${folder}/${file.replaceAll('\\', '/')}`),
    )
    .filter(file => /\.test\.(ts|mjs)$/.test(file) && !file.includes('/.cache/'))
    .filter(file => only.length === 0 || only.some(part => file.includes(part)));
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    '--test-reporter-destination=reports/unit.xml',
  ];
  run(process.execPath, ['--conditions=@samenwaarde/source', '--import', 'tsx', '--test', ...reporters, ...files]);
}
