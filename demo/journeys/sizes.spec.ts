import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import type {Page} from '@playwright/test';
import {BUDGET} from '../../scripts/budget.mjs';
import {expect, test} from './site.js';

/** Every file of ours that a page fetches while `act` runs, with its size by gzip. */
async function fetched(page: Page, act: () => Promise<unknown>): Promise<Map<string, number>> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', response => {
    const [, file] = /\/embed\/[^/]+\/(.*)$/.exec(response.url()) ?? [];
    if (file && response.ok())
      sizes.set(
        file,
        response.body().then(body => gzipSync(body, {level: 9}).length),
      );
  });
  await act();
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('response');
  return new Map(
    await Promise.all([...sizes].map(async ([file, size]): Promise<[string, number]> => [file, await size])),
  );
}

type Manifest = Readonly<Record<string, {readonly imports: readonly string[]}>>;
const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8')) as Manifest;

/** What a page with this tag fetches before the widget shows itself: the autoloader, and the tag's file with its imports. */
function firstView(tag: string): Set<string> {
  const start = Object.keys(manifest).find(path => path.startsWith(`chunks/${tag}-`)) ?? '';
  const files = new Set(['samenwaarde.js']);
  const add = (path: string): void => {
    files.add(path);
    manifest[path]?.imports.filter(deeper => !files.has(deeper)).forEach(add);
  };
  add(start);
  return files;
}

const total = (sizes: Map<string, number>): number => [...sizes.values()].reduce((sum, size) => sum + size, 0);
const within = (sizes: Map<string, number>, files: Set<string>): Map<string, number> =>
  new Map([...sizes].filter(([file]) => files.has(file)));

/** Most bytes of a page with one widget, with all that follows the first view by itself. */
const ALTOGETHER = 31 * 1_024;

const WIDGETS = [
  ['samen-quote-capture', 'quote capture with Lit', 'asking'],
  ['samen-rubric-vote', 'rubric vote with Lit', 'coreValues'],
  ['samen-plan-ballot', 'plan ballot with Lit', 'marking'],
] as const;

for (const [tag, name, example] of WIDGETS) {
  test(`a page with ${tag} fetches no more than we promise`, async ({page, site}) => {
    const sizes = await fetched(page, async () => {
      await page.goto(`${site}/widgets/${tag}.html?example=${example}`);
      await page.locator(tag).first().getByRole('heading').first().waitFor();
    });
    expect([...sizes.keys()].filter(file => /radar|zod|csv|scribe|import/.test(file))).toEqual([]);
    const first = within(sizes, firstView(tag));
    expect([...first.keys()].sort()).toEqual([...firstView(tag)].sort());
    expect(total(first)).toBeLessThanOrEqual(BUDGET[name].most + BUDGET['the autoloader'].most);
    expect(total(sizes)).toBeLessThanOrEqual(ALTOGETHER);
  });
}

test('a scorecard fetches the radar apart, and only when it is drawn', async ({page, site}) => {
  const tag = 'samen-scorecard';
  const wide = await fetched(page, async () => {
    await page.goto(`${site}/widgets/${tag}.html?example=insufficient`);
    await page.locator(`${tag} canvas`).first().waitFor();
  });
  expect([...wide].filter(([file]) => file.includes('radar-chart'))).toHaveLength(1);
  const narrow = await fetched(page, async () => {
    await page.setViewportSize({width: 320, height: 800});
    await page.goto(`${site}/widgets/${tag}.html?example=insufficient&width=320`);
    await page.locator(tag).first().getByRole('table').first().waitFor();
  });
  expect([...narrow.keys()].filter(file => file.includes('radar-chart'))).toEqual([]);
  expect(total(within(narrow, firstView(tag)))).toBeLessThanOrEqual(
    BUDGET['scorecard with Lit, before the radar'].most + BUDGET['the autoloader'].most,
  );
  expect(total(narrow)).toBeLessThanOrEqual(ALTOGETHER);
});

test('an alliance that comes later, without content, fetches no zod', async ({page, site}) => {
  await page.goto(`${site}/demo.html`);
  const sizes = await fetched(page, async () => {
    await page.evaluate(() => {
      const alliance = document.createElement('samen-alliance');
      alliance.setAttribute('name', 'later');
      alliance.append(document.createElement('samen-quote-capture'));
      document.querySelector('main')?.append(alliance);
    });
    await page.getByText('Er is nog geen vraag. Kijk later nog eens.').waitFor();
  });
  const files = [...sizes.keys()];
  expect(files.some(file => file.startsWith('chunks/samen-alliance-'))).toBe(true);
  expect(files.filter(file => /zod-|content-|radar/.test(file))).toEqual([]);
});
