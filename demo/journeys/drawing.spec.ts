import {expect, test} from './site.js';

// Only the bundle can go wrong here: minified, a shape that is not closed holds the next one, which is then not drawn.
test('the signs, bars and key of a scorecard are drawn whole', async ({page, site}) => {
  await page.goto(`${site}/ververij/plannen.html`);
  const improved = page.locator('samen-scorecard').nth(1);
  await improved.locator('.key').waitFor();
  for (const whole of ['.sign.pass .cut', '.sign.divided .full'])
    await expect(improved.locator(whole).first(), whole).toBeVisible();
  await expect(improved.locator(':is(line, path, circle, rect) > *')).toHaveCount(0);
});
