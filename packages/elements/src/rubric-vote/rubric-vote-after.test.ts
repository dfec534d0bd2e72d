import {expect} from '@open-wc/testing';
import {nextEvent} from '../shared/next-event.test-helper.js';
import {AnotherEvent, ChangeEvent, NextPersonEvent, ReceiptEvent, WithdrawEvent} from '../shared/requests.js';
import {examples} from './rubric-vote.examples.js';
import {VoteSubmitEvent} from './rubric-vote.js';
import {all, button, click, control, field, radio, root, text, vertrouwd, widget, words} from './vote.test-helper.js';

describe('<samen-rubric-vote>', () => {
  describe('afterwards', () => {
    it('thanks, moves the focus there, and says what happens next', async () => {
      const el = await widget(examples.filled);
      el.addEventListener(VoteSubmitEvent.type, () => (el.state = examples.sending));
      button(el, 'Versturen').focus();
      await click(el, button(el, 'Versturen'));
      expect(words(root(el).activeElement)).to.equal('Dank u wel');
      expect(text(el)).to.contain('Wij versturen uw antwoord.').and.to.contain('De uitslag komt op 15 december 2026.');
      el.state = examples.sent;
      await el.updateComplete;
      expect(text(el)).to.contain('Verstuurd. Wij hebben uw antwoord.');
    });

    it('says “sent” only when it was', async () => {
      for (const name of ['kept', 'sending', 'waiting', 'refused'] as const) {
        expect(text(await widget(examples[name])), name).not.to.contain('Verstuurd.');
      }
      expect(text(await widget(examples.waiting)))
        .to.contain('Nog niet verstuurd.')
        .and.to.contain('7 dagen');
      expect(text(await widget(examples.refused)))
        .to.contain('Dit antwoord telt niet mee. Het antwoord kwam nadat de ronde was gesloten.')
        .and.to.contain('Meedoen kan niet meer.')
        .and.not.to.contain('Dank u wel')
        .and.not.to.contain('Uw bewijs');
    });

    it('shows what somebody was filling in when the round closed, to save, and the way for the next person', async () => {
      const el = await widget(examples.closedHalfway);
      expect(text(el)).to.contain('Dit is niet verstuurd.').and.to.contain('Vertrouwd is vaag. Zeg dan gewoon veilig.');
      for (const name of ['Antwoorden opslaan als bestand', 'Klaar, volgende persoon'])
        expect(button(el, name)).to.exist;
    });

    it('repeats the own answers, with the receipt', async () => {
      const el = await widget(examples.sent);
      expect(all(el, '[part=own] dl > div').map(words)).to.deep.equal([
        'Gastvrij Klopt',
        'Ademruimte Klopt',
        'Geworteld Weet ik niet',
        'Vertrouwd Klopt niet, want … Vertrouwd is vaag. Zeg dan gewoon veilig.',
        'Eerlijk Klopt deels',
        'Het belangrijkst voor u Gastvrij en Eerlijk',
        'Wat mist u? Iets voor jongeren. Die zitten nu op de trap bij het station.',
      ]);
      expect(words(root(el).querySelector('code'))).to.equal(examples.sent.own.code);
      expect(text(await widget(examples.sentNames)))
        .to.contain('Gekozen naam: Welkom')
        .and.to.contain('Gekozen naam: Thuis');
    });

    it('says of a name of one’s own whether it is read, and why it is not shown', async () => {
      const said = async (name: 'sentNames' | 'releasedName' | 'refusedName') =>
        words(all(await widget(examples[name]), '[part=own] dl > div').find(each => words(each).includes('Thuis')));
      expect(await said('sentNames')).to.contain('Gekozen naam: Thuis Een begeleider leest deze naam eerst.');
      expect(await said('releasedName')).to.contain('De naam kan bij de uitslag komen te staan.');
      expect(await said('refusedName')).to.contain(
        'Deze naam komt niet bij de uitslag te staan. Het is geen antwoord op de vraag.',
      );
      expect(text(await widget({...examples.refusedName, type: 'closed'}))).to.contain('komt niet bij de uitslag');
    });

    it('can be changed: the new answer says which it takes the place of', async () => {
      const answered = await widget(examples.sent);
      const change = await nextEvent(answered, ChangeEvent, () => button(answered, 'Veranderen').click());
      expect(change.contribution).to.equal(examples.sent.own.id);
      answered.state = examples.changing;
      await answered.updateComplete;
      expect(text(answered)).to.contain('Het oude blijft staan tot u het nieuwe verstuurt.');
      await click(answered, radio(answered, 'Vertrouwd', 'Klopt'));
      const event = await nextEvent(answered, VoteSubmitEvent, () => button(answered, 'Versturen').click());
      expect(event.changing).to.equal(examples.sent.own.id);
      expect(event.vote.recognition[vertrouwd]).to.equal('fits');
    });

    it('has a way back from changing, without a change', async () => {
      const el = await widget(examples.changing);
      await click(el, radio(el, 'Vertrouwd', 'Klopt'));
      const event = await nextEvent(el, AnotherEvent, () => button(el, 'Terug zonder te veranderen').click());
      expect(event.subject).to.equal(examples.changing.questions.round);
      el.state = examples.sent;
      await el.updateComplete;
      expect(text(el)).to.contain('Klopt niet, want … Vertrouwd is vaag.');
    });

    it('can be taken away once the person is sure, and says so', async () => {
      const el = await widget(examples.sent);
      await click(el, button(el, 'Weghalen'));
      const event = await nextEvent(el, WithdrawEvent, () => button(el, 'Ja, weghalen').click());
      expect(event.contribution).to.equal(examples.sent.own.id);
      el.state = examples.coreValues;
      await el.updateComplete;
      expect(words(root(el).querySelector('[part=status]'))).to.equal('Uw antwoord is weggehaald.');
      expect(words(root(el).activeElement)).to.equal('Wat vinden wij samen belangrijk?');
    });

    it('makes place for the next person', async () => {
      const el = await widget(examples.sent);
      await nextEvent(el, NextPersonEvent, () => button(el, 'Klaar, volgende persoon').click());
    });

    it('finds an answer back by its receipt', async () => {
      const el = await widget(examples.coreValues);
      await click(el, control(el, 'summary', 'Ik heb een bewijs'));
      field(el, 'receipt-code').value = 'ABCD-1234';
      const event = await nextEvent(el, ReceiptEvent, () => button(el, 'Antwoord opzoeken').click());
      expect(event.code).to.equal('ABCD-1234');
      event.answer(false);
      await el.updateComplete;
      expect(text(el)).to.contain('Bij deze code vinden wij geen antwoord.');
    });
  });

  describe('when the round is closed', () => {
    it('says when the result comes, without a form', async () => {
      const el = await widget(examples.closed);
      expect(text(el)).to.contain('Meedoen kan niet meer. De uitslag komt op 15 december 2026.');
      expect(all(el, 'form, table')).to.have.length(0);
      const {organisation, contact, destination, moderated, kiosk, storage} = examples.closed.about;
      const about = {organisation, contact, destination, moderated, kiosk, storage};
      expect(text(await widget({...examples.closed, about}))).to.contain('De uitslag komt hier te staan.');
    });

    it('still shows the own answers, which can no longer be changed', async () => {
      const el = await widget(examples.closedWithOwn);
      expect(text(el)).to.contain('Klopt niet, want …');
      expect(all(el, 'button').map(words)).to.deep.equal(['Klaar, volgende persoon']);
    });

    it('shows the result: the sentence first, then the figures', async () => {
      const el = await widget(examples.revealed);
      const sentence = root(el).querySelector('[part=sentence]')!;
      expect(words(sentence)).to.equal(
        '24 mensen gaven antwoord. De meeste mensen zeggen “klopt” of “klopt deels” bij Gastvrij, Ademruimte, ' +
          'Geworteld, Vertrouwd en Eerlijk. De meningen zijn verdeeld over Vertrouwd. Het vaakst gekozen: Gastvrij.',
      );
      const table = root(el).querySelector('table')!;
      expect(sentence.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    });

    it('shows the counts and percentages of recognition, each with a bar of that length', async () => {
      const el = await widget(examples.revealed);
      const table = all<HTMLTableElement>(el, 'table')[4]!;
      expect(table.caption!.textContent.trim()).to.equal('Klopt dit?: Vertrouwd');
      expect([...table.tBodies[0]!.rows].map(row => [...row.cells].map(words))).to.deep.equal([
        ['Klopt', '9', '39%'],
        ['Klopt deels', '4', '17%'],
        ['Klopt niet', '10', '43%'],
      ]);
      expect(table.nextElementSibling?.textContent).to.equal('1 mens weet het niet.');
      const bars = [...table.querySelectorAll('.bar')].map(bar => {
        const shape = bar.lastElementChild as SVGGraphicsElement;
        return Math.round((100 * shape.getBBox().width) / bar.clientWidth);
      });
      expect(bars).to.deep.equal([39, 17, 43]);
    });

    it('shows the dots, the most first', async () => {
      const el = await widget(examples.revealed);
      const table = root(el).querySelector('table')!;
      expect([...table.tBodies[0]!.rows].map(row => [...row.cells].map(words).join(' '))).to.deep.equal([
        'Gastvrij 19 83%',
        'Ademruimte 15 65%',
        'Vertrouwd 14 61%',
        'Geworteld 11 48%',
        'Eerlijk 10 43%',
      ]);
      expect(text(el)).to.contain('Deze keuzes tellen niet mee in de cijfers.');
    });

    it('shows the names with their counts', async () => {
      const el = await widget(examples.revealedNames);
      const [, table] = all<HTMLTableElement>(el, 'table');
      expect([...table!.tBodies[0]!.rows].map(row => [...row.cells].map(words).join(' '))).to.deep.equal([
        'Gastvrij 11 55%',
        'Voor iedereen 6 30%',
        'Thuis (zelf bedacht) 2 10%',
        'Welkom 1 5%',
      ]);
      expect(text(el)).to.contain('6 mensen kozen: Eerlijk (zelf bedacht).');
      const {results} = examples.revealedNames;
      const rubrics = results.rubrics.map(shown => ({...shown, names: {type: 'unanswered'} as const}));
      const unread = await widget({...examples.revealedNames, results: {...results, rubrics}});
      expect(text(unread)).to.contain('Er is geen naam om te laten zien.').and.not.to.contain('Hierop gaf niemand');
    });

    it('shows no figure of too few voices', async () => {
      const sentence =
        'Nog te weinig antwoorden. Vanaf 5 antwoorden laten wij de uitslag zien. Zo ziet niemand wat u koos.';
      const el = await widget(examples.tooFewVoices);
      expect(text(el)).to.contain(sentence);
      expect(all(el, 'table, .bar')).to.have.length(0);
      const partly = await widget(examples.partlyTooFew);
      expect(words(all(partly, '[part=rubric]')[4])).to.contain(sentence);
      expect(words(all(partly, '[part=rubric]')[1])).to.contain('Alle 6 mensen met een mening zeggen');
      expect(all(partly, 'table')).to.have.length(0);
      const ten = {...examples.tooFewVoices.questions, k: 10};
      expect(text(await widget({...examples.tooFewVoices, questions: ten}))).to.contain('Vanaf 10 antwoorden');
    });

    it('survives a black-and-white printer: three answers, three kinds of bar', async () => {
      const el = await widget(examples.revealed);
      const kinds = [...all<HTMLTableElement>(el, 'table')[1]!.querySelectorAll('.bar')].map(bar => {
        const {fill, stroke, strokeDasharray} = getComputedStyle(bar.lastElementChild!);
        return [fill !== 'none', stroke !== 'none', strokeDasharray !== 'none'].join();
      });
      expect(new Set(kinds).size).to.equal(3);
    });
  });
});
