import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {junitReporter} from '@web/test-runner-junit-reporter';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {fileURLToPath} from 'node:url';
import {firefoxLauncher} from './scripts/firefox.mjs';
import {asModule} from './scripts/umd.mjs';

const {CHROME_PATH, FIREFOX_PATH} = process.env;
const here = path => fileURLToPath(new URL(path, import.meta.url));
const unsandboxed = process.getuid?.() === 0 || !!process.env.CI;

/** Firefox has its window beside this one: a page must have its focus all the same. */
async function createPage({context}) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
  return page;
}

const chromium = chromeLauncher({
  createPage,
  launchOptions: {
    executablePath: CHROME_PATH,
    headless: true,
    args: [...(unsandboxed ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--force-color-profile=srgb'],
  },
});

const umd = {name: 'umd', transform: ({path, body}) => asModule(path, body)};

/** The widgets in real browsers, from their sources: no build first. The same tests in Firefox where there is one. */
export default {
  rootDir: here('.'),
  files: 'packages/{elements,connect}/src/**/*.test.ts',
  nodeResolve: {exportConditions: ['@samenwaarde/source', 'development', 'browser']},
  plugins: [umd, esbuildPlugin({ts: true, target: 'es2022', tsconfig: here('./packages/elements/tsconfig.json')})],
  browsers: [chromium, ...(FIREFOX_PATH ? [firefoxLauncher(FIREFOX_PATH)] : [])],
  // One page at a time in each: the page behind gets one frame a second.
  concurrency: 1,
  concurrentBrowsers: 2,
  testsFinishTimeout: 240_000,
  browserStartTimeout: 60_000,
  filterBrowserLogs: log => !/Lit is in dev mode/.test(String(log.args[0])),
  testFramework: {config: {timeout: 30_000}},
  reporters: [
    defaultReporter({reportTestResults: true, reportTestProgress: false}),
    junitReporter({outputPath: 'reports/browser.xml'}),
  ],
};
