import type {Page} from '@playwright/test';
import {expectFitForAll} from './axe.js';
import {enter} from './facilitator.js';
import {expect, test} from './site.js';

const HOME = 'beheer/alliances/ververij';

test('the pages for facilitators, as links lead to them: nothing for axe to find, no sideways scrolling at 320 px', async ({
  browser,
  demo,
}) => {
  test.setTimeout(120_000);
  const page = await enter(browser, demo);
  const seen = new Set<string>();
  for (const todo = ['beheer', 'beheer/start', 'beheer/invitation', HOME]; todo.length > 0;) {
    const path = todo.pop() ?? HOME;
    seen.add(path);
    await test.step(path, async () => {
      await page.setViewportSize({width: 1280, height: 900});
      await page.goto(demo.url + path);
      // What is folded away counts too.
      await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
      await expectFitForAll(page);
    });
    todo.push(...(await roomsOn(page, demo.url)).filter(room => !seen.has(room) && !todo.includes(room)));
  }
  expect(seen).toContain(`${HOME}/audit`);
  await page.context().close();
});

/** The pages about the alliance that this one leads to; not its files, which are no pages. */
async function roomsOn(page: Page, url: string): Promise<string[]> {
  const links = await page.getByRole('link').evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href));
  const rooms = links
    .map(link => (link.split(/[?#]/)[0] ?? '').slice(url.length))
    .filter(path => path.startsWith(HOME));
  return [...new Set(rooms)].filter(path => !/(backup|publication)$/.test(path));
}

test('a form that is filled in wrong: read first what is wrong, and from there to the field', async ({
  browser,
  demo,
}) => {
  const page = await enter(browser, demo);
  await page.goto(`${demo.url}${HOME}/settings/origins`);
  const field = page.getByLabel('Websites die deze alliantie mogen tonen');
  await field.fill('www.ververij.nl');
  await page.getByRole('button', {name: 'Opslaan'}).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expectFitForAll(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('www.ververij.nl');
  await expect(field).toHaveAccessibleDescription(/Dit is niet het adres van een website/);
  await page.context().close();
});

test('the door and the forms without a script: the same', async ({page, demo, site}) => {
  for (const path of ['beheer', 'v1/alliances/ververij/form']) {
    await page.setViewportSize({width: 1280, height: 900});
    await page.goto(demo.url + path);
    await expectFitForAll(page);
  }
  const forms = await page.getByRole('listitem').getByRole('link').all();
  const addresses = await Promise.all(forms.map(form => form.getAttribute('href')));
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses) {
    await page.setViewportSize({width: 1280, height: 900});
    await page.goto(`${site}/v1/alliances/ververij/${String(address)}`);
    await expectFitForAll(page);
    // Text of twice the size: nothing may stick out of what holds it, which the page itself need not show.
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(320 - 2 * 16);
  }
});

test('a facilitator goes through the pages by keyboard alone', async ({browser, demo}) => {
  const page = await enter(browser, demo);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', {name: 'Naar de inhoud'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.goto(`${demo.url}${HOME}/questions`);
  const field = page.getByLabel('Vraag', {exact: true}).last();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await field.evaluate(element => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Wat mag hier nooit weg?');
  for (let presses = 0; presses < 8; presses += 1) {
    if (await page.getByRole('button', {name: 'Vraag openen'}).evaluate(button => button === document.activeElement))
      break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('De vraag is open.');
  await expect(page.getByRole('heading', {name: 'Wat mag hier nooit weg?'})).toBeVisible();
  await page.context().close();
});

test('a highlight that was a mistake, by keyboard alone: taken away, made again, and what was done is in sight', async ({
  browser,
  demo,
}) => {
  const page = await enter(browser, demo);
  await page.goto(`${demo.url}${HOME}/quotes`);
  const quote = page.locator('section').first();
  const [word = ''] = (await quote.locator('blockquote').innerText()).split(/\s/);
  await quote.locator('summary', {hasText: 'Aanstrepen'}).press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(word);
  await page.keyboard.press('Tab');
  await page.keyboard.type('per ongeluk');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`“${word}”: per ongeluk`)).toBeVisible();
  await quote.getByText('Veranderen of weghalen').press('Enter');
  const mark = quote.getByRole('group', {name: word, exact: true});
  await mark.getByRole('button', {name: 'Streep weghalen'}).press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^De streep is weg\./);
  await expect(page.getByRole('status')).toBeInViewport();
  await expectFitForAll(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', {name: 'Toch weer aanstrepen'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('De woorden zijn aangestreept.');
  await expect(page.locator('section:focus').getByText(`“${word}”: per ongeluk`)).toBeVisible();
  await page.context().close();
});

test('a widget in a frame of the collector answers', async ({page, demo}) => {
  await page.goto(`${demo.url}v1/alliances/ververij/embed/quote-capture`);
  const widget = page.locator('samen-quote-capture');
  await widget.getByRole('textbox', {name: 'Uw antwoord'}).fill('Vanuit een venster.');
  await widget.getByRole('button', {name: 'Versturen', exact: true}).click();
  await expect(widget).toContainText('Verstuurd');
});
