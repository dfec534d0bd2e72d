import type {Page} from '@playwright/test';
import {enter} from './facilitator.js';
import {stored} from './people.js';
import {expect, test} from './site.js';

/** As long as the name of a plan may be. */
const NAME =
  'Het Verfplein en de straten eromheen, met een speelplek, een wc, schaduw en een weg voor wie slecht loopt.'.padEnd(
    120,
    ' en meer',
  );

/** Opens a round with code cards, and goes to where they are made. */
async function openRound(facilitator: Page, name = NAME): Promise<void> {
  await facilitator.getByRole('link', {name: 'Plannen en rondes'}).click();
  await facilitator.getByLabel('Naam van het plan').fill(name);
  await facilitator.getByLabel('Het plan in gewone woorden').fill('Een plein.');
  await facilitator.getByRole('button', {name: 'Plan toevoegen'}).click();
  const plan = facilitator.locator('section').filter({hasText: name});
  await plan.getByText('Nieuwe ronde').click();
  await plan.getByLabel('Wie kan meedoen?').selectOption('code-cards');
  await plan.getByRole('button', {name: 'Ronde openen'}).click();
  await plan.getByRole('link', {name: 'Codekaarten maken'}).click();
}

/** Makes so many cards: the address that they lead to, and their codes. */
async function makeCards(facilitator: Page, count: number): Promise<{address: string; codes: readonly string[]}> {
  const address = await facilitator.getByLabel('Adres van de pagina').inputValue();
  await facilitator.getByLabel('Hoeveel kaarten?').fill(String(count));
  await facilitator.getByRole('button', {name: 'Kaarten maken'}).click();
  return {address, codes: await facilitator.locator('.code').allInnerTexts()};
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
    await makeCards(page, count);
    await expect(page.getByRole('listitem')).toHaveCount(count);
    expect(await sheetsOf(page), `${count} cards`).toBe(sheets);
  }
  // Of such high cards two rows fit on a sheet, and most of a third: were cards cut, three sheets would do for eight.
  await page.getByRole('listitem').evaluateAll(all => all.forEach(card => (card.style.height = '100mm')));
  expect(await sheetsOf(page)).toBe(4);
  await page.context().close();
});

test('a card leads to its own round, outlives a reload, and a refused code is put right at its field', async ({
  page,
  browser,
  demo,
  watched,
}) => {
  watched.forgiveErrors();
  const facilitator = await enter(browser, demo);
  const inside = facilitator.url();
  await openRound(facilitator, 'Bankjes langs het water');
  const {address, codes} = await makeCards(facilitator, 1);
  await facilitator.goto(inside);
  await openRound(facilitator, 'Een brug');
  const other = await makeCards(facilitator, 1);

  const ballot = page.locator('samen-plan-ballot');
  const code = ballot.getByLabel('De code op uw kaart');
  const send = ballot.getByRole('button', {name: 'Versturen', exact: true});
  await page.goto(`${address}#code=${String(codes[0])}`);
  await expect(ballot.getByRole('heading', {name: 'Bankjes langs het water'})).toBeVisible();
  expect(page.url()).toBe(address);
  await ballot.getByRole('group', {name: 'Gastvrij'}).getByRole('radio', {name: /^4, /}).check();
  await expect.poll(() => stored(page, 'drafts')).toBe(1);
  await page.reload();
  await ballot.getByRole('button', {name: 'Kijk uw antwoorden na'}).click();
  await expect(code).toHaveValue(String(codes[0]));

  await code.fill(String(other.codes[0]));
  await send.click();
  await expect(ballot).toContainText('Dit antwoord telt niet mee. De code op de kaart is niet van deze ronde.');
  await ballot.getByRole('button', {name: /^Veranderen/}).click();
  await expect(code).toBeFocused();
  await expect(code).toHaveAccessibleDescription(/^De code op de kaart is niet van deze ronde/);
  await expect(ballot.getByRole('row', {name: /^Gastvrij 4, onvoldoende/})).toBeVisible();
  await code.fill(String(codes[0]).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
  await send.click();
  await expect(ballot).toContainText('Verstuurd. Wij hebben uw antwoord.');
  await facilitator.context().close();
});
