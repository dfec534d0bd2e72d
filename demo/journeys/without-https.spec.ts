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
