// Everything that reads the sources without running them. Prints one line per check; ends with the number that failed.
import {run, runBeside} from './run.mjs';
import {check as doors} from './checks/doors.mjs';
import {check as docs} from './checks/docs.mjs';
import {check as licences} from './checks/licences.mjs';
import {check as lockFile} from './checks/lock-file.mjs';
import {check as manifest} from './checks/manifest.mjs';
import {check as packages} from './checks/packages.mjs';
import {check as tables} from './checks/tables.mjs';
import {pathToFileURL} from 'node:url';

/** Two rules do not know `nothing`, nor tests that hand over what is wrong on purpose. */
const LEFT_TO_TSC = ['--rules.no-incompatible-type-binding', 'off', '--rules.no-nullable-attribute-binding', 'off'];

/** Begun first: it takes longer than all of the others, which are done one after the other meanwhile. */
const LONGEST = {eslint: () => runBeside('eslint', ['.', '--max-warnings', '0'])};

const CHECKS = {
  types: () => run('tsc', ['-b']),
  'lit-analyzer': () => run('lit-analyzer', ['packages/elements/src', '--strict', '--quiet', ...LEFT_TO_TSC]),
  prettier: () => run('prettier', ['--check', '--log-level', 'warn', '.']),
  doors: () => none(doors()),
  docs: () => none(docs()),
  licences: () => none(licences()),
  'lock file': () => none(lockFile()),
  packages: async () => none(await packages()),
  'elements manifest': () => none(manifest()),
  'tables in docs': () => none(tables()),
};

function none(problems) {
  if (problems.length > 0) throw new Error(`\n  ${problems.join('\n  ')}`);
}

/** Does every check, also after one failed. */
export async function lint() {
  const count = {passed: 0, failed: 0};
  const longest = all(LONGEST, count);
  await all(CHECKS, count);
  await longest;
  return count;
}

async function all(checks, count) {
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      count.passed++;
      console.log(`✓ ${name}`);
    } catch (error) {
      count.failed++;
      console.error(`✕ ${name}: ${error.message}`);
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = (await lint()).failed > 0 ? 1 : 0;
