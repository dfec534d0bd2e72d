import type {Highlight} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {valuesVotedOn} from '../method/voted-on.js';
import {Refused, refusedAt} from './api.js';
import {cardsOf, change, find, kindOf, pathTo, type Cards} from './cards.js';
import {button, form} from './fields.js';
import type {Html, Part} from './layout.js';
import {longlist, valueNamed} from './longlist.js';
import type {Visit} from './site.js';
import {text} from './typed.js';

/** What stands below one quote. */
interface InQuote {
  readonly quote: string;
  /** Travels along unseen. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** To take away what was highlighted by mistake, and to rename the values. Folded away, with a count. */
export function correcting(
  visit: Visit,
  cards: Cards,
  {quote, made, hidden}: InQuote & {readonly made: readonly Highlight[]},
): Part {
  if (made.length === 0) return '';
  const home = pathTo(cards, `/quotes/${quote}/highlights/`);
  const votedOn = valuesVotedOn(cards.all);
  const one = (mark: Highlight) =>
    oneMark(visit, cards, {mark, action: home + mark.id, isVotedOn: votedOn.has(mark.value), hidden});
  return html`<details ${visit.sent.startsWith(home) ? html`open` : ''}>
    <summary>Veranderen of weghalen (${made.length})</summary>
    ${made.map(one)}
  </details>`;
}

interface OneMark extends Pick<InQuote, 'hidden'> {
  readonly mark: Highlight;
  readonly action: string;
  readonly isVotedOn: boolean;
}

function oneMark(visit: Visit, cards: Cards, {mark, action, isVotedOn, hidden}: OneMark): Html {
  const {id, exact, value} = mark;
  return html`<div role="group" aria-labelledby="mark-${id}" class="mark">
    <p id="mark-${id}"><mark>${exact}</mark></p>
    ${
      isVotedOn
        ? html`<p class="quiet">Mensen antwoorden nu op vragen over deze waarde. Daarna kunt u dit weer veranderen.</p>`
        : html`${form(visit, {action, button: 'Naam veranderen', fields: [nameField(cards, value)], hidden})}
          ${button(visit, {action: `${action}/removal`, button: 'Streep weghalen', hidden})}`
    }
  </div>`;
}

function nameField(cards: Cards, value: string) {
  const marks = kindOf(cards, 'highlight').filter(each => each.value === value);
  const quotes = new Set(marks.map(({quote}) => quote)).size;
  return {
    name: 'name',
    label: 'Naam van de waarde',
    type: 'text',
    value: find(cards, 'value', value)?.name ?? '',
    ...(quotes > 1 && {hint: `De naam verandert in alle ${quotes} citaten waarin deze waarde staat.`}),
    says: {taken: 'Er is al een waarde met deze naam. Haal de streep weg, en streep de woorden aan onder die naam.'},
  } as const;
}

/** Gives the value of a highlight another name, wherever it is. @throws Refused */
export async function rename(visit: Visit): Promise<string> {
  const cards = await cardsOf(visit);
  const card = find(cards, 'value', markedBy(visit, cards)?.value ?? '');
  const name = text(visit, 'name');
  const other = valueNamed(cards, name);
  if (card === undefined) throw new Refused(404, {type: 'not-found'});
  if (other !== undefined && other.id !== card.id) throw refusedAt('name', 'taken');
  await change(visit, cards, {card, fields: {name}});
  return 'De waarde heeft een andere naam.';
}

function markedBy(visit: Visit, cards: Cards): Highlight | undefined {
  return find(cards, 'highlight', visit.parameter('highlight'));
}

/** What was highlighted until just now: enough to do it again. */
export interface Removed {
  readonly value: string;
  readonly start: string;
  readonly end: string;
}

/** Takes a highlight away. @throws Refused */
export async function remove(visit: Visit): Promise<{readonly said: string; readonly removed: Removed}> {
  const cards = await cardsOf(visit);
  const mark = markedBy(visit, cards);
  await visit.api.send('DELETE', `/v1/alliances/${cards.slug}/cards/${visit.parameter('highlight')}`);
  const all = cards.all.filter(({id}) => id !== mark?.id);
  const {value = '', start = 0, end = 0} = mark ?? {};
  const isSaid = longlist({...cards, all}).some(({id}) => id === value);
  const said = isSaid ? 'De streep is weg.' : 'De streep is weg. Deze waarde staat nu in geen citaat meer.';
  return {said, removed: {value, start: String(start), end: String(end)}};
}

/** To highlight again what was taken away just now. @param words Of the quote, as they were given */
export function undoing(visit: Visit, cards: Cards, {quote, hidden, words}: InQuote & {readonly words: string}): Part {
  const wanted = (name: keyof Removed) => visit.query.get(name) ?? '';
  const name = find(cards, 'value', wanted('value'))?.name;
  const exact = Array.from(words)
    .slice(Number(wanted('start')), Number(wanted('end')))
    .join('');
  if (name === undefined || exact === '') return '';
  return button(visit, {
    action: pathTo(cards, `/quotes/${quote}`),
    button: 'Toch weer aanstrepen',
    hidden: {...hidden, exact, value: name, start: wanted('start')},
  });
}
