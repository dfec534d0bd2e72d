import type {Locator, Page} from '@playwright/test';
import {expect} from './site.js';

/** What people do on the site of Samen Ververij, by what they see and hear. */

export const ROUND_OF_THE_SQUARE = 'Het Verfplein';

/** Marks per core value; a value that is not named is not answered. */
export type Marks = Readonly<Record<string, number | 'Weet ik niet'>>;

export async function openQuestion(page: Page, site: string): Promise<Locator> {
  await page.goto(site);
  const widget = page.locator('samen-quote-capture');
  await widget.getByRole('heading', {name: 'Stel: u loopt over tien jaar door de Ververij'}).waitFor();
  return widget;
}

/** Leaves a quote and waits for the thanks. */
export async function leaveQuote(widget: Locator, text: string): Promise<void> {
  await widget.getByRole('textbox', {name: 'Uw antwoord'}).fill(text);
  await widget.getByRole('button', {name: 'Bewaren', exact: true}).click();
  await expect(widget.getByRole('heading', {name: 'Dank u wel'})).toBeVisible();
}

export async function openBallot(page: Page, site: string): Promise<Locator> {
  await page.goto(`${site}/ververij/plannen.html`);
  const widget = page.locator('samen-plan-ballot');
  await widget.getByRole('group', {name: 'Gastvrij'}).waitFor();
  return widget;
}

/** Gives marks, looks them over, and keeps them. */
export async function giveMarks(widget: Locator, marks: Marks): Promise<void> {
  for (const [value, mark] of Object.entries(marks)) {
    const group = widget.getByRole('group', {name: value});
    const name = typeof mark === 'number' ? new RegExp(`^${String(mark)}, `) : mark;
    await group.getByRole('radio', {name}).check();
  }
  await widget.getByRole('button', {name: 'Kijk uw antwoorden na'}).click();
  await widget.getByRole('button', {name: 'Bewaren', exact: true}).click();
  await expect(widget.getByRole('heading', {name: 'Bedankt voor het meedoen'})).toBeVisible();
}

export async function nextPerson(widget: Locator): Promise<void> {
  await widget.getByRole('button', {name: 'Klaar, volgende persoon'}).click();
}

/** Closes the round: the facilitator's reveal. */
export async function reveal(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Uitslag van Het Verfplein laten zien'}).click();
  await expect(page.getByText('De ronde is gesloten.').first()).toBeVisible();
}

/** The scorecard under the ballot. */
export function resultOfTheSquare(page: Page): Locator {
  return page.locator('samen-scorecard').last();
}

/** The mean per core value as the scorecard's table shows it, `6,9` as 6.9. */
export async function shownMeans(scorecard: Locator): Promise<Record<string, number>> {
  const rows = scorecard.getByRole('table').first().locator('tbody tr');
  const means: Record<string, number> = {};
  for (const row of await rows.all()) {
    const name = await row.getByRole('rowheader').getByRole('button').innerText();
    const mark = /\d+,\d/.exec((await row.getByRole('cell').allInnerTexts()).join(' '))?.[0] ?? '';
    means[name.trim()] = Number(mark.replace(',', '.'));
  }
  return means;
}

/** How much is written on the device now, by the name of the store. */
export function stored(page: Page, store: string): Promise<number> {
  return page.evaluate(async name => {
    type Stored = readonly {readonly store: string; readonly entries: number}[];
    const alliance = document.querySelector('samen-alliance') as HTMLElement & {stored(): Promise<Stored>};
    return (await alliance.stored()).find(entry => entry.store === name)?.entries ?? 0;
  }, store);
}
