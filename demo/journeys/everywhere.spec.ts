import {readdirSync} from 'node:fs';
import {expectFitForAll, violations} from './axe.js';
import {expect, test} from './site.js';

const pages = readdirSync('dist/demo', {recursive: true, encoding: 'utf8'})
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.html'));

for (const path of pages) {
  test(`${path}: nothing for axe to find, and no sideways scrolling at 320 px`, async ({page, site}) => {
    await page.goto(`${site}/${path}`);
    // A live stream never ends: that page is ready when it shows what there is to fill in.
    if (path === 'samen.html') await page.getByRole('group', {name: 'Gastvrij'}).first().waitFor();
    else await page.waitForLoadState('networkidle');
    await expectFitForAll(page);
  });
}

test('what people said keeps clear of both edges of a narrow window', async ({page, site}) => {
  await page.setViewportSize({width: 320, height: 800});
  await page.goto(`${site}/ververij/gezegd.html`);
  const margin = (await page.getByRole('heading', {level: 1}).boundingBox())?.x ?? 0;
  expect(margin).toBeGreaterThan(8);
  const {x = 0, width = 320} = (await page.getByRole('blockquote').first().boundingBox()) ?? {};
  expect([x, 320 - x - width]).toEqual([margin, margin]);
});

/** The words in these elements that are broken over two lines. */
function brokenWords(elements: Element[]): string[] {
  return elements.flatMap(element => {
    const broken: string[] = [];
    for (const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT); texts.nextNode();)
      for (const {0: word, index} of (texts.currentNode.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({top}) => top)).size > 1) broken.push(word);
      }
    return broken;
  });
}

test('text of twice the size in a narrow window: no heading of a widget breaks inside a word', async ({page, site}) => {
  await page.setViewportSize({width: 320, height: 800});
  for (const [path, widget] of [
    ['index', 'quote-capture'],
    ['ververij/kernwaarden', 'rubric-vote'],
    ['ververij/plannen', 'scorecard'],
  ]) {
    await page.goto(`${site}/${path}.html`);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const headings = page.locator(`samen-${widget}`).locator('h2, h3, h4, h5, h6, [part="sentence"]');
    await headings.first().waitFor();
    expect(await headings.evaluateAll(brokenWords), path).toEqual([]);
  }
});

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
    expect((await violations(page)).map(found => found.rule)).toContain(rule);
  });
}
