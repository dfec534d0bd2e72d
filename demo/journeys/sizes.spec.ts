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

const total = (sizes: Map<string, number>): number => [...sizes.values()].reduce((sum, size) => sum + size, 0);

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
    expect([...sizes.keys()].filter(file => /radar|files|csv|scribe|import/.test(file))).toEqual([]);
    expect(total(sizes)).toBeLessThanOrEqual(BUDGET[name].most + BUDGET['the autoloader'].most);
  });
}

test('a scorecard fetches the radar apart, and only when it is drawn', async ({page, site}) => {
  const wide = await fetched(page, async () => {
    await page.goto(`${site}/widgets/samen-scorecard.html?example=insufficient`);
    await page.locator('samen-scorecard canvas').first().waitFor();
  });
  const radar = [...wide].filter(([file]) => file.includes('radar-chart'));
  expect(radar).toHaveLength(1);
  const narrow = await fetched(page, async () => {
    await page.setViewportSize({width: 320, height: 800});
    await page.goto(`${site}/widgets/samen-scorecard.html?example=insufficient&width=320`);
    await page.locator('samen-scorecard').first().getByRole('table').first().waitFor();
  });
  expect([...narrow.keys()].filter(file => file.includes('radar-chart'))).toEqual([]);
  expect(total(narrow)).toBeLessThanOrEqual(
    BUDGET['scorecard with Lit, before the radar'].most + BUDGET['the autoloader'].most,
  );
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
  expect(files.filter(file => /files-|content-|radar/.test(file))).toEqual([]);
});
