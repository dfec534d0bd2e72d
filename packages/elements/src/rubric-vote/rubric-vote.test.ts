import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import {catalogueFaults} from '../shared/catalogue.test-helper.js';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {examples} from './rubric-vote.examples.js';
import {rubricVoteTexts} from './rubric-vote.messages.js';
import {VoteSubmitEvent, type RubricVote, type RubricVoteState, type VotedRubric} from './rubric-vote.js';
import {
  all,
  button,
  click,
  dot,
  dotStatus,
  eerlijk,
  field,
  gastvrij,
  keepDrafts,
  none,
  radio,
  root,
  text,
  vertrouwd,
  widget,
  words,
} from './vote.test-helper.js';

describe('<samen-rubric-vote>', () => {
  describe('for everybody', () => {
    for (const [name, state] of Object.entries(examples)) {
      for (const [lang, address] of [
        ['nl', 'u'],
        ['nl', 'je'],
        ['en', 'u'],
      ] as const) {
        it(`is accessible when ${name}, in ${lang} with ${address}`, async () => {
          expect(await violations(await widget(state, lang, address))).to.deep.equal([]);
        });
      }
    }

    it('is accessible with an error summary and a wrong name', async () => {
      const el = await widget(examples.groups);
      await click(el, radio(el, 'Groep 1', 'Een andere naam'));
      await click(el, button(el, 'Versturen'));
      expect(await violations(el)).to.deep.equal([]);
    });

    it('says everything in u, in je and in English, with no word of the law', () => {
      expect(catalogueFaults(rubricVoteTexts)).to.deep.equal([]);
    });

    it('speaks the voice of the page', async () => {
      expect(text(await widget(examples.coreValues, 'en')))
        .to.contain('Is this right?')
        .and.to.contain('I don’t know');
      expect(text(await widget(examples.coreValues, 'nl', 'je'))).to.contain('Kies er 3 die je het belangrijkst vindt');
    });

    it('asks in as few choices as a person can see: 44 px for every radio, dot and main button', async () => {
      const el = await widget(examples.coreValues);
      for (const target of all(el, '.choice, .dot, button.primary')) {
        expect(target.getBoundingClientRect().height, words(target)).to.be.at.least(44);
      }
    });

    it('fits a phone of 320 pixels in every state', async () => {
      await setViewport({width: 320, height: 640});
      for (const [name, state] of Object.entries(examples)) {
        const el = await widget(state);
        const part = root(el).querySelector('[part=vote]')!;
        expect(part.scrollWidth, name).to.be.at.most(part.clientWidth);
      }
      await setViewport({width: 800, height: 600});
    });
  });

  describe('shows', () => {
    it('a core value with its sides and its values, and says once what a core value is', async () => {
      const el = await widget(examples.coreValues);
      expect(text(el)).to.contain('Hoe voelt het? Je voelt je welkom, ook als je niemand kent en niets koopt.');
      expect(text(el)).to.contain('Waar willen we heen? Niemand fietst meer om.');
      expect(all(el, '[part=values]')[4]!.textContent).to.contain('antwoord krijgen');
      expect(text(el).match(/Een kernwaarde is wat wij samen het belangrijkst vinden\./g)).to.have.length(1);
    });

    it('groups without a name by number, and says what a group is', async () => {
      const el = await widget(examples.groups);
      expect(all(el, '[part=name]').slice(0, 5).map(words)).to.deep.equal([1, 2, 3, 4, 5].map(n => `Groep ${n}`));
      expect(text(el))
        .to.contain('Een groep is: waarden die bij elkaar horen.')
        .and.not.to.contain('Een kernwaarde is');
    });

    it('numbers only the groups that have no name', async () => {
      const [first, second, ...others] = examples.groups.rubrics as [VotedRubric, VotedRubric, ...VotedRubric[]];
      const el = await widget({...examples.groups, rubrics: [first, {...second, name: 'Ademruimte'}, ...others]});
      expect(all(el, '[part=name]').slice(0, 3).map(words)).to.deep.equal(['Groep 1', 'Ademruimte', 'Groep 2']);
    });

    it('many values: a dozen at once, the others on demand', async () => {
      const values = Array.from({length: 80}, (_, n) => `waarde ${n}`);
      const [first] = examples.groups.rubrics as [VotedRubric];
      const el = await widget({...examples.groups, rubrics: [{...first, values}]});
      expect(all(el, '[part=values] > ul > li')).to.have.length(12);
      expect(words(root(el).querySelector('[part=values] summary'))).to.contain('Nog 68 laten zien');
      expect(all(el, '[part=values] details li')).to.have.length(68);
    });

    it('who asks and what happens with the answers before the first question, in 60 words at most', async () => {
      const el = await widget(examples.coreValues);
      const about = root(el).querySelector('[part=about]')!;
      expect(words(about)).to.contain('Samen Ververij vraagt dit.').and.to.contain('Niemand ziet wat u koos.');
      expect(words(about).split(' ').length).to.be.at.most(60);
      const first = root(el).querySelector('form input')!;
      expect(about.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    });

    it('nothing chosen beforehand, and no answer of anybody else', async () => {
      for (const state of [examples.coreValues, examples.groups, examples.practice, examples.onlyDots]) {
        const el = await widget(state);
        expect(all(el, 'input:checked')).to.have.length(0);
        expect(all(el, '.dot[aria-pressed=true]')).to.have.length(0);
        expect(all(el, 'table, .bar')).to.have.length(0);
      }
    });

    it('only what is asked', async () => {
      const dots = await widget(examples.onlyDots);
      expect(all(dots, 'input[type=radio], textarea')).to.have.length(0);
      expect(all(dots, '.dot')).to.have.length(5);
      const names = await widget({...examples.groups, questions: {...examples.groups.questions, dots: 0}});
      expect(all(names, '.dot, textarea')).to.have.length(0);
    });

    it('a button that keeps where nothing is sent, and says that it is an exercise', async () => {
      const el = await widget(examples.practice);
      expect(words(root(el).querySelector('button.primary'))).to.equal('Bewaren');
      expect(text(el)).to.contain('Dit is een oefening.').and.not.to.contain('Een begeleider leest uw tekst');
      expect(words(root(await widget(examples.coreValues)).querySelector('button.primary'))).to.equal('Versturen');
    });

    it('what was chosen before a reload', async () => {
      const el = await widget(examples.filled);
      expect(radio(el, 'Vertrouwd', 'Klopt niet').checked).to.equal(true);
      expect(field(el, 'objection-3').value).to.equal('Vertrouwd is vaag. Zeg dan gewoon veilig.');
      expect(dot(el, 'Eerlijk').getAttribute('aria-pressed')).to.equal('true');
      expect(dotStatus(el)).to.equal('Nog 1 te kiezen.');
    });

    it('the page’s own words while there is nothing to vote on', async () => {
      for (const name of ['loading', 'empty', 'failed'] as const) {
        const el = await fixture<RubricVote>(
          html`<samen-rubric-vote .state=${examples[name]}>Mail ons.</samen-rubric-vote>`,
        );
        expect(root(el).querySelector('slot')?.assignedNodes()[0]?.textContent, name).to.equal('Mail ons.');
      }
    });

    it('its headings from the level of the page', async () => {
      const el = await widget(examples.coreValues);
      el.headingLevel = 4;
      await el.updateComplete;
      expect(words(root(el).querySelector('h4'))).to.equal('Wat vinden wij samen belangrijk?');
      expect(all(el, 'h5').map(words)).to.include('Gastvrij');
    });

    it('texts of the page’s own', async () => {
      const el = await fixture<RubricVote>(
        html`<samen-rubric-vote .state=${examples.coreValues} texts='{"recognition": "Herkent u dit?"}'></samen-rubric-vote>`,
      );
      expect(text(el)).to.contain('Herkent u dit?').and.not.to.contain('Klopt dit?');
    });
  });

  describe('by keyboard alone', () => {
    it('answers, corrects, sends', async () => {
      const el = await widget({...examples.coreValues, rubrics: examples.coreValues.rubrics.slice(3)});
      keepDrafts(el);
      let sent: VoteSubmitEvent | undefined;
      el.addEventListener(VoteSubmitEvent.type, event => {
        sent = event;
        el.state = examples.sending;
      });
      root(el).querySelector('a')!.focus();
      const press = async (...keys: string[]): Promise<void> => {
        for (const key of keys) await sendKeys({press: key});
      };
      const back = async (): Promise<void> => {
        await sendKeys({down: 'Shift'});
        await sendKeys({press: 'Tab'});
        await sendKeys({up: 'Shift'});
      };
      // Vertrouwd: klopt, then further to klopt niet.
      await press('Tab', ' ', 'ArrowDown', 'ArrowDown', 'Tab');
      await sendKeys({type: 'Zeg dan gewoon veilig.'});
      // Past Eerlijk, to the dots: Vertrouwd and Eerlijk, and Vertrouwd back.
      await press('Tab', 'Tab', ' ', 'Tab', 'Enter');
      await back();
      await press(' ', 'Tab', 'Tab');
      await sendKeys({type: 'Iets voor jongeren.'});
      await press('Tab', 'Enter');
      await el.updateComplete;
      expect(sent?.vote).to.deep.equal({
        recognition: {[vertrouwd]: 'not'},
        dots: {[eerlijk]: 1},
        names: {},
        objections: {[vertrouwd]: 'Zeg dan gewoon veilig.'},
        missing: 'Iets voor jongeren.',
      });
      expect(words(root(el).activeElement)).to.equal('Dank u wel');
    });
  });

  describe('with odd input', () => {
    const hostile = '<img src=x onerror=alert(1)>';

    it('shows markup as text', async () => {
      const odd: VotedRubric = {
        id: gastvrij,
        name: hostile,
        values: [hostile, '🏭'.repeat(40), 'שלום עולם'],
        facets: {emotion: {text: hostile, values: []}},
        proposals: [{id: 'p', name: hostile}],
      };
      const draft = {...none, recognition: {[gastvrij]: 'not'}, objections: {[gastvrij]: hostile}} as const;
      const questions = {...examples.coreValues.questions, names: true};
      const voting: RubricVoteState = {...examples.coreValues, questions, rubrics: [odd], draft};
      const own = {...examples.sent.own, vote: {...draft, names: {[gastvrij]: {own: hostile}}}};
      const results = {
        votes: 9,
        rubrics: [
          {
            ...examples.revealed.results.rubrics[0]!,
            names: {
              type: 'shown',
              n: 9,
              names: [
                {name: {own: hostile}, count: 5},
                {name: {proposal: '?'}, count: 4},
              ],
            },
          } as const,
        ],
      };
      for (const state of [
        voting,
        {...voting, type: 'answered', own} as const,
        {...voting, type: 'revealed', results, own} as const,
      ]) {
        const el = await widget(state);
        expect(all(el, 'img, [onerror]')).to.have.length(0);
        expect(text(el)).to.contain(hostile);
      }
    });

    it('breaks a very long word rather than the page', async () => {
      await setViewport({width: 320, height: 640});
      const long = 'waarde'.repeat(60);
      const rubrics = examples.coreValues.rubrics.map(rubric => ({...rubric, name: long, values: [long]}));
      for (const state of [examples.filled, examples.sent, examples.revealed]) {
        const part = root(await widget({...state, rubrics})).querySelector('[part=vote]')!;
        expect(part.scrollWidth, state.type).to.be.at.most(part.clientWidth);
      }
      await setViewport({width: 800, height: 600});
    });

    it('lets bars grow from the right where one reads from the right', async () => {
      const around = await fixture(
        html`<div dir="rtl"><samen-rubric-vote .state=${examples.revealed}></samen-rubric-vote></div>`,
      );
      const el = around.querySelector('samen-rubric-vote')!;
      await el.updateComplete;
      const bar = root(el).querySelector('.bar')!;
      const shape = bar.lastElementChild!.getBoundingClientRect();
      expect(shape.right).to.be.closeTo(bar.getBoundingClientRect().right, 1);
    });

    it('has nothing to break on without rubrics, or with answers on one that is gone', async () => {
      const empty = await widget({...examples.coreValues, rubrics: []});
      expect(text(empty)).to.contain('Wat vinden wij samen belangrijk?');
      const el = await widget({...examples.coreValues, draft: {...none, recognition: {gone: 'fits'}, dots: {gone: 1}}});
      expect(dotStatus(el)).to.equal('Nog 3 te kiezen.');
      await click(el, radio(el, 'Gastvrij', 'Klopt'));
      const event = await nextEvent(el, VoteSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.vote).to.deep.equal({...none, recognition: {[gastvrij]: 'fits'}});
    });

    it('reads several dots on one rubric, as another tool may keep them, as chosen', async () => {
      const el = await widget({...examples.onlyDots, draft: {...none, dots: {[gastvrij]: 3}}});
      expect(dot(el, 'Gastvrij').getAttribute('aria-pressed')).to.equal('true');
      expect(dotStatus(el)).to.equal('Nog 2 te kiezen.');
    });

    it('breaks no strict policy: no style attribute anywhere', async () => {
      for (const state of Object.values(examples)) {
        expect(all(await widget(state), '[style]')).to.have.length(0);
      }
    });
  });
});
