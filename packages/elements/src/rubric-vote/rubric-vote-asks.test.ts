import {LONGEST_TEXT} from '@samenwaarde/core';
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {ConnectEvent, DraftEvent} from '../shared/requests.js';
import {examples} from './rubric-vote.examples.js';
import {VoteSubmitEvent} from './rubric-vote.js';
import {
  ademruimte,
  all,
  button,
  click,
  dot,
  dotStatus,
  eerlijk,
  field,
  gastvrij,
  geworteld,
  keepDrafts,
  none,
  radio,
  root,
  text,
  type,
  vertrouwd,
  widget,
  words,
} from './vote.test-helper.js';

describe('<samen-rubric-vote>', () => {
  describe('asks', () => {
    it('around it for the round that the page chose', async () => {
      const wants: unknown[] = [];
      const around = await fixture<HTMLElement>(html`<div></div>`);
      around.addEventListener(ConnectEvent.type, event => {
        wants.push([event.widget, event.wants]);
        event.answer(examples.closed);
      });
      const el = document.createElement('samen-rubric-vote');
      el.setAttribute('round', 'r1');
      around.append(el);
      await el.updateComplete;
      expect(wants).to.deep.equal([['samen-rubric-vote', {round: 'r1'}]]);
      expect(text(el)).to.contain('Meedoen kan niet meer.');
    });

    it('does this fit, and tells every choice as a draft', async () => {
      const el = await widget(examples.coreValues);
      const event = await nextEvent(el, DraftEvent, () => radio(el, 'Gastvrij', 'Klopt').click());
      expect(event.subject).to.equal(examples.coreValues.questions.round);
      expect(event.draft).to.deep.equal({...none, recognition: {[gastvrij]: 'fits'}});
    });

    it('why, only where it fits partly or does not', async () => {
      const el = await widget(examples.coreValues);
      for (const [answer, label] of [
        ['Klopt', undefined],
        ['Klopt deels', 'Klopt deels, want …'],
        ['Klopt niet', 'Klopt niet, want …'],
        ['Weet ik niet', undefined],
      ] as const) {
        await click(el, radio(el, 'Eerlijk', answer));
        const shown = field(el, 'objection-4') as HTMLTextAreaElement | null;
        expect(shown?.labels[0]?.textContent.includes(label ?? '?'), answer).to.equal(label && true);
      }
    });

    it('keeps the words when somebody looks at another answer, and sends none that no longer belong', async () => {
      const el = await widget(examples.coreValues);
      await click(el, radio(el, 'Eerlijk', 'Klopt niet'));
      await type(el, 'objection-4', 'Wij betalen.');
      await click(el, radio(el, 'Eerlijk', 'Klopt'));
      const event = await nextEvent(el, VoteSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.vote.objections).to.deep.equal({});
      await click(el, radio(el, 'Eerlijk', 'Klopt deels'));
      expect(field(el, 'objection-4').value).to.equal('Wij betalen.');
    });

    it('for three dots, counts down, and says what can be taken back when they are used', async () => {
      const el = await widget(examples.coreValues);
      expect(dotStatus(el)).to.equal('Nog 3 te kiezen.');
      for (const name of ['Gastvrij', 'Ademruimte', 'Eerlijk']) await click(el, dot(el, name));
      expect(dotStatus(el)).to.equal('U hebt er 3 gekozen.');
      await click(el, dot(el, 'Vertrouwd'));
      expect(dot(el, 'Vertrouwd').getAttribute('aria-pressed')).to.equal('false');
      expect(dotStatus(el)).to.equal(
        'U hebt er al 3 gekozen: Gastvrij, Ademruimte en Eerlijk. Wilt u Vertrouwd kiezen? Haal er dan eerst één weg.',
      );
      await click(el, dot(el, 'Ademruimte'));
      expect(dotStatus(el)).to.equal('Nog 1 te kiezen.');
      await click(el, dot(el, 'Vertrouwd'));
      const event = await nextEvent(el, VoteSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.vote.dots).to.deep.equal({[gastvrij]: 1, [vertrouwd]: 1, [eerlijk]: 1});
    });

    it('for no more dots than there are rubrics', async () => {
      const el = await widget({...examples.onlyDots, rubrics: examples.onlyDots.rubrics.slice(0, 2)});
      expect(dotStatus(el)).to.equal('Nog 2 te kiezen.');
    });

    it('which name fits: a proposal or one’s own', async () => {
      const el = await widget(examples.groups);
      await click(el, radio(el, 'Groep 1', 'Welkom'));
      await click(el, radio(el, 'Groep 4', 'Een andere naam'));
      await type(el, 'own-name-3', '  Thuis ');
      await type(el, 'own-name-4', 'Samen delen');
      const event = await nextEvent(el, VoteSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.vote).to.deep.equal({
        ...none,
        names: {
          [gastvrij]: {proposal: examples.groups.rubrics[0]!.proposals[1]!.id},
          [vertrouwd]: {own: 'Thuis'},
          [eerlijk]: {own: 'Samen delen'},
        },
      });
    });

    it('asks no other name for a core value that has one and no proposals', async () => {
      const questions = {...examples.coreValues.questions, recognition: false, names: true, dots: 1};
      const el = await widget({...examples.coreValues, questions});
      expect(all(el, '[part=form] input')).to.have.length(0);
    });

    it('and sends what was answered, nothing for the rest', async () => {
      const el = await widget(examples.coreValues);
      await click(el, radio(el, 'Geworteld', 'Weet ik niet'));
      await click(el, radio(el, 'Vertrouwd', 'Klopt niet'));
      await type(el, 'objection-3', '  Zeg dan gewoon veilig.\n');
      await type(el, 'missing', ' Iets voor jongeren. ');
      const event = await nextEvent(document, VoteSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.round).to.equal(examples.coreValues.questions.round);
      expect(event.changing).to.equal(undefined);
      expect(event.vote).to.deep.equal({
        recognition: {[geworteld]: 'unknown', [vertrouwd]: 'not'},
        dots: {},
        names: {},
        objections: {[vertrouwd]: 'Zeg dan gewoon veilig.'},
        missing: 'Iets voor jongeren.',
      });
    });

    it('points out personal data, and takes it out with one tap', async () => {
      const el = await widget(examples.personalData);
      expect(text(el)).to.contain('Er staat een telefoonnummer in uw tekst. Weghalen?');
      expect(text(el)).to.contain('Namen herkennen wij niet. Kijk zelf.');
      await click(el, button(el, 'Weghalen: 06 12 34 56 78'));
      expect(field(el, 'objection-3').value).to.equal(
        'Zeg gewoon veilig. Bel maar, [telefoonnummer], dan laat ik het zien.',
      );
      expect(root(el).activeElement).to.equal(field(el, 'objection-3'));
      expect(text(el)).not.to.contain('Er staat een telefoonnummer');
    });

    it('points out personal data in a name of one’s own too: it may be shown', async () => {
      const el = await widget(examples.groups);
      await type(el, 'own-name-4', 'jan@example.nl');
      await click(el, button(el, 'Weghalen: jan@example.nl'));
      expect(field(el, 'own-name-4').value).to.equal('[e-mailadres]');
    });
  });

  describe('where something is missing', () => {
    it('says so when nothing was answered, and leads to the first question', async () => {
      const el = await widget(examples.coreValues);
      let sent = 0;
      el.addEventListener(VoteSubmitEvent.type, () => sent++);
      await click(el, button(el, 'Versturen'));
      await el.updateComplete;
      const summary = root(el).querySelector<HTMLElement>('[part=problems]')!;
      expect(root(el).activeElement).to.equal(summary);
      expect(words(summary)).to.contain('U hebt nog niets gekozen.');
      summary.querySelector('a')!.click();
      expect(root(el).activeElement).to.equal(radio(el, 'Gastvrij', 'Klopt'));
      expect(location.hash).to.equal('');
      expect(sent).to.equal(0);
    });

    it('leads to the first dot where only dots are asked', async () => {
      const el = await widget(examples.onlyDots);
      await click(el, button(el, 'Versturen'));
      root(el).querySelector<HTMLElement>('[part=problems] a')!.click();
      expect(root(el).activeElement).to.equal(dot(el, 'Gastvrij'));
    });

    it('asks for the name that was to be written, and leads to its field', async () => {
      const el = await widget(examples.groups);
      await click(el, radio(el, 'Groep 2', 'Een andere naam'));
      await click(el, button(el, 'Versturen'));
      expect(field(el, 'own-name-1').getAttribute('aria-invalid')).to.equal('true');
      expect(words(field(el, 'own-name-1-problem'))).to.equal('Schrijf een naam op bij Groep 2, of kies een andere.');
      root(el).querySelector<HTMLElement>('[part=problems] a')!.click();
      expect(root(el).activeElement).to.equal(field(el, 'own-name-1'));
      await type(el, 'own-name-1', 'Groen');
      expect(field(el, 'own-name-1').getAttribute('aria-invalid')).to.equal('false');
      const event = await nextEvent(el, VoteSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.vote.names).to.deep.equal({[ademruimte]: {own: 'Groen'}});
    });

    it('cuts no words off: says how many characters fit', async () => {
      const el = await widget(examples.coreValues);
      await type(el, 'missing', 'a'.repeat(LONGEST_TEXT + 1));
      await click(el, button(el, 'Versturen'));
      expect(words(root(el).querySelector('[part=problems] li'))).to.equal(
        'Uw tekst bij “Wat mist u?” is te lang. Er passen 5.000 tekens in.',
      );
      await type(el, 'missing', 'a'.repeat(LONGEST_TEXT));
      const event = await nextEvent(el, VoteSubmitEvent, () => button(el, 'Versturen').click());
      expect(event.vote.missing).to.have.length(LONGEST_TEXT);
    });
  });

  describe('while the page keeps the drafts', () => {
    it('works where the page never answers a draft', async () => {
      const el = await widget(examples.coreValues);
      await click(el, radio(el, 'Gastvrij', 'Klopt niet'));
      await type(el, 'objection-0', 'Niet voor ons.');
      await click(el, dot(el, 'Eerlijk'));
      expect(field(el, 'objection-0').value).to.equal('Niet voor ons.');
      expect(dot(el, 'Eerlijk').getAttribute('aria-pressed')).to.equal('true');
      expect(radio(el, 'Gastvrij', 'Klopt niet').checked).to.equal(true);
    });

    it('leaves the caret where it is', async () => {
      const el = await widget(examples.coreValues);
      keepDrafts(el);
      field(el, 'missing').focus();
      await sendKeys({type: 'Iets jongeren'});
      field(el, 'missing').setSelectionRange(4, 4);
      await sendKeys({type: ' voor'});
      expect(field(el, 'missing').value).to.equal('Iets voor jongeren');
      expect(field(el, 'missing').selectionStart).to.equal(9);
      expect((el.state as typeof examples.filled).draft.missing).to.equal('Iets voor jongeren');
    });

    it('loses no key when a draft comes back late', async () => {
      const el = await widget(examples.coreValues);
      const drafts: (typeof none)[] = [];
      el.addEventListener(DraftEvent.type, event => drafts.push(event.draft as typeof none));
      await type(el, 'missing', 'a');
      await type(el, 'missing', 'ab');
      el.state = {...examples.coreValues, draft: drafts[0]!};
      await el.updateComplete;
      expect(field(el, 'missing').value).to.equal('ab');
    });

    it('shows the draft that was kept when it comes after the first view', async () => {
      const el = await widget(examples.coreValues);
      el.state = examples.filled;
      await el.updateComplete;
      expect(radio(el, 'Vertrouwd', 'Klopt niet').checked).to.equal(true);
    });

    it('shows the next person nothing of the one before', async () => {
      const el = await widget(examples.coreValues);
      keepDrafts(el);
      await click(el, radio(el, 'Gastvrij', 'Klopt niet'));
      await type(el, 'objection-0', 'Niet voor ons.');
      await click(el, dot(el, 'Eerlijk'));
      await type(el, 'missing', 'Iets.');
      el.state = examples.coreValues;
      await el.updateComplete;
      expect(all(el, 'input:checked, .dot[aria-pressed=true]')).to.have.length(0);
      expect(field(el, 'missing').value).to.equal('');
      await click(el, radio(el, 'Gastvrij', 'Klopt niet'));
      expect(field(el, 'objection-0').value).to.equal('');
    });

    it('shows another round without the answers of this one', async () => {
      const el = await widget(examples.coreValues);
      await click(el, radio(el, 'Gastvrij', 'Klopt'));
      el.state = {...examples.coreValues, questions: {...examples.coreValues.questions, round: 'another'}};
      await el.updateComplete;
      expect(all(el, 'input:checked')).to.have.length(0);
    });
  });
});
