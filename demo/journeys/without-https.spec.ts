import {enter, letIn} from './facilitator.js';
import {giveMarks, leaveQuote, openBallot, openQuestion, resultOfTheSquare, reveal} from './people.js';
import {expect, test} from './site.js';

test('the whole works on an http address that is not localhost', async ({page, site}) => {
  const there = `http://elzendrecht.test:${new URL(site).port}`;
  const question = await openQuestion(page, there);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await leaveQuote(question, 'Een boom om onder te zitten');
  const code = await question.locator('code').first().innerText();
  await question.getByRole('button', {name: 'Klaar, volgende persoon'}).click();
  await question.getByText('Ik heb een bewijs').click();
  await question.getByRole('textbox', {name: 'De code op uw bewijs'}).fill(code);
  await question.getByRole('button', {name: 'Antwoord opzoeken'}).click();
  await expect(question.locator('blockquote').getByText('Een boom om onder te zitten')).toBeVisible();
  await giveMarks(await openBallot(page, there), {Gastvrij: 8, Eerlijk: 7});
  await reveal(page);
  await expect(resultOfTheSquare(page).getByText('Cijfers van 22 mensen')).toBeVisible();
});

test('a collector takes part in it too; its pages for facilitators say why they do not', async ({
  page,
  browser,
  site,
  demo,
  watched,
}) => {
  test.setTimeout(90_000);
  // A refused form is an error in the console of the browser.
  watched.forgiveErrors();
  const there = `http://elzendrecht.test:${new URL(site).port}`;
  const facilitator = await enter(browser, demo);
  await letIn(facilitator, there);
  await facilitator.context().close();
  await expect(async () => {
    await page.goto(`${there}/samen.html`);
    await page.locator('samen-quote-capture').getByRole('textbox', {name: 'Uw antwoord'}).waitFor({timeout: 4_000});
  }).toPass({timeout: 20_000});
  expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
  const quote = page.locator('samen-quote-capture');
  await quote.getByRole('textbox', {name: 'Uw antwoord'}).fill('Vanaf een laptop in de zaal.');
  await quote.getByRole('button', {name: 'Versturen', exact: true}).click();
  await expect(quote).toContainText('Verstuurd', {timeout: 20_000});

  await page.goto(`${there}/beheer`);
  await page.getByLabel('Uw naam').fill(demo.name);
  await page.getByLabel('Wachtzin').fill(demo.passphrase);
  await page.getByRole('button', {name: 'Inloggen'}).click();
  await expect(page.getByRole('alert')).toContainText('met https of op localhost');
});
