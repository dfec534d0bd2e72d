import {readdirSync} from 'node:fs';
import {AxeBuilder} from '@axe-core/playwright';
import {expect, test} from './site.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pages = readdirSync('dist/demo', {recursive: true, encoding: 'utf8'})
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.html'));

for (const path of pages) {
  test(`${path}: nothing for axe to find, and no sideways scrolling at 320 px`, async ({page, site}) => {
    await page.goto(`${site}/${path}`);
    await page.waitForLoadState('networkidle');
    const {violations} = await new AxeBuilder({page}).withTags(TAGS).analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`)).toEqual(
      [],
    );
    await page.setViewportSize({width: 320, height: 900});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

const FAULTS: Readonly<Record<string, (root: ShadowRoot) => void>> = {
  label: root => root.querySelector('label')?.remove(),
  'color-contrast': root => root.querySelector<HTMLElement>('button')?.style.setProperty('color', '#888', 'important'),
  'aria-valid-attr-value': root => root.querySelector('input, textarea')?.setAttribute('aria-invalid', 'perhaps'),
};

for (const [rule, fault] of Object.entries(FAULTS)) {
  test(`axe finds a fault that was put in: ${rule}`, async ({page, site}) => {
    await page.goto(site);
    await page.locator('samen-quote-capture').getByRole('textbox').first().waitFor();
    await page.evaluate(`(${String(fault)})(document.querySelector('samen-quote-capture').shadowRoot)`);
    const {violations} = await new AxeBuilder({page}).withTags(TAGS).analyze();
    expect(violations.map(({id}) => id)).toContain(rule);
  });
}
