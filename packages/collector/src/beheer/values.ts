import type {CoreValue, Facet, Rubric} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {belonging, cardsOf, change, find, kindOf, make, type Cards} from './cards.js';
import {button, foldedForm, form, given, number, ticked, type Field} from './fields.js';
import type {Html, Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';

const SIDES = [
  ['emotion', 'Hoe voelt het?'],
  ['function', 'Wat doet het?'],
  ['aspiration', 'Waar willen we heen?'],
] as const satisfies readonly (readonly [Facet, string])[];

const LEVELS = ['4', '6', '8'] as const;

/** Rubrics and core values, the profile that freezes them, and asking people about them. */
export function values(site: Site): void {
  site.page('/alliances/:alliance/values', show);
  site.action('/alliances/:alliance/values', {show, act: begin});
  site.action('/alliances/:alliance/values/profile', {show, act: freeze});
  site.action('/alliances/:alliance/values/votes', {show, act: ask});
  site.action('/alliances/:alliance/values/votes/:round', {show, act: close});
  site.action('/alliances/:alliance/values/:rubric', {show, act: deepen});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const {slug} = cards;
  const loose = looseValues(cards);
  const body = html`<p>
      Rubrieken komen uit de woorden van mensen. Streep eerst waarden aan bij de <a href="quotes">citaten</a>.
    </p>
    ${kindOf(cards, 'rubric').map(rubric => oneRubric(visit, cards, rubric))}
    <h2>Nieuwe rubriek</h2>
    ${
      loose.length === 0
        ? html`<p>Alle waarden hebben een plaats.</p>`
        : form(visit, {action: `/beheer/alliances/${slug}/values`, button: 'Rubriek maken', fields: newRubric(loose)})
    }
    ${profiles(visit, cards)} ${votes(visit, cards)}`;
  return {title: 'Kernwaarden', alliance: belonging(cards), body};
}

/** Values that lie in no rubric yet. */
function looseValues(cards: Cards): readonly {readonly id: string; readonly name: string}[] {
  const placed = new Set(kindOf(cards, 'rubric').flatMap(rubric => rubric.values));
  return kindOf(cards, 'value').filter(({id}) => !placed.has(id));
}

function newRubric(loose: readonly {readonly id: string; readonly name: string}[]): Field[] {
  return [
    {name: 'name', label: 'Naam', type: 'text', hint: 'Zonder naam is het een stapel.', optional: true},
    ...loose.map(({id, name}): Field => ({name: `value-${id}`, label: name, type: 'tick', optional: true})),
  ];
}

function oneRubric(visit: Visit, cards: Cards, rubric: Rubric): Html {
  const names = new Map(kindOf(cards, 'value').map(({id, name}) => [id, name]));
  const fields: readonly Field[] = [
    {name: 'name', label: 'Naam', type: 'text', optional: true, value: rubric.name ?? ''},
    ...SIDES.map(([side, label]): Field => ({
      name: side,
      label,
      type: 'long',
      rows: 2,
      optional: true,
      value: rubric.facets?.[side]?.text ?? '',
    })),
    ...LEVELS.map((level): Field => ({
      name: `level-${level}`,
      at: `levels.${level}`,
      label: `Wat is een ${level}?`,
      type: 'text',
      optional: true,
      value: rubric.levels?.[level] ?? '',
    })),
    ...looseValues(cards).map(({id, name}): Field => ({
      name: `value-${id}`,
      label: `Erbij: ${name}`,
      type: 'tick',
      optional: true,
    })),
  ];
  return html`<section>
    <h2>${rubric.name ?? rubric.workingName ?? 'Stapel zonder naam'}</h2>
    <p class="quiet">${rubric.values.map(id => names.get(id) ?? '').join(' · ')}</p>
    ${foldedForm(visit, {
      summary: 'Veranderen',
      action: `/beheer/alliances/${cards.slug}/values/${rubric.id}`,
      button: 'Opslaan',
      fields,
    })}
  </section>`;
}

function profiles(visit: Visit, cards: Cards): Html {
  const made = kindOf(cards, 'profile-version').sort((a, b) => b.number - a.number);
  const named = kindOf(cards, 'rubric').filter(({name}) => name !== undefined);
  return html`<h2>Profiel</h2>
    <p>Een profiel legt de kernwaarden vast zoals ze nu zijn. Een plan wordt aan een profiel getoetst.</p>
    ${
      made.length === 0
        ? ''
        : html`<ul>
          ${made.map(({number: count, coreValues}) => html`<li>Versie ${count}: ${coreValues.map(({name}) => name).join(', ')}</li>`)}
        </ul>`
    }
    ${
      named.length === 0
        ? html`<p>Geef eerst een rubriek een naam.</p>`
        : button(visit, {action: `/beheer/alliances/${cards.slug}/values/profile`, button: 'Profiel vastleggen'})
    }`;
}

function votes(visit: Visit, cards: Cards): Html {
  const fields: readonly Field[] = [
    {name: 'recognition', label: 'Vraag of het klopt', type: 'tick', optional: true, value: true},
    {name: 'names', label: 'Vraag welke naam past', type: 'tick', optional: true},
    {name: 'dots', label: 'Aantal keuzes', type: 'number', hint: '0 als u dit niet vraagt.', value: 3},
    {name: 'k', label: 'Vanaf hoeveel antwoorden laat u de uitslag zien?', type: 'number', value: 5},
    {name: 'closesOn', label: 'Laatste dag', type: 'date', optional: true},
  ];
  return html`<h2>Vragen over de rubrieken</h2>
    ${kindOf(cards, 'vote-round').map(
      ({id, status}) =>
        html`<p>${status === 'open' ? 'Open ronde' : 'Gesloten ronde'}</p>
          ${status === 'open' ? closing(visit, cards.slug, id) : ''}`,
    )}
    ${
      kindOf(cards, 'rubric').length === 0
        ? ''
        : foldedForm(visit, {
            summary: 'Nieuwe ronde',
            action: `/beheer/alliances/${cards.slug}/values/votes`,
            button: 'Ronde openen',
            fields,
          })
    }`;
}

/** The button that closes a round, and what comes of it. */
function closing(visit: Visit, slug: string, round: string): Html {
  const home = `/beheer/alliances/${slug}`;
  const names = `${visit.parts.basePath}${home}/queue?kind=own-name`;
  return html`${button(visit, {action: `${home}/values/votes/${round}`, button: 'Sluiten en uitslag laten zien'})}
    <p class="hint">
      Een gesloten ronde kan niet meer open. Zelf bedachte namen komen erbij als u die hebt
      <a href="${names}">vrijgegeven</a>.
    </p>`;
}

async function begin(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const fields = {values: chosenValues(visit), name: given(visit, 'name')};
  await make(visit, cards, {kind: 'rubric', fields});
  return {to: `/beheer/alliances/${cards.slug}/values`, said: 'De rubriek is er.'};
}

function chosenValues({typed}: Visit): string[] {
  return [...typed.keys()].flatMap(key => (key.startsWith('value-') ? [key.slice('value-'.length)] : []));
}

async function deepen(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const card = find(cards, 'rubric', visit.parameter('rubric'));
  if (card) {
    const fields = {
      values: [...card.values, ...chosenValues(visit)],
      facets: facetsTyped(visit, card),
      levels: levelsTyped(visit),
      name: given(visit, 'name'),
    };
    await change(visit, cards, {card, fields});
  }
  return {to: `/beheer/alliances/${cards.slug}/values`, said: 'Opgeslagen.'};
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

async function freeze(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const count = Math.max(0, ...kindOf(cards, 'profile-version').map(each => each.number)) + 1;
  const coreValues = kindOf(cards, 'rubric').flatMap(({id, name, facets = {}, levels}): CoreValue[] =>
    name === undefined ? [] : [{rubric: id, name, facets, ...(levels && {levels})}],
  );
  const fields = {number: count, split: 'sides' as const, coreValues, noPlaceYet: looseValues(cards).length};
  await make(visit, cards, {kind: 'profile-version', fields});
  return {to: `/beheer/alliances/${cards.slug}/values`, said: `Versie ${count} van het profiel ligt vast.`};
}

async function ask(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const fields = {
    rubrics: kindOf(cards, 'rubric').map(({id}) => id),
    recognition: ticked(visit, 'recognition'),
    names: ticked(visit, 'names'),
    dots: number(visit, 'dots'),
    k: number(visit, 'k'),
    status: 'open' as const,
    closesOn: given(visit, 'closesOn'),
  };
  await make(visit, cards, {kind: 'vote-round', fields});
  return {to: `/beheer/alliances/${cards.slug}/values`, said: 'De ronde is open.'};
}

async function close(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const card = find(cards, 'vote-round', visit.parameter('round'));
  if (card) await change(visit, cards, {card, fields: {status: 'closed'}});
  return {to: `/beheer/alliances/${cards.slug}/values`, said: 'De ronde is gesloten. Iedereen ziet nu de uitslag.'};
}
