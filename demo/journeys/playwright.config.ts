import {defineConfig} from '@playwright/test';

/** Journeys over the built demo: several pages, reloads, being offline, files. Each starts with an empty browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../reports/journeys',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: {timeout: 15_000},
  reporter: [['list'], ['junit', {outputFile: '../../reports/journeys.xml'}]],
  use: {
    locale: 'nl-NL',
    viewport: {width: 1280, height: 900},
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env['CHROME_PATH'] ?? '',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--host-resolver-rules=MAP elzendrecht.test 127.0.0.1',
      ],
    },
  },
});
