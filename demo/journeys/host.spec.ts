import {AxeBuilder} from '@axe-core/playwright';
import {openHost} from './host.js';
import {giveMarks, leaveQuote, ROUND_OF_THE_SQUARE} from './people.js';
import {ballotsInPage} from './recount.js';
import {expect, test} from './site.js';

test('in a form of the host the marks go with the form, and nothing for what is not answered', async ({page, site}) => {
  await openHost(
    page,
    site,
    `<form><label>Uw straat <input name="straat" /></label>
    <samen-plan-ballot name="marks"></samen-plan-ballot><button>Verder</button></form>`,
  );
  const widget = page.locator('samen-plan-ballot');
  const value = (name: string) => widget.getByRole('group', {name, exact: true});
  await value('Gastvrij').getByRole('radio', {name: /^4, /}).check();
  await value('Gastvrij').getByRole('textbox', {name: 'Wat moet er anders?'}).fill('Een open deur & een bankje.');
  await value('Geworteld').getByRole('radio', {name: /^10, /}).check();
  await value('Eerlijk').getByRole('radio', {name: 'Weet ik niet'}).check();
  await expect(widget.getByRole('button', {name: /Bewaren|Versturen|Kijk uw antwoorden na/})).toHaveCount(0);
  await page.getByLabel('Uw straat').fill('Kuipersgang');
  const {names} = await ballotsInPage(page, ROUND_OF_THE_SQUARE);
  const id = (name: string): string => Object.entries(names).find(([, known]) => known === name)?.[0] ?? '';
  await page.getByRole('button', {name: 'Verder'}).click();
  await page.waitForURL(/straat=/);
  expect([...new URL(page.url()).searchParams].sort()).toEqual(
    [
      ['straat', 'Kuipersgang'],
      [`marks[${id('Gastvrij')}]`, '4'],
      [`marks[${id('Gastvrij')}][reason]`, 'Een open deur & een bankje.'],
      [`marks[${id('Geworteld')}]`, '10'],
      [`marks[${id('Eerlijk')}]`, 'unknown'],
    ].sort(),
  );
});

test('a form that requires every mark waits for them, and is emptied with the rest', async ({page, site}) => {
  await openHost(
    page,
    site,
    `<form><samen-plan-ballot name="marks" required></samen-plan-ballot>
    <button>Verder</button><button type="reset">Leegmaken</button></form>`,
  );
  const widget = page.locator('samen-plan-ballot');
  await widget.getByRole('group', {name: 'Gastvrij'}).getByRole('radio', {name: /^8, /}).check();
  await page.getByRole('button', {name: 'Verder'}).click();
  await expect(widget.getByText('Geef bij elke kernwaarde antwoord.')).toBeVisible();
  await expect(widget.getByRole('link', {name: 'Ga naar Ademruimte'})).toBeVisible();
  expect(page.url()).not.toContain('marks');
  await page.getByRole('button', {name: 'Leegmaken'}).click();
  await expect(widget.getByRole('radio', {checked: true})).toHaveCount(0);
  for (const group of await widget.getByRole('group').all()) await group.getByRole('radio', {name: /^6, /}).check();
  await page.getByRole('button', {name: 'Verder'}).click();
  await page.waitForURL(/marks/);
  expect([...new URL(page.url()).searchParams.values()]).toEqual(['6', '6', '6', '6', '6']);
});

test('twice on one page: two questions follow one alliance, each with its own labels', async ({page, site}) => {
  await openHost(page, site, '<samen-quote-capture></samen-quote-capture>\n'.repeat(2));
  const [first, second] = [page.locator('samen-quote-capture').first(), page.locator('samen-quote-capture').last()];
  await first.getByRole('textbox', {name: 'Uw antwoord'}).waitFor();
  await second.getByText('Uw antwoord', {exact: true}).click();
  await page.keyboard.type('Van het tweede');
  await expect(second.getByRole('textbox', {name: 'Uw antwoord'})).toHaveValue('Van het tweede');
  await leaveQuote(second, 'Van het tweede');
  await expect(first.locator('blockquote').getByText('Van het tweede')).toBeVisible();
  await first.getByRole('button', {name: 'Nog een antwoord'}).click();
  await leaveQuote(first, 'Van het eerste');
  await expect(second.locator('blockquote').getByText('Van het eerste')).toBeVisible();
  const {violations} = await new AxeBuilder({page}).analyze();
  expect(violations.map(({id}) => id)).toEqual([]);
});

test('twice on one page: marks given in one ballot are changed in the other', async ({page, site}) => {
  await openHost(page, site, '<samen-plan-ballot></samen-plan-ballot>\n'.repeat(2));
  const [first, second] = [page.locator('samen-plan-ballot').first(), page.locator('samen-plan-ballot').last()];
  await second.getByRole('group', {name: 'Gastvrij'}).waitFor();
  await giveMarks(first, {Gastvrij: 4, Eerlijk: 8});
  await expect(second.getByRole('row', {name: /^Gastvrij/})).toContainText('4, onvoldoende');
  await second
    .getByRole('button', {name: /^Veranderen/})
    .first()
    .click();
  await giveMarks(second, {Gastvrij: 9});
  await expect(first.getByRole('row', {name: /^Gastvrij/})).toContainText('9, zeer goed');
  await expect(first.getByRole('row', {name: /^Eerlijk/})).toContainText('8, goed');
});
