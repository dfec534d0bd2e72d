import type {Page} from '@playwright/test';
import {enter} from './facilitator.js';
import {expect, test} from './site.js';

/** As long as the name of a plan may be. */
const NAME =
  'Het Verfplein en de straten eromheen, met een speelplek, een wc, schaduw en een weg voor wie slecht loopt.'.padEnd(
    120,
    ' en meer',
  );

/** Opens a round with code cards, and goes to where they are made. */
async function openRound(facilitator: Page): Promise<void> {
  await facilitator.getByRole('link', {name: 'Plannen en rondes'}).click();
  await facilitator.getByLabel('Naam van het plan').fill(NAME);
  await facilitator.getByLabel('Het plan in gewone woorden').fill('Een plein.');
  await facilitator.getByRole('button', {name: 'Plan toevoegen'}).click();
  const plan = facilitator.locator('section').filter({hasText: NAME});
  await plan.getByText('Nieuwe ronde').click();
  await plan.getByLabel('Wie kan meedoen?').selectOption('code-cards');
  await plan.getByRole('button', {name: 'Ronde openen'}).click();
  await plan.getByRole('link', {name: 'Codekaarten maken'}).click();
}

/** Sheets of A4 that a page takes. */
async function sheetsOf(page: Page): Promise<number> {
  const file = await page.pdf({preferCSSPageSize: true});
  return file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

test('24 code cards are printed on one A4, and no card is cut over two', async ({browser, demo}) => {
  const page = await enter(browser, demo);
  await openRound(page);
  const maker = page.url();
  for (const [count, sheets] of [
    [25, 2],
    [24, 1],
  ] as const) {
    await page.goto(maker);
    await page.getByLabel('Hoeveel kaarten?').fill(String(count));
    await page.getByRole('button', {name: 'Kaarten maken'}).click();
    await expect(page.getByRole('listitem')).toHaveCount(count);
    expect(await sheetsOf(page), `${count} cards`).toBe(sheets);
  }
  // Of such high cards two rows fit on a sheet, and most of a third: were cards cut, three sheets would do for eight.
  await page.getByRole('listitem').evaluateAll(all => all.forEach(card => (card.style.height = '100mm')));
  expect(await sheetsOf(page)).toBe(4);
  await page.context().close();
});
