import type {Browser, Page} from '@playwright/test';

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
