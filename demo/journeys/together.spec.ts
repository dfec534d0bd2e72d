import type {Locator, Page} from '@playwright/test';
import {enter} from './facilitator.js';
import {shownMeans} from './people.js';
import {expect, test} from './site.js';

const VALUES = ['Gastvrij', 'Ademruimte', 'Geworteld', 'Vertrouwd', 'Eerlijk'];

/** The page on which everybody takes part in the alliance of the collector. */
async function openTogether(page: Page, site: string): Promise<{quote: Locator; ballot: Locator; scorecard: Locator}> {
  await page.goto(`${site}/samen.html`);
  const [quote, ballot] = [page.locator('samen-quote-capture'), page.locator('samen-plan-ballot')];
  await quote.getByRole('textbox', {name: 'Uw antwoord'}).waitFor();
  await ballot.getByRole('group', {name: 'Gastvrij'}).waitFor();
  return {quote, ballot, scorecard: page.locator('samen-scorecard')};
}

async function sendMarks(ballot: Locator, mark: number): Promise<void> {
  for (const value of VALUES) {
    const name = new RegExp(`^${String(mark)}, `);
    await ballot.getByRole('group', {name: value}).getByRole('radio', {name}).check();
  }
  await ballot.getByRole('button', {name: 'Kijk uw antwoorden na'}).click();
  await ballot.getByRole('button', {name: 'Versturen', exact: true}).click();
}

test('two browsers, one offline half-way, end in the same scorecard; the facilitator reads, lets through and closes', async ({
  page,
  browser,
  site,
  demo,
  watched,
}) => {
  test.setTimeout(120_000);
  watched.forgiveErrors();
  const away = await browser.newContext();
  const other = await away.newPage();
  const here = await openTogether(page, site);
  const there = await openTogether(other, site);

  await here.quote.getByRole('textbox', {name: 'Uw antwoord'}).fill('Een bank in de schaduw van de kastanje.');
  await here.quote.getByRole('button', {name: 'Versturen', exact: true}).click();
  await expect(here.quote).toContainText('Verstuurd');
  await expect(here.quote).toContainText('Een begeleider leest uw antwoord eerst');

  await away.setOffline(true);
  await sendMarks(there.ballot, 9);
  await expect(there.ballot).toContainText('Nog niet verstuurd');
  await sendMarks(here.ballot, 7);
  await expect(here.ballot).toContainText('Verstuurd');
  await other.reload().catch(() => undefined);
  await away.setOffline(false);
  await other.goto(`${site}/samen.html`);
  await expect(there.ballot).toContainText('Verstuurd', {timeout: 30_000});

  const facilitator = await enter(browser, demo);
  await facilitator.getByRole('link', {name: 'Nog te lezen'}).click();
  const one = facilitator.locator('section', {hasText: 'Een bank in de schaduw van de kastanje.'});
  await one.getByRole('button', {name: 'Vrijgeven', exact: true}).click();
  await expect(here.quote).toContainText('Uw antwoord staat zonder naam op deze website', {timeout: 30_000});

  await facilitator.getByRole('link', {name: 'Plannen en rondes'}).click();
  const name = facilitator.getByRole('heading', {name: 'Het Verfplein', exact: true});
  const plan = facilitator.locator('section').filter({has: name});
  await plan.getByText('Sluiten en uitslag laten zien').click();
  await plan.getByLabel('Ik weet dat deze ronde niet meer open kan').check();
  await plan.getByRole('button', {name: 'Sluiten', exact: true}).click();

  for (const {scorecard} of [here, there]) await expect(scorecard).toContainText('23', {timeout: 30_000});
  expect(await shownMeans(here.scorecard)).toEqual(await shownMeans(there.scorecard));
  await Promise.all([away.close(), facilitator.context().close()]);
});

test('a vote without a script counts once, also when somebody goes back in the browser and sends it again', async ({
  browser,
  site,
}) => {
  const page = await (await browser.newContext({javaScriptEnabled: false})).newPage();
  await page.goto(`${site}/v1/alliances/ververij/form`);
  await page.getByRole('link', {name: 'Klopt dit? Wat wij samen belangrijk vinden'}).click();
  const code = async (answer: string): Promise<string> => {
    await page.getByRole('group', {name: 'Klopt dit: Gastvrij?'}).getByLabel(answer, {exact: true}).check();
    await page.getByRole('button', {name: 'Versturen'}).click();
    await expect(page.getByText('Verstuurd. Wij hebben uw antwoord.')).toBeVisible();
    return page.locator('.code').innerText();
  };
  const first = await code('Klopt');
  await page.goBack();
  expect(await code('Klopt deels')).toBe(first);
  await page.context().close();
});

test('the forms without a script take part in the same alliance', async ({browser, site}) => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${site}/samen.html`);
  await page.getByRole('link', {name: 'Antwoord zonder JavaScript'}).click();
  await page.getByRole('link', {name: 'Stel: u loopt over tien jaar'}).click();
  await page.getByLabel('Uw antwoord').fill('Gewoon een plek om te zitten.');
  await page.getByRole('button', {name: 'Versturen', exact: true}).click();
  await expect(page.getByText('Verstuurd. Wij hebben uw antwoord.')).toBeVisible();
  await context.close();
});
