import type {Browser, Page} from '@playwright/test';
import {expect} from './site.js';

/** A facilitator in a browser of their own, inside. */
export async function enter(
  browser: Browser,
  {url, name, passphrase}: {url: string; name: string; passphrase: string},
): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${url}beheer`);
  await page.getByLabel('Uw naam').fill(name);
  await page.getByLabel('Wachtzin').fill(passphrase);
  await page.getByRole('button', {name: 'Inloggen'}).click();
  await page.getByRole('link', {name: 'Samen Ververij'}).click();
  return page;
}

/** Lets the pages of this origin show the alliance. */
export async function letIn(facilitator: Page, origin: string): Promise<void> {
  await facilitator.getByRole('link', {name: 'Instellingen', exact: true}).click();
  await facilitator.getByRole('link', {name: 'Op welke websites?'}).click();
  const list = facilitator.getByLabel('Websites die deze alliantie mogen tonen');
  await list.fill(`${await list.inputValue()}\n${origin}`);
  await facilitator.getByRole('button', {name: 'Opslaan'}).click();
  await expect(facilitator.getByRole('status')).toHaveText('Opgeslagen.');
}
