import type {CoreValue, Rubric, Value} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {SIDES} from '../forms/sides.js';
import {refusedAt} from './api.js';
import {cardsOf, change, find, kindOf, make, pathTo, type Cards} from './cards.js';
import {foldedForm, form, type Field} from './fields.js';
import type {Html} from './layout.js';
import {byName, longlist} from './longlist.js';
import type {Done, Visit} from './site.js';
import {given, text} from './typed.js';

const LEVELS = ['4', '6', '8'] as const;

/** What is said where nothing is left in a rubric. */
const EMPTY = 'Hier ligt niets in. Deze rubriek komt niet in het profiel, en niet in een ronde.';

/** Before the id of a value in the name of its tick. */
const INTO = 'value-';
const OUT_OF = 'out-';

/** The rubrics by name, and then the piles that have none. */
export function rubricsOf(cards: Cards): Rubric[] {
  const [named, nameless] = [true, false].map(has => kindOf(cards, 'rubric').filter(({name}) => has === Boolean(name)));
  return [...(named ?? []).sort(byName), ...(nameless ?? [])];
}

/** The rubrics with something in it that somebody said: what people are asked about, and what becomes a core value. */
export function filledRubrics(cards: Cards): Rubric[] {
  return rubricsOf(cards).filter(({values}) => valuesWith(cards, values).length > 0);
}

/** Values that lie in no rubric yet, by name. */
export function looseValues(cards: Cards): Value[] {
  const placed = new Set(kindOf(cards, 'rubric').flatMap(rubric => rubric.values));
  return longlist(cards).filter(({id}) => !placed.has(id));
}

/** Values that still need a place: several at once go to a rubric that is there, or to a new one. */
export function sorting(visit: Visit, cards: Cards): Html {
  const loose = looseValues(cards);
  const fields: readonly Field[] = [
    {
      name: 'rubric',
      label: 'Naar welke rubriek?',
      type: 'choice',
      options: [['', 'Een nieuwe rubriek'], ...rubricsOf(cards).map(each => [each.id, titleOf(cards, each)] as const)],
    },
    {
      name: 'name',
      label: 'Naam van de nieuwe rubriek',
      type: 'text',
      hint: 'Zonder naam is het een stapel.',
      optional: true,
    },
    {
      name: 'values',
      label: 'Welke waarden horen daar?',
      type: 'ticks',
      options: ticksOf(loose, INTO),
      says: {empty: 'Vink aan wat erbij hoort.'},
    },
  ];
  return html`<h2 id="loose" tabindex="-1">Nog geen plaats (${loose.length})</h2>
    ${
      loose.length === 0
        ? html`<p>Alle waarden hebben een plaats.</p>`
        : form(visit, {action: pathTo(cards, '/values'), button: 'In de rubriek leggen', fields})
    }`;
}

function ticksOf(values: readonly Value[], prefix: string): [string, string][] {
  return values.map(({id, name}) => [prefix + id, name]);
}

/** What it is called, or what is in it. */
function titleOf(cards: Cards, {name, workingName, values}: Rubric): string {
  const words = name ?? workingName;
  if (words !== undefined) return words;
  const inside = valuesWith(cards, values)
    .slice(0, 3)
    .map(each => each.name);
  return inside.length === 0 ? 'Lege stapel' : `Stapel: ${inside.join(' · ')}`;
}

/** Those of them that somebody said, in their order. */
function valuesWith(cards: Cards, ids: readonly string[]): Value[] {
  const said = new Map(longlist(cards).map(value => [value.id, value]));
  return ids.flatMap(id => said.get(id) ?? []);
}

/** One rubric with its values, and the form to change it. */
export function oneRubric(visit: Visit, cards: Cards, rubric: Rubric): Html {
  const inside = valuesWith(cards, rubric.values);
  return html`<section id="rubric-${rubric.id}" tabindex="-1">
    <h2>${titleOf(cards, rubric)}</h2>
    <p class="quiet">${inside.length === 0 ? EMPTY : inside.map(({name}) => name).join(' · ')}</p>
    ${foldedForm(visit, {
      summary: 'Veranderen',
      action: pathTo(cards, `/values/${rubric.id}`),
      button: 'Opslaan',
      fields: fieldsOf(rubric, inside),
    })}
  </section>`;
}

function fieldsOf(rubric: Rubric, inside: readonly Value[]): Field[] {
  const sides = SIDES.map(([side, label]): Field => {
    return {name: side, label, type: 'long', rows: 2, optional: true, value: rubric.facets?.[side]?.text ?? ''};
  });
  const levels = LEVELS.map((level): Field => {
    const value = rubric.levels?.[level] ?? '';
    return {
      name: `level-${level}`,
      at: `levels.${level}`,
      label: `Wat is een ${level}?`,
      type: 'text',
      optional: true,
      value,
    };
  });
  const out: Field = {
    name: 'out',
    label: 'Welke waarden horen hier niet?',
    type: 'ticks',
    options: ticksOf(inside, OUT_OF),
  };
  const name: Field = {name: 'name', label: 'Naam', type: 'text', optional: true, value: rubric.name ?? ''};
  return [name, ...sides, ...levels, ...(inside.length === 0 ? [] : [out])];
}

/** Lays the chosen values in a rubric, new or not. @throws Refused when none is chosen, too */
export async function sort(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const card = find(cards, 'rubric', text(visit, 'rubric'));
  const chosen = ticksIn(visit, INTO);
  if (chosen.length === 0) throw refusedAt('values', 'empty');
  const to = pathTo(cards, '/values');
  if (card) {
    await change(visit, cards, {card, fields: {values: [...new Set([...card.values, ...chosen])]}});
    return {to, said: `${chosen.length} erbij in ${titleOf(cards, card)}.`, at: 'loose'};
  }
  await make(visit, cards, {kind: 'rubric', fields: {values: chosen, name: given(visit, 'name')}});
  return {to, said: 'De rubriek is er.', at: 'loose'};
}

function ticksIn({typed}: Visit, prefix: string): string[] {
  return [...typed.keys()].flatMap(key => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

/** Names a rubric, says what it is, and takes out what does not belong in it. @throws Refused */
export async function deepen(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const card = find(cards, 'rubric', visit.parameter('rubric'));
  const out = ticksIn(visit, OUT_OF);
  if (card) {
    const fields = {
      values: card.values.filter(id => !out.includes(id)),
      facets: facetsTyped(visit, card),
      levels: levelsTyped(visit),
      name: given(visit, 'name'),
    };
    await change(visit, cards, {card, fields});
  }
  return {to: pathTo(cards, '/values'), said: 'Opgeslagen.', at: `rubric-${visit.parameter('rubric')}`};
}

function facetsTyped(visit: Visit, {facets}: Rubric): CoreValue['facets'] {
  const sides = SIDES.flatMap(([side]) => {
    const words = given(visit, side);
    return words === undefined ? [] : [[side, {text: words, values: facets?.[side]?.values ?? []}] as const];
  });
  return Object.fromEntries(sides);
}

function levelsTyped(visit: Visit): NonNullable<CoreValue['levels']> {
  const levels = LEVELS.flatMap(level => {
    const words = given(visit, `level-${level}`);
    return words === undefined ? [] : [[level, words] as const];
  });
  return Object.fromEntries(levels);
}
