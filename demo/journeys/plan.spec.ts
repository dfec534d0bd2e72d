import {readFileSync} from 'node:fs';
import {
  giveMarks,
  nextPerson,
  openBallot,
  resultOfTheSquare,
  reveal,
  ROUND_OF_THE_SQUARE,
  shownMeans,
  type Marks,
} from './people.js';
import {ballotsInPage, recount} from './recount.js';
import {expect, test, watch} from './site.js';

const FIRST: Marks = {Gastvrij: 6, Ademruimte: 4, Geworteld: 8, Vertrouwd: 3, Eerlijk: 7};
const SECOND: Marks = {Gastvrij: 9, Ademruimte: 8, Vertrouwd: 'Weet ik niet', Eerlijk: 2};

test('two people on one browser: two ballots counted, the second sees nothing of the first', async ({page, site}) => {
  const widget = await openBallot(page, site);
  await giveMarks(widget, FIRST);
  await nextPerson(widget);
  await expect(widget.getByRole('radio', {checked: true})).toHaveCount(0);
  await expect(widget.locator('code')).toHaveCount(0);
  await page.reload();
  await expect(widget.getByRole('radio').first()).toBeVisible();
  await expect(widget.getByRole('radio', {checked: true})).toHaveCount(0);
  await giveMarks(widget, SECOND);
  const data = await ballotsInPage(page, ROUND_OF_THE_SQUARE);
  await reveal(page);
  const scorecard = resultOfTheSquare(page);
  await expect(scorecard.getByText(`Cijfers van ${String(data.ballots.length + 2)} mensen`)).toBeVisible();
  expect(await shownMeans(scorecard)).toEqual(recount(data, [FIRST, SECOND]));
});

test('before the reveal nobody sees a figure; without a ballot of ours it shows exactly those of the round', async ({
  page,
  site,
}) => {
  await openBallot(page, site);
  const scorecard = resultOfTheSquare(page);
  await expect(scorecard.getByText('U ziet de uitslag als iedereen klaar is.')).toBeVisible();
  await expect(scorecard.getByRole('table')).toHaveCount(0);
  await reveal(page);
  await expect(scorecard.getByText('Alle 5 kernwaarden zijn voldoende.').first()).toBeVisible();
  expect(await shownMeans(scorecard)).toEqual({
    Gastvrij: 8,
    Ademruimte: 7.3,
    Geworteld: 7.5,
    Vertrouwd: 6.3,
    Eerlijk: 6.9,
  });
});

test('one failing value fails the plan, although its mean is above 7', async ({page, site}) => {
  await page.goto(`${site}/ververij/plannen.html`);
  const scorecard = page.locator('samen-scorecard').first();
  await expect(
    scorecard
      .getByText('4 van de 5 kernwaarden zijn voldoende. Gastvrij krijgt een 4,8. Nodig is een 5,5.')
      .filter({visible: true})
      .first(),
  ).toBeVisible();
  await expect(scorecard.getByText('Nog niet goed genoeg: Gastvrij')).toBeVisible();
  const means = Object.values(await shownMeans(scorecard));
  expect(means.reduce((sum, mean) => sum + mean, 0) / means.length).toBeGreaterThan(7);
});

test('six ballots from six browser profiles come together as parcels, and the table equals a recount', async ({
  browser,
  page,
  site,
}) => {
  const ballots = [3, 5, 6, 7, 8, 10].map((mark, place): Marks => ({
    Gastvrij: mark,
    Ademruimte: 10 - place,
    Geworteld: 1 + place,
    Vertrouwd: mark,
    Eerlijk: 6,
  }));
  const parcels: string[] = [];
  for (const marks of ballots) {
    const profile = await browser.newContext({locale: 'nl-NL'});
    await watch(profile, site, {policy: [], foreign: [], errors: []});
    const their = await profile.newPage();
    await giveMarks(await openBallot(their, site), marks);
    const [download] = await Promise.all([
      their.waitForEvent('download'),
      their.getByRole('button', {name: 'Antwoorden van dit apparaat opslaan'}).click(),
    ]);
    parcels.push(await download.path().then(path => readFileSync(path, 'utf8')));
    await profile.close();
  }
  await openBallot(page, site);
  const open = page.getByLabel('Antwoorden van een ander apparaat erbij halen');
  for (const [place, parcel] of [...parcels, ...parcels.slice(0, 1)].entries()) {
    await open.setInputFiles({
      name: `antwoorden-${String(place)}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(parcel),
    });
    const words = place < parcels.length ? 'Ingelezen.' : 'Alles uit dit bestand was er al.';
    await expect(page.getByText(words).first()).toBeVisible();
  }
  const data = await ballotsInPage(page, ROUND_OF_THE_SQUARE);
  await reveal(page);
  const scorecard = resultOfTheSquare(page);
  await expect(scorecard.getByText(`Cijfers van ${String(data.ballots.length + 6)} mensen`)).toBeVisible();
  expect(await shownMeans(scorecard)).toEqual(recount(data, ballots));
});

test('a broken file changes nothing and says what is wrong', async ({page, site}) => {
  await openBallot(page, site);
  await page.getByLabel('Antwoorden van een ander apparaat erbij halen').setInputFiles({
    name: 'kapot.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"schema":1,"kind":"parcel"'),
  });
  await expect(page.getByText('Er is niets ingelezen.')).toBeVisible();
});

test('a scorecard is saved as a table and as a picture', async ({page, site}) => {
  await page.goto(`${site}/ververij/plannen.html`);
  const scorecard = page.locator('samen-scorecard').first();
  await scorecard.locator('canvas').waitFor();
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    scorecard.getByRole('button', {name: 'Opslaan als tabel'}).click(),
  ]);
  const csv = readFileSync(await table.path(), 'utf8');
  expect(csv).toMatch(/^\uFEFF/);
  expect(csv).toContain('4,8');
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    scorecard.getByRole('button', {name: 'Opslaan als afbeelding'}).click(),
  ]);
  expect(
    readFileSync(await picture.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});
