import type {Question} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {belonging, cardsOf, change, find, kindOf, make, without, type Cards, type Fields} from './cards.js';
import {button, foldedForm, form, type Field} from './fields.js';
import {back, heard, heardForm, placeOf} from './heard.js';
import type {Html, Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {given, lines, text} from './typed.js';

/** The questions of an alliance, each in the versions it went through. */
export function questions(site: Site): void {
  site.page('/alliances/:alliance/questions', show);
  site.action('/alliances/:alliance/questions', {show, act: ask});
  site.action('/alliances/:alliance/questions/:question', {show, act: refine});
  site.action('/alliances/:alliance/questions/:question/status', {show, act: openOrClose});
  site.action('/alliances/:alliance/questions/:question/heard', {show, act: heard});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {slug} = cards;
  const body = html`${kindOf(cards, 'question').map(question => oneQuestion(visit, cards, question))}
    <h2>Een nieuwe vraag</h2>
    <p>Vraag naar wat mensen willen, niet naar wat er mis is. Eén open vraag is genoeg.</p>
    ${form(visit, {action: `/beheer/alliances/${slug}/questions`, button: 'Vraag openen', fields: fieldsFor()})}`;
  return {title: 'Vragen', alliance: belonging(cards), body};
}

function fieldsFor(question?: Question): Field[] {
  return [
    {name: 'text', label: 'Vraag', type: 'long', rows: 2, value: question?.versions[question.asked]?.text ?? ''},
    {
      name: 'prompts',
      label: 'Hulp bij het antwoorden',
      type: 'long',
      hint: 'Korte vragen die op weg helpen. Eén op elke regel.',
      optional: true,
      value: question?.prompts.join('\n') ?? '',
    },
    // Whoever was told that it is read first can count on that.
    ...(question?.moderation === 'held' ? [] : [moderationField(question?.moderation ?? 'held')]),
    {name: 'closesOn', label: 'Laatste dag', type: 'date', optional: true, value: question?.closesOn ?? ''},
    {name: 'resultsOn', label: 'Dag van de uitslag', type: 'date', optional: true, value: question?.resultsOn ?? ''},
  ];
}

function moderationField(value: Question['moderation']): Field {
  return {
    name: 'moderation',
    label: 'Leest u een antwoord voor anderen het zien?',
    type: 'choice',
    value,
    options: [
      ['held', 'Ja, ik lees elk antwoord eerst'],
      ['released', 'Nee, iedereen ziet het meteen'],
    ],
  };
}

function oneQuestion(visit: Visit, cards: Cards, question: Question): Html {
  const path = `/beheer/alliances/${cards.slug}/questions/${question.id}`;
  const isOpen = question.status === 'open';
  return html`<section id="${placeOf(question.id)}" tabindex="-1">
    <h2>${question.versions[question.asked]?.text ?? ''}</h2>
    <p class="quiet">${isOpen ? 'Open' : 'Gesloten'} · versie ${question.asked + 1} van ${question.versions.length}</p>
    ${
      isOpen
        ? html`${foldedForm(visit, {
            summary: 'Vraag veranderen',
            before: html`<p class="hint">Een andere tekst wordt een nieuwe versie. De vorige blijft bewaard.</p>`,
            action: path,
            button: 'Veranderen',
            fields: fieldsFor(question),
          })}
          ${button(visit, {action: `${path}/status`, button: 'Vraag sluiten', hidden: {status: 'closed'}})}
          <p class="hint">U kunt de vraag later weer openen.</p>`
        : html`${button(visit, {action: `${path}/status`, button: 'Vraag weer openen', hidden: {status: 'open'}})}
            <p class="hint">Mensen kunnen dan weer antwoorden. Wat er al is, blijft staan.</p>`
    }
    ${heardForm(visit, cards, question)}
  </section>`;
}

async function ask(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const fields = {...typed(visit), versions: [{text: text(visit, 'text')}], asked: 0, status: 'open' as const};
  const id = await make(visit, cards, {kind: 'question', fields});
  return back(cards, id, 'De vraag is open.');
}

async function refine(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const id = visit.parameter('question');
  const card = find(cards, 'question', id);
  const words = text(visit, 'text');
  if (card) {
    const isSame = card.versions[card.asked]?.text === words;
    const versions = isSame ? card.versions : [...card.versions, {text: words}];
    const asked = isSame ? card.asked : versions.length - 1;
    await change(visit, cards, {card, fields: {...typed(visit), versions, asked}});
  }
  return back(cards, id, 'De vraag is veranderd.');
}

async function openOrClose(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const id = visit.parameter('question');
  const card = find(cards, 'question', id);
  if (text(visit, 'status') !== 'open') {
    if (card) await change(visit, cards, {card, fields: {status: 'closed'}});
    return back(cards, id, 'De vraag is gesloten.');
  }
  // The last day may have passed.
  if (card) await change(visit, cards, {card: without(card, 'closesOn'), fields: {status: 'open'}});
  return back(cards, id, 'De vraag is weer open. Zij heeft nu geen laatste dag.');
}

type Typed = Pick<Fields<'question'>, 'prompts' | 'moderation' | 'closesOn' | 'resultsOn'>;

function typed(visit: Visit): Typed {
  return {
    prompts: lines(visit, 'prompts'),
    moderation: text(visit, 'moderation') === 'released' ? 'released' : 'held',
    closesOn: given(visit, 'closesOn'),
    resultsOn: given(visit, 'resultsOn'),
  };
}
