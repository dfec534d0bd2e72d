import {readFileSync} from 'node:fs';
import {clicks, keyboard, type Hands} from './hands.js';
import {openBallot, openQuestion} from './people.js';
import {expect, test} from './site.js';

/** Every flow, once by keyboard alone and once by single clicks alone. */
const WAYS = {'by keyboard alone': keyboard, 'by single clicks alone': clicks};

for (const [way, take] of Object.entries(WAYS)) {
  test.describe(way, () => {
    let hands: Hands;
    test.beforeEach(({page}) => {
      hands = take(page);
    });

    test('a quote is left, changed and taken away; another is left for the next person', async ({page, site}) => {
      const widget = await openQuestion(page, site);
      const button = (name: string | RegExp) => widget.getByRole('button', {name, exact: true}).first();
      const leave = async (text: string): Promise<void> => {
        await hands.type(widget.getByRole('textbox', {name: 'Uw antwoord'}), text);
        await hands.press(button('Bewaren'));
        await expect(widget.getByRole('heading', {name: 'Dank u wel'})).toBeVisible();
        await expect(widget.locator('blockquote').getByText(text, {exact: true})).toBeVisible();
      };
      await leave('Een bankje in de zon');
      await hands.press(button(/^Veranderen/));
      await leave('Een bankje in de schaduw');
      await expect(widget.getByText('Een bankje in de zon')).toHaveCount(0);
      await hands.press(button(/^Weghalen/));
      await hands.press(button('Ja, weghalen'));
      await expect(widget.getByText('Uw antwoord is weggehaald.')).toBeVisible();
      await expect(widget.getByText('Een bankje in de schaduw')).toHaveCount(0);
      await leave('Een boom om onder te zitten');
      await hands.press(button('Nog een antwoord'));
      await leave('En een fontein');
      await hands.press(button('Klaar, volgende persoon'));
      await expect(widget.getByText(/Een boom|En een fontein/)).toHaveCount(0);
      await expect(widget.getByRole('textbox', {name: 'Uw antwoord'})).toHaveValue('');
    });

    test('a vote on rubrics: recognised, named and weighed; kept, and changed', async ({page, site}) => {
      await page.goto(`${site}/ververij/kernwaarden.html`);
      const widget = page.locator('samen-rubric-vote');
      const choice = (group: string, name: string) =>
        widget.getByRole('group', {name: group, exact: true}).getByRole('radio', {name, exact: true});
      const dot = (name: string) => widget.getByRole('button', {name, exact: true});
      await hands.pick(choice('Klopt dit? : Gastvrij', 'Klopt'));
      await hands.pick(choice('Klopt dit? : Ademruimte', 'Klopt deels'));
      await hands.type(widget.getByRole('textbox', {name: 'Klopt deels, want …'}), 'Het gaat ook om stilte.');
      await hands.pick(choice('Welke naam past? : Eerlijk', 'Een andere naam'));
      await hands.type(widget.getByRole('textbox', {name: 'Welke naam stelt u voor?'}), 'Open kaart');
      for (const name of ['Gastvrij', 'Geworteld', 'Eerlijk']) await hands.press(dot(name));
      await hands.press(dot('Vertrouwd'));
      await expect(widget.getByText('Haal er dan eerst één weg.')).toBeVisible();
      await hands.press(dot('Eerlijk'));
      await hands.type(widget.getByRole('textbox', {name: 'Wat mist u?'}), 'Iets voor jongeren.');
      await hands.press(widget.getByRole('button', {name: 'Bewaren', exact: true}));
      const own = widget.locator('[part=own]');
      await expect(own).toContainText('Het gaat ook om stilte.');
      await expect(own).toContainText('Gekozen naam: Open kaart');
      await expect(own).toContainText('Gastvrij en Geworteld');
      await hands.press(widget.getByRole('button', {name: /^Veranderen/}));
      await hands.pick(choice('Klopt dit? : Gastvrij', 'Klopt niet'));
      await hands.press(widget.getByRole('button', {name: 'Bewaren', exact: true}));
      await expect(own).toContainText('Klopt niet');
      await expect(own).toContainText('Iets voor jongeren.');
    });

    for (const layout of ['list', 'steps']) {
      test(`a plan is marked on every value, with reasons, as ${layout}; kept, and changed`, async ({page, site}) => {
        const widget = await openBallot(page, site);
        await widget.evaluate((ballot, shape) => ballot.setAttribute('layout', shape), layout);
        const button = (name: string | RegExp) => widget.getByRole('button', {name, exact: true});
        const value = (name: string) => widget.getByRole('group', {name, exact: true});
        const give = (name: string, mark: RegExp | string) =>
          hands.pick(value(name).getByRole('radio', {name: mark, exact: true}));
        const onward = async (): Promise<void> => {
          if (layout === 'steps') await hands.press(button('Volgende'));
        };
        for (let step = 1; step < 5; step++) await onward();
        await hands.press(button('Kijk uw antwoorden na'));
        await expect(widget.getByText('Er is nog niets ingevuld.')).toBeVisible();
        await hands.press(widget.getByRole('link', {name: 'Ga naar Gastvrij'}));
        await give('Gastvrij', /^4, /);
        await hands.type(value('Gastvrij').getByRole('textbox', {name: 'Wat moet er anders?'}), 'Een open deur.');
        for (const [name, mark] of [
          ['Ademruimte', /^8, /],
          ['Geworteld', /^10, /],
          ['Vertrouwd', /^6, /],
          ['Eerlijk', 'Weet ik niet'],
        ] as const) {
          await onward();
          await give(name, mark);
        }
        await hands.press(button('Kijk uw antwoorden na'));
        await expect(widget.getByRole('row', {name: /^Gastvrij/})).toContainText('Een open deur.');
        await hands.press(button(/^Veranderen ?: Vertrouwd$/));
        await give('Vertrouwd', /^7, /);
        await hands.press(button('Kijk uw antwoorden na'));
        await hands.press(button('Bewaren'));
        await expect(widget.getByRole('heading', {name: 'Bedankt voor het meedoen'})).toBeVisible();
        await hands.press(button(/^Veranderen/).first());
        await give('Gastvrij', /^9, /);
        for (let step = 1; step < 5; step++) await onward();
        await hands.press(button('Kijk uw antwoorden na'));
        await hands.press(button('Bewaren'));
        await expect(widget.getByRole('row', {name: /^Gastvrij/})).toContainText('9, zeer goed');
        await expect(widget.getByRole('row', {name: /^Vertrouwd/})).toContainText('7, ruim voldoende');
      });
    }

    test('a scorecard: the marks of one value are unfolded, and the table is saved', async ({page, site}) => {
      await page.goto(`${site}/ververij/plannen.html`);
      const scorecard = page.locator('samen-scorecard').first();
      await scorecard.locator('canvas').waitFor();
      const name = scorecard.getByRole('rowheader').getByRole('button', {name: 'Gastvrij'});
      await hands.press(name);
      const marks = scorecard.getByRole('table', {name: 'Hoe vaak elk cijfer is gegeven voor Gastvrij'});
      if (!(await marks.isVisible())) await hands.press(scorecard.locator('summary', {hasText: 'Gastvrij'}));
      await expect(marks).toBeVisible();
      const [table] = await Promise.all([
        page.waitForEvent('download'),
        hands.press(scorecard.getByRole('button', {name: 'Opslaan als tabel'})),
      ]);
      expect(readFileSync(await table.path(), 'utf8')).toContain('4,8');
    });
  });
}
