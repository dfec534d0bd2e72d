import type {Plan, PlanVersion, Round} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {belonging, cardsOf, change, find, kindOf, linkTo, make, pathTo, type Cards} from './cards.js';
import {closing, demandSure} from './closing.js';
import {foldedForm, form, type Field} from './fields.js';
import type {Html, Page} from './layout.js';
import {framed} from './embedding.js';
import {counted, type Counts} from './given.js';
import {roundName} from './overview.js';
import {decimal, resultsIn, resultTable, type Results} from './results.js';
import type {Done, Site, Visit} from './site.js';
import {given, number, text, ticked} from './typed.js';

const TYPES = [
  ['policy', 'Beleid'],
  ['measure', 'Maatregel'],
  ['design', 'Ontwerp'],
  ['project', 'Project'],
] as const satisfies readonly (readonly [Plan['type'], string])[];

/** The school mark behind "een voldoende", and the smallest group that is shown: the method's own choices. */
const PASS_MARK = '5,5';
const SMALLEST_GROUP = 5;

/** Plans, their versions, and the rounds in which a version is tested. */
export function plans(site: Site): void {
  site.page('/alliances/:alliance/plans', show);
  site.action('/alliances/:alliance/plans', {show, act: begin});
  site.action('/alliances/:alliance/plans/:plan/versions', {show, act: improve});
  site.action('/alliances/:alliance/plans/:version/rounds', {show, act: open});
  site.action('/alliances/:alliance/rounds/:round/close', {show, act: close});
}

/** The cards with what came in on them: how much, and of what closed the figures. */
interface Tested extends Cards, Pick<Counts, 'counts'> {
  readonly results: Results;
}

async function show(visit: Visit): Promise<Page> {
  const known = await cardsOf(visit);
  const [{counts}, results] = await Promise.all([counted(visit), resultsIn(visit, known)]);
  const cards: Tested = {...known, counts, results};
  const fields: readonly Field[] = [
    {name: 'name', label: 'Naam van het plan', type: 'text'},
    {name: 'type', label: 'Soort', type: 'choice', options: TYPES},
    {name: 'text', label: 'Het plan in gewone woorden', type: 'long', rows: 6},
  ];
  const body = html`${kindOf(cards, 'plan').map(plan => onePlan(visit, cards, plan))}
    <h2>Nieuw plan</h2>
    ${form(visit, {action: `/beheer/alliances/${cards.slug}/plans`, button: 'Plan toevoegen', fields})}`;
  return {title: 'Plannen en rondes', alliance: belonging(cards), body};
}

function placeOf(plan: string): string {
  return `plan-${plan}`;
}

/** To the plan that it was done with. */
function back(cards: Cards, plan: string, said: string): Done {
  return {to: pathTo(cards, '/plans'), said, at: placeOf(plan)};
}

/** The plan of a version. */
function planOf(cards: Cards, version: string): string {
  return find(cards, 'plan-version', version)?.plan ?? '';
}

function onePlan(visit: Visit, cards: Tested, plan: Plan): Html {
  const versions = kindOf(cards, 'plan-version')
    .filter(version => version.plan === plan.id)
    .sort((a, b) => b.number - a.number);
  const fields: readonly Field[] = [
    {name: 'text', label: 'Het plan, zoals het nu wordt', type: 'long', rows: 6, value: versions[0]?.text ?? ''},
  ];
  return html`<section id="${placeOf(plan.id)}" tabindex="-1">
    <h2>${plan.name}</h2>
    ${versions.map(version => oneVersion(visit, cards, version))}
    ${foldedForm(visit, {
      summary: 'Nieuwe versie',
      action: `/beheer/alliances/${cards.slug}/plans/${plan.id}/versions`,
      button: 'Versie toevoegen',
      fields,
    })}
  </section>`;
}

function oneVersion(visit: Visit, cards: Tested, version: PlanVersion): Html {
  const rounds = kindOf(cards, 'round').filter(({planVersion}) => planVersion === version.id);
  const hasProfile = kindOf(cards, 'profile-version').length > 0;
  return html`<h3>Versie ${version.number}</h3>
    <p class="prose">${version.text}</p>
    ${rounds.map(round => oneRound(visit, cards, round))}
    ${
      hasProfile
        ? foldedForm(visit, {
            summary: 'Nieuwe ronde',
            action: `/beheer/alliances/${cards.slug}/plans/${version.id}/rounds`,
            button: 'Ronde openen',
            fields: roundFields(),
          })
        : html`<p>Leg eerst een <a href="${linkTo(visit, cards, '/values')}">profiel</a> vast. Daaraan wordt een plan getoetst.</p>`
    }`;
}

