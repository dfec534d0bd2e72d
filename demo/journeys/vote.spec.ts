import {expect, test} from './site.js';

test('a vote on rubrics is kept, can be changed, and is blind', async ({page, site}) => {
  await page.goto(`${site}/ververij/kernwaarden.html`);
  const widget = page.locator('samen-rubric-vote');
  const fits = widget.getByRole('radio', {name: 'Klopt', exact: true});
  await expect(fits).toHaveCount(5);
  await expect(widget.getByRole('radio', {checked: true})).toHaveCount(0);
  await fits.first().check();
  await widget.getByRole('button', {name: 'Bewaren', exact: true}).click();
  await expect(widget.getByRole('heading', {name: 'Dank u wel'})).toBeVisible();
  await page.reload();
  await expect(widget.getByRole('heading', {name: 'Dank u wel'})).toBeVisible();
  await widget
    .getByRole('button', {name: /^Veranderen/})
    .first()
    .click();
  await expect(fits.first()).toBeChecked();
  await expect(widget.getByRole('table')).toHaveCount(0);
});
