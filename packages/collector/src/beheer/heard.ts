import type {Question, SourceCount} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {cardsOf, change, find, kindOf, make, pathTo, type Cards} from './cards.js';
import {foldedForm, type Field} from './fields.js';
import type {Html} from './layout.js';
import type {Done, Visit} from './site.js';
import {number, text} from './typed.js';

type Counts = SourceCount['counts'];

const SOURCES: readonly (readonly [keyof Counts, string])[] = [
  ['participant', 'Deelnemers'],
  ['interviewee', 'Geïnterviewden'],
  ['expert', 'Deskundigen'],
];

/**
 * How many of each kind of source were heard. Scribes have it on their own screens, and pass it on by word of mouth: with
 * the quotes it would tell who said them.
 */
export function heardForm(visit: Visit, cards: Cards, {id}: Question): Html {
  const [card, ...others] = countsOf(cards, id);
  const fields = SOURCES.map(([name, label]): Field => {
    return {name, at: `counts.${name}`, label, type: 'number', value: card?.counts[name] ?? 0};
  });
  const before = html`<p class="hint">
      Wie meeschrijft, ziet op het eigen scherm hoeveel mensen er spraken. Tel dat hier op. Het staat nooit bij een citaat.
    </p>
    ${others.length === 0 ? '' : html`<p>Uit bestanden kwamen daar bij: ${SOURCES.map(([name, label]) => `${label} ${sum(others, name)}`).join(', ')}.</p>`}`;
  const action = `${pathOf(cards, id)}/heard`;
  return foldedForm(visit, {summary: 'Wie hebben wij gehoord?', before, action, button: 'Aantallen opslaan', fields});
}

/** The numbers as they were filled in. What is no number the API refuses. */
export async function heard(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const question = visit.parameter('question');
  const typed = SOURCES.map(([name]) => [name, text(visit, name) === '' ? 0 : number(visit, name)]);
  const counts = Object.fromEntries(typed) as Counts;
  const [card] = countsOf(cards, question);
  if (card) await change(visit, cards, {card, fields: {counts}});
  else if (find(cards, 'question', question))
    await make(visit, cards, {kind: 'source-count', fields: {question, counts}});
  return back(cards, question, 'Opgeslagen.');
}

/** One card for these pages; what came with a backup was counted on other devices, each with a card of its own. */
function countsOf(cards: Cards, question: string): SourceCount[] {
  return kindOf(cards, 'source-count').filter(count => count.question === question);
}

function sum(cards: readonly SourceCount[], name: keyof Counts): number {
  return cards.reduce((total, {counts}) => total + counts[name], 0);
}

function pathOf({slug}: Cards, question: string): string {
  return `/beheer/alliances/${slug}/questions/${question}`;
}

/** Id of the place of a question on its page. */
export function placeOf(question: string): string {
  return `question-${question}`;
}

/** To the question that something was done with. */
export function back(cards: Cards, question: string, said: string): Done {
  return {to: pathTo(cards, '/questions'), said, at: placeOf(question)};
}
