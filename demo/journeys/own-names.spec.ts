import type {Locator, Page} from '@playwright/test';
import {enter} from './facilitator.js';
import {expect, test} from './site.js';

/** Gives a name of one's own to a core value in the vote. */
async function propose(vote: Locator, value: string, name: string): Promise<void> {
  await vote
    .getByRole('group', {name: new RegExp(`^Welke naam past.*${value}$`)})
    .getByRole('radio', {name: 'Een andere naam'})
    .check();
  await vote.getByRole('textbox', {name: new RegExp(`^Welke naam stelt u voor.*${value}`)}).fill(name);
}

/** What stands under a core value among the own answers. */
function answerOn(vote: Locator, value: string): Locator {
  return vote
    .locator('[part=own] dl > div')
    .filter({has: vote.page().getByRole('term').getByText(value, {exact: true})});
}

function nameToRead(facilitator: Page, name: string): Locator {
  return facilitator.locator('section', {hasText: name});
}

test('a name of one’s own waits for a facilitator, and the device of its sender says what became of it', async ({
  page,
  browser,
  site,
  demo,
}) => {
  await page.goto(`${site}/samen.html`);
  const vote = page.locator('samen-rubric-vote');
  await propose(vote, 'Gastvrij', 'Welkom thuis');
  await propose(vote, 'Eerlijk', 'Bel 12 voor geld');
  await vote.getByRole('button', {name: 'Versturen', exact: true}).click();
  await expect(vote).toContainText('Verstuurd. Wij hebben uw antwoord.');
  for (const value of ['Gastvrij', 'Eerlijk'])
    await expect(answerOn(vote, value)).toContainText('Een begeleider leest deze naam eerst.');

  const facilitator = await enter(browser, demo);
  await facilitator.getByRole('link', {name: 'Nog te lezen', exact: true}).click();
  await facilitator.getByRole('link', {name: /^Zelf bedachte namen/}).click();
  await nameToRead(facilitator, 'Welkom thuis').getByRole('button', {name: 'Vrijgeven', exact: true}).click();
  const other = nameToRead(facilitator, 'Bel 12 voor geld');
  await other.getByText('Een naam weghalen, of weigeren').click();
  await other.getByLabel('Wat doet u hiermee?').selectOption('Weigeren');
  await other.getByLabel('Waarom weigert u het?').selectOption('Het is geen antwoord op de vraag');
  await other.getByRole('button', {name: 'Opslaan'}).click();

  await expect(answerOn(vote, 'Gastvrij')).toContainText('Een begeleider heeft deze naam gelezen.', {timeout: 30_000});
  await expect(answerOn(vote, 'Eerlijk')).toContainText(
    'Deze naam komt niet bij de uitslag te staan. Het is geen antwoord op de vraag.',
    {timeout: 30_000},
  );
  await page.reload();
  await expect(answerOn(vote, 'Eerlijk')).toContainText('Deze naam komt niet bij de uitslag te staan.');
  await facilitator.context().close();
});
