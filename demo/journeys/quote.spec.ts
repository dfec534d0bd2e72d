import {leaveQuote, nextPerson, openQuestion, stored} from './people.js';
import {expect, test} from './site.js';

const WORDS = 'Een bankje in de zon, waar je niks hoeft te kopen';

test('a quote is there after a reload, and in a second tab at once', async ({page, context, site}) => {
  const widget = await openQuestion(page, site);
  const second = await context.newPage();
  const other = await openQuestion(second, site);
  await leaveQuote(widget, WORDS);
  await expect(other.getByText(WORDS)).toBeVisible();
  await page.reload();
  await expect(widget.getByText(WORDS)).toBeVisible();
});

test('what was typed survives a reload', async ({page, site}) => {
  const widget = await openQuestion(page, site);
  await widget.getByRole('textbox', {name: 'Uw antwoord'}).fill('Nog niet af');
  await expect.poll(() => stored(page, 'drafts')).toBe(1);
  await page.reload();
  await expect(widget.getByRole('textbox', {name: 'Uw antwoord'})).toHaveValue('Nog niet af');
});

test('a quote can be changed, and taken away with the receipt after the next person came', async ({page, site}) => {
  const widget = await openQuestion(page, site);
  await leaveQuote(widget, WORDS);
  await widget
    .getByRole('button', {name: /^Veranderen/})
    .first()
    .click();
  await leaveQuote(widget, `${WORDS}, en een wc`);
  const code = await widget.locator('code').first().innerText();
  await nextPerson(widget);
  await expect(widget.getByText(WORDS)).toHaveCount(0);
  await page.reload();
  await expect(widget.getByText(WORDS)).toHaveCount(0);
  await widget.getByText('Ik heb een bewijs').click();
  await widget.getByRole('textbox', {name: 'De code op uw bewijs'}).fill(code.toLowerCase());
  await widget.getByRole('button', {name: 'Antwoord opzoeken'}).click();
  await expect(widget.getByText(`${WORDS}, en een wc`)).toBeVisible();
  await widget
    .getByRole('button', {name: /^Weghalen/})
    .first()
    .click();
  await widget.getByRole('button', {name: 'Ja, weghalen'}).click();
  await expect(widget.getByText(WORDS)).toHaveCount(0);
});

test('a telephone number is pointed out and taken out with one tap', async ({page, site}) => {
  const widget = await openQuestion(page, site);
  const field = widget.getByRole('textbox', {name: 'Uw antwoord'});
  await field.fill('Bel maar, 06 98 76 54 32, dan laat ik het zien.');
  await widget.getByRole('button', {name: 'Bewaren', exact: true}).click();
  await expect(widget.getByText('Er staat een telefoonnummer in uw tekst. Weghalen?')).toBeVisible();
  await widget.getByRole('button', {name: 'Weghalen: 06 98 76 54 32'}).click();
  await expect(field).toHaveValue('Bel maar, [telefoonnummer], dan laat ik het zien.');
});

test('without a network the answer is still kept', async ({page, context, site, watched}) => {
  watched.forgiveErrors();
  const widget = await openQuestion(page, site);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await widget.getByRole('textbox', {name: 'Uw antwoord'}).fill(WORDS);
  await widget.getByRole('button', {name: 'Bewaren', exact: true}).click();
  await expect(widget.getByText('Wij kunnen nu niet nakijken')).toBeVisible();
  await widget.getByRole('button', {name: 'Toch bewaren'}).click();
  await expect(widget.getByRole('heading', {name: 'Dank u wel'})).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(widget.getByText(WORDS)).toBeVisible();
});

test('hostile words come out as words', async ({page, site}) => {
  const hostile = '<img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>';
  const widget = await openQuestion(page, site);
  await leaveQuote(widget, hostile);
  await expect(widget.getByText(hostile)).toBeVisible();
  expect(await page.title()).not.toBe('ran');
});

test('a browser that keeps nothing says so before the first keystroke, and the answer is still taken', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', {value: undefined}));
  const widget = await openQuestion(page, site);
  await expect(
    widget.getByText('Deze browser bewaart niets. Uw antwoord verdwijnt als u deze pagina sluit.'),
  ).toBeVisible();
  await leaveQuote(widget, WORDS);
  await expect(widget.getByText('Het verdwijnt als u de pagina sluit.').first()).toBeVisible();
});