function roundFields(): Field[] {
  return [
    {name: 'passMark', label: 'Grens', type: 'text', value: PASS_MARK, hint: 'Het cijfer dat nodig is, van 1 tot 10.'},
    {
      name: 'scale',
      label: 'Cijfers',
      type: 'choice',
      options: [
        ['marks', 'Van 1 tot 10'],
        ['sufficient', 'Alleen voldoende of onvoldoende'],
      ],
    },
    {name: 'notApplicable', label: '“Past niet bij dit plan” mag ook', type: 'tick', optional: true},
    {name: 'k', label: 'Vanaf hoeveel antwoorden laat u de uitslag zien?', type: 'number', value: SMALLEST_GROUP},
    {
      name: 'trust',
      label: 'Wie kan meedoen?',
      type: 'choice',
      hint: 'Met codekaarten doet elke kaart één keer mee. Niemand weet wie welke kaart kreeg.',
      options: [
        ['open-link', 'Iedereen met de link. Iemand kan vaker meedoen.'],
        ['code-cards', 'Alleen wie een codekaart heeft'],
      ],
    },
    {name: 'closesOn', label: 'Laatste dag', type: 'date', optional: true},
    {name: 'resultsOn', label: 'Dag van de uitslag', type: 'date', optional: true},
  ];
}

function oneRound(visit: Visit, cards: Tested, round: Round): Html {
  const isOpen = round.status === 'open';
  const [count = 0, passMark] = [cards.counts[round.id], decimal(round.passMark)];
  return html`<p>
      ${isOpen ? 'Open' : 'Gesloten'} ronde · grens ${passMark} · ${count} ${count === 1 ? 'cijferlijst' : 'cijferlijsten'}
    </p>
    ${isOpen ? whileOpen(visit, cards, round) : onceClosed(visit, cards, round)}`;
}

function whileOpen(visit: Visit, cards: Tested, {id, trust}: Round): Html {
  const path = pathTo(cards, `/rounds/${id}`);
  const codeCards = html`<p><a href="${visit.parts.basePath}${path}/code-cards">Codekaarten maken</a></p>`;
  return html`${trust === 'code-cards' ? codeCards : ''} ${closing(visit, {action: `${path}/close`})}`;
}

function onceClosed(visit: Visit, cards: Tested, round: Round): Html {
  const whole = {widget: 'scorecard', words: 'Uitslag bekijken', round: round.id} as const;
  return html`${resultTable(cards, round, cards.results.get(round.id))}
    <p>Iedereen ziet de uitslag. ${framed(visit, cards.slug, whole)}</p>`;
}

async function begin(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const type = text(visit, 'type') as Plan['type'];
  const name = text(visit, 'name');
  const plan = withoutVersion(cards, {name, type}) ?? (await make(visit, cards, {kind: 'plan', fields: {name, type}}));
  await make(visit, cards, {kind: 'plan-version', fields: {plan, number: 1, text: text(visit, 'text')}});
  return back(cards, plan, 'Het plan staat erbij.');
}

/** A plan of which the first version was refused: it is sent again, and needs no second plan. */
function withoutVersion(cards: Cards, {name, type}: Pick<Plan, 'name' | 'type'>): string | undefined {
  const versioned = new Set(kindOf(cards, 'plan-version').map(version => version.plan));
  return kindOf(cards, 'plan').find(plan => plan.name === name && plan.type === type && !versioned.has(plan.id))?.id;
}

async function improve(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const plan = visit.parameter('plan');
  const versions = kindOf(cards, 'plan-version').filter(version => version.plan === plan);
  const count = Math.max(0, ...versions.map(each => each.number)) + 1;
  await make(visit, cards, {kind: 'plan-version', fields: {plan, number: count, text: text(visit, 'text')}});
  return back(cards, plan, `Versie ${count} staat erbij. Open een ronde om haar te toetsen.`);
}

async function open(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const profiles = kindOf(cards, 'profile-version').sort((a, b) => b.number - a.number);
  const planVersion = visit.parameter('version');
  await make(visit, cards, {
    kind: 'round',
    fields: {
      planVersion,
      profileVersion: profiles[0]?.id ?? '',
      passMark: number(visit, 'passMark'),
      passMarks: {},
      leftOut: [],
      scale: text(visit, 'scale') === 'sufficient' ? 'sufficient' : 'marks',
      notApplicable: ticked(visit, 'notApplicable'),
      k: number(visit, 'k'),
      trust: text(visit, 'trust') === 'code-cards' ? 'code-cards' : 'open-link',
      status: 'open',
      closesOn: given(visit, 'closesOn'),
      resultsOn: given(visit, 'resultsOn'),
    },
  });
  return back(cards, planOf(cards, planVersion), `De ronde over ${roundName(cards, planVersion)} is open.`);
}

async function close(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const card = find(cards, 'round', visit.parameter('round'));
  demandSure(visit);
  if (card) await change(visit, cards, {card, fields: {status: 'closed'}});
  return back(cards, planOf(cards, card?.planVersion ?? ''), 'De ronde is gesloten. Iedereen ziet nu de uitslag.');
}
