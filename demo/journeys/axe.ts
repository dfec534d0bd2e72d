import {AxeBuilder} from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {expect} from './site.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page: the rule and where. */
export async function violations(page: Page): Promise<{readonly rule: string; readonly where: string}[]> {
  // Of what passed nothing is asked, and no other page has to put together what several frames found: either takes longer
  // than to look.
  const asked = {runOnly: TAGS, resultTypes: ['violations' as const]};
  const found = await new AxeBuilder({page}).options(asked).setLegacyMode().analyze();
  return found.violations.map(({id, nodes}) => ({
    rule: id,
    where: nodes.map(({target}) => target.join(' ')).join(', '),
  }));
}

/** Nothing for axe to find, and no sideways scrolling at 320 px. */
export async function expectFitForAll(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({width: 320, height: 900});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}
