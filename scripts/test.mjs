// npm test: types, lint, doors, unit tests, the build, browser tests, journeys. One closing line for all of it.
// npm test -- unit: only the runners that are named (checks, unit, collector, build, browser, journeys).
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {build} from './build.mjs';
import {check as safety} from './checks/safety.mjs';
import {ensureBrowser} from './ensure-browser.mjs';
import {findFirefox} from './firefox.mjs';
import {lint} from './lint.mjs';
import {withFreshPostgres} from '../packages/collector/testing/postgres.mjs';
import {run} from './run.mjs';
import {compiledUnit, unit} from './unit.mjs';

const RUNNERS = {
  checks: () => lint(),
  unit: () => reported('reports/unit.xml', () => unit(['packages/core/src', 'demo', 'scripts'], 'unit')),
  collector: () =>
    reported('reports/collector.xml', () =>
      withFreshPostgres(extra => compiledUnit('packages/collector', 'collector', extra)),
    ),
  build: async () => {
    await build();
    const problems = safety();
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return {passed: 1, failed: 0};
  },
  browser: async () => {
    const browsers = {CHROME_PATH: await ensureBrowser(), FIREFOX_PATH: (await findFirefox()) ?? ''};
    return reported('reports/browser.xml', () => run('web-test-runner', [], browsers));
  },
  journeys: async () => {
    const path = {CHROME_PATH: await ensureBrowser()};
    return reported('reports/journeys.xml', () =>
      run('playwright', ['test', '-c', 'demo/journeys/playwright.config.ts'], path),
    );
  },
};

/** Runs a runner and reads its own report; a runner that leaves none counts as one failure. */
async function reported(path, act) {
  rmSync(path, {force: true});
  let fault;
  try {
    await act();
  } catch (error) {
    fault = error;
  }
  if (!existsSync(path)) throw fault ?? new Error(`${path} was not written`);
  const count = counted(readFileSync(path, 'utf8'));
  if (count.passed + count.failed === 0) throw fault ?? new Error(`${path} holds no test`);
  return fault && count.failed === 0 ? {...count, failed: 1} : count;
}

/** Cases in a JUnit report, from the cases themselves: totals in their heads differ per runner. */
function counted(xml) {
  const cases = [...xml.matchAll(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g)].map(([whole]) => whole);
  const skipped = cases.filter(text => /<skipped\b/.test(text)).length;
  const failed = cases.filter(text => /<(failure|error)\b/.test(text)).length;
  return {passed: cases.length - skipped - failed, failed, skipped};
}

/** What a runner counted; one that breaks counts as one failure, and the others still run. */
async function outcome(name) {
  const start = performance.now();
  try {
    return await RUNNERS[name]();
  } catch (error) {
    console.error(`✕ ${name}: ${error.message}`);
    return {passed: 0, failed: 1};
  } finally {
    console.log(`— ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  }
}

const named = process.argv.slice(2);
const unknown = named.filter(name => !RUNNERS[name]);
if (unknown.length > 0)
  throw new Error(`No runner ${unknown.join(', ')}; there are ${Object.keys(RUNNERS).join(', ')}.`);
mkdirSync('reports', {recursive: true});
const total = {passed: 0, failed: 0, skipped: 0};
for (const name of named.length > 0 ? named : Object.keys(RUNNERS)) {
  const count = await outcome(name);
  for (const key of Object.keys(total)) total[key] += count[key] ?? 0;
}
const {passed, failed, skipped} = total;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
