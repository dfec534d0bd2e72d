import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import {catalogueFaults} from '../shared/catalogue.test-helper.js';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {ConnectEvent} from '../shared/requests.js';
import './define.js';
import {AxisSelectEvent} from './scorecard.events.js';
import {examples} from './scorecard.examples.js';
import {scorecardTexts} from './scorecard.messages.js';
import type {Scorecard} from './scorecard.js';
import type {ScorecardState} from './scorecard.state.js';
import {shown, text, all, button, open, row} from './scorecard.test-helper.js';

describe('<samen-scorecard>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  describe('is accessible', () => {
    for (const [name, state] of Object.entries<ScorecardState>(examples)) {
      for (const voice of ['nl-u', 'nl-je', 'en'] as const) {
        it(`${name}, ${voice}`, async () => {
          const el = await shown(state, {voice});
          open(el);
          expect(await violations(el)).to.deep.equal([]);
        });
      }
    }

    it('in a narrow column too, where it is still a table', async () => {
      const el = await shown(examples.nextVersion, {width: 280});
      expect(await violations(el)).to.deep.equal([]);
      expect(all(el, '[role="table"] [role="row"] [role="rowheader"]')).to.have.length(5);
    });

    it('says nothing wrong in any voice', () => expect(catalogueFaults(scorecardTexts)).to.deep.equal([]));
  });

  describe('shows', () => {
    it('the sentence first, then the figures, insufficient on top', async () => {
      const el = await shown(examples.insufficient);
      expect(text(el, '[part="heading"]')).to.equal('Uitslag van Wonen aan het kanaal, versie 1');
      expect(text(el, '[part="sentence"]')).to.equal(
        '4 van de 5 kernwaarden zijn voldoende. Gastvrij krijgt een 4,8. Nodig is een 5,5.',
      );
      expect(text(el, '.standing .sign')).to.equal('Nog niet goed genoeg: Gastvrij');
      expect(all(el, 'tbody .pick').map(pick => pick.textContent)).to.deep.equal([
        'Gastvrij',
        'Ademruimte',
        'Geworteld',
        'Vertrouwd',
        'Eerlijk',
      ]);
      expect(row(el, 'Gastvrij')).to.deep.equal(['Gastvrij', '4,8', 'onvoldoende', '4 tot 6', '23']);
    });

    it('a scorecard of which something further down is insufficient, with that on top', async () => {
      const el = await shown(examples.alike);
      expect(text(el, 'tbody tr .pick')).to.equal('Eerlijk');
      expect(row(el, 'Eerlijk')).to.deep.equal(['Eerlijk', '–', 'onvoldoende', 'allemaal gelijk', '9']);
    });

    it('every figure of the demo plans', async () => {
      const el = await shown(examples.nextVersion);
      const figures = ['Gastvrij', 'Ademruimte', 'Geworteld', 'Vertrouwd', 'Eerlijk'].map(name => row(el, name));
      expect(figures.map(cells => cells[1])).to.deep.equal(['6,9', '7,6', '8,1', '6,1', '7,5']);
      expect(figures.map(cells => cells[5])).to.deep.equal(['4,8', '7,9', '8,1', '7,6', '7,4']);
      expect(row(el, 'Vertrouwd')[2]).to.equal('voldoende verdeeld');
      el.state = examples.pass;
      await el.updateComplete;
      expect(all<HTMLElement>(el, '.figure').map(cell => cell.innerText.trim())).to.deep.equal([
        '8,0',
        '7,3',
        '7,5',
        '6,3',
        '6,9',
      ]);
    });

    it('English figures in English', async () => {
      const el = await shown(examples.insufficient, {voice: 'en'});
      expect(row(el, 'Gastvrij')).to.deep.equal(['Gastvrij', '4.8', 'insufficient', '4 to 6', '23']);
    });

    for (const [name, words] of [
      ['insufficient', 'Cijfers van 24 mensen'],
      ['groupMarks', 'Cijfers die 3 tafels samen gaven'],
      ['scaleSufficient', 'Antwoorden van 21 mensen'],
    ] as const) {
      it(`whose marks they are: ${words}`, async () => {
        expect(text(await shown(examples[name]), '[part="basis"]')).to.equal(words);
      });
    }

    it('no figure at all below the smallest number of voices', async () => {
      const el = await shown(examples.tooFewVoices);
      expect(text(el, '[part="sentence"]')).to.equal('Nog te weinig antwoorden.');
      expect(text(el, '[part="details"]')).to.equal(
        'Vanaf 5 antwoorden laten wij de uitslag zien. Zo ziet niemand wat u koos.',
      );
      expect(all(el, 'table, details, canvas, button')).to.have.length(0);
    });

    it('no figure of a value that too few people marked, in words', async () => {
      const el = await shown(examples.tooFewVoicesOnOne);
      expect(row(el, 'Geworteld')).to.deep.equal(['Geworteld', '–', 'nog te weinig antwoorden', '–', '–']);
      const incomplete = await shown(examples.incomplete);
      expect(row(incomplete, 'Eerlijk')).to.deep.equal(['Eerlijk', '–', 'nog geen uitslag', '–', '8']);
      expect(all(incomplete, '[data-value]')).to.have.length(4);
    });

    it('what was left out of the round, and why', async () => {
      const el = await shown(examples.leftOut);
      expect(text(el, '[part="left-out"]')).to.equal(
        'Niet gevraagd in deze ronde Geworteld Op deze plek heeft nooit een oud gebouw gestaan.',
      );
    });

    it('pass marks in the rows where values differ in them', async () => {
      const el = await shown(examples.ownPassMarks);
      expect(row(el, 'Eerlijk')[1]).to.equal('7,4 nodig is een 7,5');
      expect(row(el, 'Geworteld')[1]).to.equal('8,1 nodig is een 5,5');
    });

    it('the marks of a value on demand: bars with their numbers, and who did not know', async () => {
      const el = await shown(examples.insufficient);
      const details = el.renderRoot.querySelector<HTMLDetailsElement>('[part="distribution"]')!;
      expect(details.open).to.equal(false);
      details.querySelector('summary')!.click();
      expect(details.open).to.equal(true);
      const [marks, counts] = [...details.querySelectorAll('tr')].map(tr => [...tr.cells].slice(1));
      expect(marks!.map(cell => cell.textContent)).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
      expect(counts!.map(cell => cell.textContent.trim())).to.deep.equal([
        '0',
        '2',
        '3',
        '5',
        '5',
        '4',
        '3',
        '1',
        '0',
        '0',
      ]);
      expect(details.querySelector('p')!.textContent.trim()).to.equal('Weet ik niet: 1');
    });

    it('only the side where all marks are alike', async () => {
      const el = await shown(examples.alike);
      expect(text(el, 'details p')).to.equal(
        'Alle 9 antwoorden zijn gelijk. Daarom laten wij alleen zien dat ze onvoldoende zijn.',
      );
    });

    it('why people found something insufficient, in their own words', async () => {
      const el = await shown(examples.insufficient);
      expect(text(el, '[part="reasons"]')).to.contain('Waarom geven mensen een onvoldoende?');
      expect(all(el, '[part="quote"]').map(quote => quote.textContent)).to.deep.equal([
        'Die tuin is dus alleen voor wie er woont.',
        'Met mijn rollator red ik die keien niet.',
        'Weer geen wc.',
        'Hek = wegwezen, zo voelt dat.',
      ]);
    });

    it('nothing before the reveal but when it comes', async () => {
      const el = await shown(examples.open);
      expect(text(el, '[part="sentence"]')).to.equal('U ziet de uitslag als iedereen klaar is.');
      el.state = examples.openWithDate;
      await el.updateComplete;
      expect(text(el, '[part="sentence"]')).to.equal('De uitslag komt op 28 november 2026.');
      expect(all(el, 'table')).to.have.length(0);
    });

    it('what the page put inside as long as there is no result', async () => {
      for (const state of [examples.loading, examples.empty, examples.failedNotFound]) {
        expect((await shown(state)).renderRoot.querySelector('slot')).to.exist;
      }
      expect((await shown(examples.pass)).renderRoot.querySelector('slot')).to.not.exist;
    });

    it('headings from the level that the page asks for', async () => {
      const el = await shown(examples.insufficient);
      el.headingLevel = 4;
      await el.updateComplete;
      expect(all(el, 'h4')).to.have.length(1);
      expect(all(el, 'h5')).to.have.length(2);
    });

    it('texts of the page’s own', async () => {
      const el = await shown(examples.insufficient);
      el.setAttribute('texts', '{"savePicture": "Plaatje bewaren"}');
      await el.updateComplete;
      expect(button(el, 'Plaatje bewaren')).to.exist;
    });

    it('everything in a column of 280 pixels without sideways scrolling', async () => {
      for (const state of [examples.nextVersion, examples.longNames, examples.hostile, examples.ownPassMarks]) {
        const el = await shown(state, {width: 280});
        open(el);
        expect(el.scrollWidth).to.be.at.most(280);
      }
    });
  });

  describe('asks', () => {
    it('the page around it for the round and the basis, and again when they change', async () => {
      const asked: Readonly<Record<string, string>>[] = [];
      const around = await fixture<HTMLElement>(html`<div></div>`);
      around.addEventListener(ConnectEvent.type, ({wants}) => asked.push(wants));
      const el = Object.assign(document.createElement('samen-scorecard'), {round: 'r1', basis: 'group-marks'});
      around.append(el);
      await el.updateComplete;
      el.round = 'r2';
      await el.updateComplete;
      expect(asked).to.deep.equal([
        {round: 'r1', basis: 'group-marks'},
        {round: 'r2', basis: 'group-marks'},
      ]);
    });

    it('nothing special when the basis is not one', async () => {
      const warned: unknown[] = [];
      const {warn} = console;
      console.warn = (...said: unknown[]) => warned.push(...said);
      const el = await fixture<Scorecard>(html`<samen-scorecard basis="everything"></samen-scorecard>`);
      console.warn = warn;
      expect(el.basis).to.equal('');
      expect(warned.join()).to.contain('samen-scorecard').and.to.contain('basis').and.to.contain('everything');
    });

    it('tells which value was picked in the table, and opens its marks', async () => {
      const el = await shown(examples.insufficient);
      const {value} = examples.insufficient.scores.values[3]!;
      const event = await nextEvent(el, AxisSelectEvent, () => button(el, 'Vertrouwd').click());
      expect(event.value).to.equal(value);
      expect(event.bubbles && event.composed).to.equal(true);
      expect(all<HTMLDetailsElement>(el, 'details').filter(({open}) => open)).to.have.length(1);
      expect(text(el, 'details[open] summary')).to.equal('Vertrouwd');
    });

    it('works by keyboard alone', async () => {
      const el = await shown(examples.insufficient);
      el.tabIndex = -1;
      el.focus();
      const picked = oneEvent(el, AxisSelectEvent.type);
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Enter'});
      const event = await picked;
      expect((event as Partial<AxisSelectEvent>).value).to.equal(examples.insufficient.scores.values[0]!.value);
      for (let press = 0; press < 5; press += 1) await sendKeys({press: 'Tab'});
      expect(el.shadowRoot!.activeElement!.localName).to.equal('summary');
      await sendKeys({press: 'Enter'});
      expect(el.renderRoot.querySelector('details')!.open).to.equal(false);
      for (let press = 0; press < 5; press += 1) await sendKeys({press: 'Tab'});
      expect(el.shadowRoot!.activeElement!.textContent.trim()).to.equal('Opslaan als afbeelding');
    });
  });

  describe('takes odd input', () => {
    it('as text', async () => {
      const el = await shown(examples.hostile);
      expect(all(el, 'img, script')).to.have.length(0);
      expect(text(el, '[part="heading"]')).to.contain('<img src=x onerror=alert(1)>{n}{plan}');
      expect(text(el, '[part="quote"]')).to.equal('<img src=x onerror=alert(1)>');
    });

    it('such as a value without a name, and a scorecard without values', async () => {
      const {value} = examples.pass.scores.values[0]!;
      const el = await shown({...examples.pass, names: {}});
      expect(row(el, value)[1]).to.equal('8,0');
      el.state = {...examples.pass, scores: {...examples.pass.scores, verdict: 'incomplete', values: []}};
      await el.updateComplete;
      expect(text(el, '[part="sentence"]')).to.equal('Nog geen uitslag.');
    });
  });
});
