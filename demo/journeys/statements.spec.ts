import {stored} from './people.js';
import {expect, test} from './site.js';

test('what residents of Bowling Green said comes in through the widget, and can be taken back', async ({
  page,
  site,
}) => {
  await page.goto(`${site}/bowling-green/`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: /Save the file/}).click(),
  ]);
  const widget = page.locator('samen-quote-capture');
  await widget.getByLabel('CSV file').setInputFiles(await file.path());
  await widget.getByRole('button', {name: /^Import/}).click();
  await expect(widget.getByText(/^316 quotes added/)).toBeVisible();
  await page.getByRole('button', {name: 'Show what was imported'}).click();
  await expect(page.getByText('316').first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', {name: 'Show what was imported'}).click();
  await expect(page.locator('[data-list] li')).toHaveCount(25);
  await widget.getByRole('button', {name: 'Undo adding'}).click();
  await expect(widget.getByText('The quotes of this file are gone again.')).toBeVisible();
  await expect.poll(() => stored(page, 'records')).toBe(0);
  await page.reload();
  await page.getByRole('button', {name: 'Show what was imported'}).click();
  await expect(page.locator('[data-list] li')).toHaveCount(0);
});
