import type {Page} from '@playwright/test';
import {expect, test} from './site.js';

/** Every part that comes after the first view of a widget. */
const LATER = /\/chunks\/(closing|later)-/;

/** Nothing that comes later can be fetched, until the returned function is called. */
async function withoutLater(page: Page): Promise<() => Promise<void>> {
  await page.route(LATER, route => route.abort('internetdisconnected'));
  return () => page.unroute(LATER);
}

const INCOMPLETE = 'Verder gaan kan nog niet. Er is niets verloren.';

test('a ballot whose second part did not come keeps the marks, and goes on after "try again"', async ({
  page,
  site,
  watched,
}) => {
  watched.forgiveErrors();
  const repair = await withoutLater(page);
  await page.goto(`${site}/widgets/samen-plan-ballot.html?example=marking`);
  const widget = page.locator('samen-plan-ballot').first();
  await widget.getByRole('radio', {name: '7, ruim voldoende'}).first().check();
  await expect(widget.getByRole('alert')).toContainText(INCOMPLETE);
  await repair();
  await widget.getByRole('button', {name: 'Opnieuw proberen'}).click();
  await expect(widget.getByRole('alert')).toHaveCount(0);
  await expect(widget.getByRole('radio', {name: '7, ruim voldoende'}).first()).toBeChecked();
  await widget.getByRole('button', {name: 'Kijk uw antwoorden na'}).click();
  await expect(widget.getByRole('table')).toContainText('7, ruim voldoende');
});

test('a vote goes on by itself when the connection is back', async ({page, site, context, watched}) => {
  watched.forgiveErrors();
  const repair = await withoutLater(page);
  await page.goto(`${site}/widgets/samen-rubric-vote.html?example=coreValues`);
  const widget = page.locator('samen-rubric-vote').first();
  await widget.getByRole('radio', {name: 'Klopt', exact: true}).first().check();
  await expect(widget.getByRole('alert')).toContainText(INCOMPLETE);
  await repair();
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(widget.getByRole('alert')).toHaveCount(0);
  await expect(widget.getByText('Ik heb een bewijs')).toBeVisible();
  await expect(widget.getByRole('radio', {name: 'Klopt', exact: true}).first()).toBeChecked();
});

test('an answer is looked at before it goes, also when that part came only at the second try', async ({
  page,
  site,
  watched,
}) => {
  watched.forgiveErrors();
  const repair = await withoutLater(page);
  await page.goto(`${site}/widgets/samen-quote-capture.html?example=asking`);
  const widget = page.locator('samen-quote-capture').first();
  await widget.getByRole('textbox').fill('Bel mij op 06 12345678.');
  await widget.getByRole('button', {name: 'Versturen', exact: true}).click();
  await expect(widget.getByText('Wij kunnen nu niet nakijken')).toBeVisible();
  await repair();
  await widget.getByRole('button', {name: 'Toch versturen'}).click();
  await expect(widget.getByText('Er staat een telefoonnummer in uw tekst.')).toBeVisible();
});

test('an English page never shows Dutch: it keeps its own words until English is there', async ({
  page,
  site,
  watched,
}) => {
  watched.forgiveErrors();
  const repair = await withoutLater(page);
  await page.goto(`${site}/widgets/samen-plan-ballot.html?example=marking&voice=en`);
  const widget = page.locator('samen-plan-ballot').first();
  await expect(widget.getByText('This part is not loaded yet.')).toBeVisible();
  await expect(widget.getByRole('radio')).toHaveCount(0);
  await repair();
  await widget.getByRole('button', {name: 'Opnieuw proberen'}).click();
  await expect(widget.getByText('Give a mark for each core value.')).toBeVisible();
});
